package dev.broadsheet.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Cuts one row into cells by Jackson. */
final class CsvRow {

  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
          .build();

  private final CsvSchema schema;

  CsvRow(char separator) {
    this.schema = CsvSchema.emptySchema().withColumnSeparator(separator);
  }

  /**
   * The row's cells, at most {@code columns}; empty cells beyond are allowed.
   *
   * @throws Malformed if quotes are wrong or a cell beyond the columns holds something
   */
  List<String> cells(char[] chars, int length, int columns) throws Malformed {
    try (CsvParser parser = FACTORY.createParser(new CharArrayReader(chars, 0, length))) {
      parser.setSchema(schema);
      return cells(parser, columns);
    } catch (JsonProcessingException e) {
      throw new Malformed(e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory cannot fail", e);
    }
  }

  private static List<String> cells(CsvParser parser, int columns) throws IOException, Malformed {
    List<String> cells = new ArrayList<>();
    parser.nextToken();
    for (JsonToken token = parser.nextToken();
        token == JsonToken.VALUE_STRING;
        token = parser.nextToken()) {
      if (cells.size() < columns) {
        cells.add(parser.getText());
      } else if (!parser.getText().isBlank()) {
        throw new Malformed("it has more cells than the header's " + columns);
      }
    }
    return cells;
  }

  /** The row is no CSV, for the reason that the message gives. */
  static final class Malformed extends Exception {
    Malformed(String what) {
      super(what);
    }
  }
}
