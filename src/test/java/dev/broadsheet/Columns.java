package dev.broadsheet;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** A schema's columns as the documents write them. */
public final class Columns {

  private Columns() {}

  /** Such as {@code url string, null}. */
  public static List<String> of(StructField... columns) {
    return Arrays.stream(columns).map(Columns::written).toList();
  }

  /** The fields of the structs in a column. */
  static List<String> inside(StructType schema, String column) {
    ArrayType structs = (ArrayType) schema.apply(column).dataType();
    return of(((StructType) structs.elementType()).fields());
  }

  private static String written(StructField column) {
    return column.name() + " " + type(column.dataType()) + (column.nullable() ? ", null" : "");
  }

  private static String type(DataType type) {
    if (type instanceof ArrayType array) {
      return "array of " + type(array.elementType());
    }
    return type instanceof StructType ? "struct" : type.simpleString().replace("bigint", "long");
  }
}
