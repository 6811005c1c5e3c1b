package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Supplier;

/** The fields of one record as they are found, and the article they make. */
final class Values {

  private static final int KEYS_NAMED = 20;
  private static final int KEY_LENGTH = 40;
  private static final int NO_CONTENT = Integer.MAX_VALUE;

  private final FieldMap map;
  private final EnumMap<Field, Found> found = new EnumMap<>(Field.class);
  private final List<String> others = new ArrayList<>();

  /** A value, its key, and how far down its field's list the key stands. */
  private record Found(String key, Object value, int rank) {}

  Values(FieldMap map) {
    this.map = map;
  }

  /** Whether a value under this key may be used. */
  boolean wants(String key) {
    boolean wanted = map.slot(key) != null;
    if (!wanted && others.size() < KEYS_NAMED) {
      others.add(key.length() <= KEY_LENGTH ? key : key.substring(0, KEY_LENGTH));
    }
    return wanted;
  }

  boolean has(Field field) {
    return found.containsKey(field);
  }

  void put(String key, Object value) {
    if (wants(key)) {
      FieldMap.Slot slot = map.slot(key);
      put(slot.field(), new Found(key, value, hasContent(value) ? slot.rank() : NO_CONTENT));
    }
  }

  private void put(Field field, Found next) {
    Found before = found.get(field);
    if (before == null || next.rank() <= before.rank()) {
      found.put(field, next);
    }
  }

  /** The article, or the reject; {@code raw} gives the start of the record for that. */
  Incoming article(String sourceUri, Supplier<String> raw) {
    try {
      return article(sourceUri);
    } catch (WrongValue e) {
      return new Rejected(sourceUri, e.reason, e.getMessage(), raw.get());
    }
  }

  private RawArticle article(String sourceUri) throws WrongValue {
    return new RawArticle(
        sourceUri,
        word(Field.ID),
        string(Field.URL),
        string(Field.TITLE),
        text(),
        word(Field.PUBLISHED),
        tags());
  }

  private String text() throws WrongValue {
    if (!found.containsKey(Field.TEXT)) {
      throw new WrongValue(RejectReason.EMPTY_TEXT, noText());
    }
    Object value = value(Field.TEXT);
    return value instanceof Collection<?> list
        ? String.join("\n\n", strings(Field.TEXT, list))
        : string(Field.TEXT);
  }

  private String string(Field field) throws WrongValue {
    Object value = value(field);
    if (value == null || value instanceof CharSequence) {
      return value == null ? null : value.toString();
    }
    throw wrongType(field, value);
  }

  /** A string, a number as its digits, or a date in ISO form. */
  private String word(Field field) throws WrongValue {
    Object value = value(field);
    return value instanceof Number || value instanceof TemporalAccessor
        ? digits(value)
        : string(field);
  }

  private List<String> tags() throws WrongValue {
    Object value = value(Field.TAGS);
    if (value instanceof Collection<?> list) {
      return strings(Field.TAGS, list);
    }
    String line = word(Field.TAGS);
    return line == null ? List.of() : List.of(line.split("[,;]"));
  }

  private List<String> strings(Field field, Collection<?> list) throws WrongValue {
    List<String> strings = new ArrayList<>(list.size());
    for (Object item : list) {
      if (item instanceof CharSequence || (item instanceof Number && field == Field.TAGS)) {
        strings.add(item.toString());
      } else if (item != null) {
        throw wrongType(field, list);
      }
    }
    return strings;
  }

  private Object value(Field field) {
    Found value = found.get(field);
    return value == null ? null : value.value();
  }

  private static boolean hasContent(Object value) {
    return value instanceof String string ? !string.isBlank() : value != null;
  }

  private static String digits(Object value) {
    if (value instanceof Double || value instanceof Float) {
      double number = ((Number) value).doubleValue();
      return Double.isFinite(number) ? digits(BigDecimal.valueOf(number)) : value.toString();
    }
    boolean isShort = value instanceof BigDecimal number && Math.abs(number.scale()) < 30;
    return isShort ? ((BigDecimal) value).toPlainString() : value.toString();
  }

  private String noText() {
    return "The record has no text: its keys are "
        + String.join(", ", others())
        + ". Name the key that holds the text: --map text=KEY.";
  }

  private List<String> others() {
    List<String> all = new ArrayList<>(others);
    found.values().forEach(value -> all.add(value.key()));
    return all;
  }

  private WrongValue wrongType(Field field, Object value) {
    String key = found.get(field).key();
    String expected =
        switch (field) {
          case TEXT, TAGS -> "a string or an array of strings";
          case ID, PUBLISHED -> "a string or a number";
          case TITLE, URL -> "a string";
        };
    return new WrongValue(
        RejectReason.WRONG_TYPE,
        "The key \"%s\" holds %s where %s was expected. Mend the record, or take the %s elsewhere: --map %s=KEY."
            .formatted(key, kind(value), expected, field.label(), field.label()));
  }

  private static String kind(Object value) {
    if (value instanceof Collection) {
      return "an array";
    }
    if (value instanceof Number) {
      return "a number";
    }
    return value instanceof Boolean ? "true or false" : "an object";
  }

  private static final class WrongValue extends Exception {

    private final RejectReason reason;

    WrongValue(RejectReason reason, String detail) {
      super(detail);
      this.reason = reason;
    }
  }
}
