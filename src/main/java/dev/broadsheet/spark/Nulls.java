package dev.broadsheet.spark;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Finds nulls where a schema allows none. */
final class Nulls {

  private Nulls() {}

  /**
   * The places of such nulls, such as {@code text} or {@code topics.evidence.begin}; of an array
   * the first one only.
   *
   * @param row its values begin with those of the columns
   */
  static List<String> in(Row row, StructType columns) {
    List<String> nulls = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      StructField column = columns.apply(i);
      if (!row.isNullAt(i)) {
        in(row, i, column.dataType()).forEach(place -> nulls.add(column.name() + place));
      } else if (!column.nullable()) {
        nulls.add(column.name());
      }
    }
    return nulls;
  }

  private static List<String> in(Row row, int at, DataType type) {
    if (type instanceof StructType struct) {
      return within(row.getStruct(at), struct);
    }
    return type instanceof ArrayType array ? in(row.getList(at), array.elementType()) : List.of();
  }

  private static List<String> in(List<Object> elements, DataType type) {
    for (Object element : elements) {
      if (element == null) {
        return List.of(" (an element)");
      }
      if (type instanceof StructType struct && !within((Row) element, struct).isEmpty()) {
        return within((Row) element, struct);
      }
    }
    return List.of();
  }

  private static List<String> within(Row struct, StructType columns) {
    return in(struct, columns).stream().map(place -> "." + place).toList();
  }
}
