package dev.broadsheet.spark;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.Type;

/** A Parquet row as plain values: texts, numbers, ISO 8601 times, lists and maps of these. */
final class ParquetValues {

  private static final long JULIAN_DAY_OF_EPOCH = 2_440_588;

  private ParquetValues() {}

  /** The row's columns by name; a null is left out. */
  static Map<String, Object> of(Group row) {
    Map<String, Object> values = new LinkedHashMap<>();
    GroupType type = row.getType();
    for (int i = 0; i < type.getFieldCount(); i++) {
      if (row.getFieldRepetitionCount(i) > 0) {
        values.put(type.getFieldName(i), field(row, i, type.getType(i)));
      }
    }
    return values;
  }

  private static Object field(Group row, int field, Type type) {
    if (!type.isRepetition(Type.Repetition.REPEATED)) {
      return value(row, field, 0, type);
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < row.getFieldRepetitionCount(field); i++) {
      values.add(value(row, field, i, type));
    }
    return values;
  }

  private static Object value(Group row, int field, int index, Type type) {
    if (!type.isPrimitive()) {
      Group group = row.getGroup(field, index);
      boolean isList = type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation;
      return isList ? list(group) : of(group);
    }
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> integer(row.getInteger(field, index), type.getLogicalTypeAnnotation());
      case INT64 -> time(row.getLong(field, index), type.getLogicalTypeAnnotation());
      case INT96 -> int96(NanoTime.fromBinary(row.getInt96(field, index)));
      case BOOLEAN -> row.getBoolean(field, index);
      case FLOAT -> row.getFloat(field, index);
      case DOUBLE -> row.getDouble(field, index);
      case BINARY, FIXED_LEN_BYTE_ARRAY -> row.getBinary(field, index).toStringUsingUTF8();
    };
  }

  /**
   * A list is a group of one repeated field, which holds the element or a group of it; that group
   * is empty if the element is null.
   */
  private static List<Object> list(Group list) {
    List<Object> values = new ArrayList<>();
    Type repeated = list.getType().getType(0);
    boolean isWrapped = !repeated.isPrimitive() && repeated.asGroupType().getFieldCount() == 1;
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      Object element = value(list, 0, i, repeated);
      values.add(isWrapped && element instanceof Map<?, ?> map ? only(map) : element);
    }
    return values;
  }

  private static Object only(Map<?, ?> map) {
    return map.isEmpty() ? null : map.values().iterator().next();
  }

  private static Object integer(int value, LogicalTypeAnnotation type) {
    return type instanceof DateLogicalTypeAnnotation
        ? LocalDate.ofEpochDay(value).toString()
        : Integer.valueOf(value);
  }

  private static Object time(long value, LogicalTypeAnnotation type) {
    return type instanceof TimestampLogicalTypeAnnotation timestamp
        ? Instant.EPOCH.plus(value, unit(timestamp.getUnit())).toString()
        : Long.valueOf(value);
  }

  private static ChronoUnit unit(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  private static String int96(NanoTime time) {
    return Instant.EPOCH
        .plus(time.getJulianDay() - JULIAN_DAY_OF_EPOCH, ChronoUnit.DAYS)
        .plusNanos(time.getTimeOfDayNanos())
        .toString();
  }
}
