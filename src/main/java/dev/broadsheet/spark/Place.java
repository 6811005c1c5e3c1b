package dev.broadsheet.spark;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Where a run read a record. No two records of a run have the same place, and of two with one id
 * that with the greater place is the later one.
 *
 * @param modified of the file, milliseconds since 1970
 * @param file its URI
 * @param begin of the {@link Slice} of the file
 * @param number of the record in the slice, from 1
 */
record Place(long modified, String file, long begin, long number) {

  /** The column that holds it, in what is staged. */
  static final String COLUMN = "place";

  /** As a column's type: the order of its fields is the order of places. */
  static final StructType TYPE =
      new StructType()
          .add("modified", DataTypes.LongType, false)
          .add("file", DataTypes.StringType, false)
          .add("begin", DataTypes.LongType, false)
          .add("number", DataTypes.LongType, false);

  /** Of the record of this number in the slice. */
  static Place of(Slice slice, long number) {
    return new Place(slice.modified(), slice.uri(), slice.begin(), number);
  }

  /** A value of {@link #TYPE}. */
  Row row() {
    return RowFactory.create(modified, file, begin, number);
  }
}
