package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which key of a record holds which field of the article. Keys match whatever their case, hyphens,
 * underscores and spaces; of several keys for a field the first in its list that has a value wins,
 * of equal keys the last in the record. A field that the user mapped is taken from that key only.
 * Immutable, shared.
 */
public final class FieldMap implements Serializable {

  /** The keys that archives commonly use. */
  public static final FieldMap STANDARD = new FieldMap(Map.of());

  /** A key's field, and its place in the field's list. */
  record Slot(Field field, int rank) implements Serializable {}

  private final HashMap<String, Slot> slots = new HashMap<>();
  private final EnumMap<Field, String> mapped;

  private FieldMap(Map<Field, String> mapped) {
    this.mapped = new EnumMap<>(Field.class);
    this.mapped.putAll(mapped);
    for (Field field : Field.values()) {
      String key = mapped.get(field);
      add(field, key == null ? field.keys() : List.of(key));
    }
  }

  /** As {@link #parse}; the {@link #STANDARD} map for an empty text. */
  public static FieldMap parseOrStandard(String map) {
    return map.isEmpty() ? STANDARD : parse(map);
  }

  /**
   * Reads a map such as {@code text=body,title=headline}.
   *
   * @throws IllegalArgumentException if an item is no {@code field=key} or the field is unknown
   */
  public static FieldMap parse(String map) {
    Map<String, String> keys = new LinkedHashMap<>();
    for (String item : map.split(",", -1)) {
      int equals = item.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "The field map has \"" + item + "\"; expected field=key, such as text=body.");
      }
      String label = item.substring(0, equals).strip();
      if (keys.put(label, item.substring(equals + 1).strip()) != null) {
        throw givenTwice(label);
      }
    }
    return of(keys);
  }

  /**
   * A map from field names ({@code text, title, id, url, published, tags}) to keys.
   *
   * @throws IllegalArgumentException if a field is unknown, a key is empty or stands twice
   */
  public static FieldMap of(Map<String, String> keys) {
    Map<Field, String> mapped = new EnumMap<>(Field.class);
    keys.forEach((label, key) -> put(mapped, label, key));
    mapped.forEach(FieldMap::requireKey);
    if (mapped.values().stream().map(FieldMap::fold).distinct().count() < mapped.size()) {
      throw new IllegalArgumentException("The field map gives one key to two fields: " + keys);
    }
    return new FieldMap(mapped);
  }

  /**
   * The article of a record.
   *
   * @param record keys to values: strings, numbers, dates, collections of these, or null
   * @param sourceUri the record's place
   * @return the article, or a reject if the text is missing or a value is of the wrong type
   */
  public Incoming article(Map<String, ?> record, String sourceUri) {
    Values values = new Values(this);
    record.forEach(values::put);
    return values.article(sourceUri, () -> String.valueOf(record));
  }

  /** Whether a key may be that of a field; others need not be read. */
  public boolean wants(String key) {
    return slot(key) != null;
  }

  /** Whether the user said where the field is. */
  boolean maps(Field field) {
    return mapped.containsKey(field);
  }

  /** What a key is for; null if for nothing. */
  Slot slot(String key) {
    Slot slot = slots.get(key);
    return slot != null ? slot : slots.get(fold(key));
  }

  private void add(Field field, List<String> keys) {
    for (int rank = 0; rank < keys.size(); rank++) {
      if (slots.putIfAbsent(fold(keys.get(rank)), new Slot(field, rank)) != null
          && mapped.containsKey(field)) {
        slots.put(fold(keys.get(rank)), new Slot(field, rank));
      }
    }
  }

  private static Field field(String label) {
    return Field.named(label)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The field map has no field \"" + label + "\"; fields are " + Field.labels()));
  }

  private static void put(Map<Field, String> mapped, String label, String key) {
    if (mapped.put(field(label), key) != null) {
      throw givenTwice(label);
    }
  }

  private static IllegalArgumentException givenTwice(String label) {
    return new IllegalArgumentException(
        "The field map gives the field \"" + label + "\" twice; give one key for it.");
  }

  private static void requireKey(Field field, String key) {
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException(
          "The field map gives no key for " + field.label() + "; expected field=key.");
    }
  }

  private static String fold(String key) {
    StringBuilder folded = new StringBuilder(key.length());
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c != '_' && c != '-' && c != ' ') {
        folded.append(c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
