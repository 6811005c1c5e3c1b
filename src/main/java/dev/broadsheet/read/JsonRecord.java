package dev.broadsheet.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Parses one JSON object from its bytes, such as a line of JSON Lines. Of equal keys the last wins;
 * values under keys that no field wants are skipped. Nesting deeper than 100 is malformed. Holds a
 * buffer: one thread.
 */
public final class JsonRecord {

  private static final int MAX_DEPTH = 100;

  /**
   * Strings are bounded by the record, which is in memory already. Names are not remembered:
   * hostile records have a million of them.
   */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final FieldMap fields;
  private final boolean isNinjs;
  private final Decoder decoder = new Decoder(StandardCharsets.UTF_8);

  public JsonRecord(FieldMap fields) {
    this(fields, false);
  }

  /**
   * @param isNinjs whether all records are ninjs items; else those are that look it, unless the
   *     user mapped the text
   */
  JsonRecord(FieldMap fields, boolean isNinjs) {
    this.fields = fields;
    this.isNinjs = isNinjs;
  }

  /**
   * The article in {@code bytes[begin, end)}, or why there is none.
   *
   * @param bytes UTF-8 without a byte order mark; white space around the object is allowed
   * @param sourceUri the record's place
   */
  public Incoming parse(byte[] bytes, int begin, int end, String sourceUri) {
    int wrong = decoder.decode(bytes, begin, end);
    return wrong >= 0
        ? Faults.invalidEncoding(sourceUri, bytes, begin, end, wrong)
        : parse(decoder.chars(), decoder.length(), sourceUri);
  }

  private Incoming parse(char[] chars, int length, String sourceUri) {
    try (JsonParser parser = FACTORY.createParser(chars, 0, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return noObject(parser, sourceUri, chars, length);
      }
      return isNinjs ? item(parser, sourceUri) : article(parser, sourceUri, chars, length);
    } catch (JsonProcessingException e) {
      return malformed(e, sourceUri, start(chars, length));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory cannot fail", e);
    }
  }

  private Incoming article(JsonParser parser, String sourceUri, char[] chars, int length)
      throws IOException {
    Values values = new Values(fields);
    int markers = 0;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      if (values.wants(key)) {
        values.put(key, value(parser));
      } else {
        markers += Ninjs.isMarker(key) ? 1 : 0;
        parser.skipChildren();
      }
    }
    requireEnd(parser);
    boolean isItem = !fields.maps(Field.TEXT) && Ninjs.isItem(markers, values.has(Field.TEXT));
    return isItem
        ? again(sourceUri, chars, length)
        : values.article(sourceUri, () -> start(chars, length));
  }

  /** An item is known by its keys when all of them were seen; so it is read once more. */
  private static Incoming again(String sourceUri, char[] chars, int length) throws IOException {
    try (JsonParser parser = FACTORY.createParser(chars, 0, length)) {
      parser.nextToken();
      return item(parser, sourceUri);
    }
  }

  private static Incoming item(JsonParser parser, String sourceUri) throws IOException {
    NewsItem item = Ninjs.item(parser);
    requireEnd(parser);
    return item.at(sourceUri);
  }

  private static void requireEnd(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "there is more after the object");
    }
  }

  /** A value as {@link Values} takes it; an object is only known to be one. */
  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
      case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
      case VALUE_NULL -> null;
      case START_ARRAY -> array(parser);
      default -> {
        parser.skipChildren();
        yield Map.of();
      }
    };
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static Rejected noObject(JsonParser parser, String sourceUri, char[] chars, int length) {
    return new Rejected(
        sourceUri,
        RejectReason.WRONG_TYPE,
        "The record is %s where an object was expected; write it as {\"text\": …}."
            .formatted(named(parser.currentToken())),
        start(chars, length));
  }

  private static String named(JsonToken token) {
    return switch (token) {
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case START_ARRAY -> "an array";
      default -> token.asString();
    };
  }

  private static Rejected malformed(JsonProcessingException e, String sourceUri, String raw) {
    String where =
        e.getLocation() == null
            ? ""
            : ", at line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr()
                + " of the record";
    return new Rejected(
        sourceUri,
        RejectReason.MALFORMED_RECORD,
        "The record is not valid JSON%s: %s. Mend it.".formatted(where, e.getOriginalMessage()),
        raw);
  }

  private static String start(char[] chars, int length) {
    return new String(chars, 0, Math.min(length, Rejected.MAX_RAW + 1));
  }
}
