package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** CSV or TSV with a header row (RFC 4180). Empty rows are no records. */
final class CsvRecords implements RecordParser {

  private static final Pattern SEPARATOR = Pattern.compile("(?i)sep=[,;\\t]\\s*");

  private final CsvFraming framing;
  private final Frames frames;
  private final CsvRow row;
  private final FieldMap fields;
  private final Source source;
  private final int limit;
  private final Decoder decoder = new Decoder(StandardCharsets.UTF_8);
  private List<String> header;
  private long number;

  private CsvRecords(InputStream in, char separator, Source source, FieldMap fields, int limit) {
    this.framing = new CsvFraming(separator);
    this.frames = new Frames(in, framing, limit, 0);
    this.row = new CsvRow(separator);
    this.fields = fields;
    this.source = source;
    this.limit = limit;
  }

  /** Comma, semicolon or tab separated: the one that the first line has most of. */
  static CsvRecords sniffed(Peeked in, Source source, FieldMap fields, int limit)
      throws IOException {
    String start = new String(in.start(), StandardCharsets.ISO_8859_1);
    String line = start.lines().findFirst().orElse("");
    return new CsvRecords(in, mostFrequent(line), source, fields, limit);
  }

  static CsvRecords tabbed(InputStream in, Source source, FieldMap fields, int limit) {
    return new CsvRecords(in, '\t', source, fields, limit);
  }

  @Override
  public Incoming next() throws IOException {
    if (header == null && (!findHeader() || !readHeader())) {
      throw new BadFile(RejectReason.EMPTY_TEXT, "The file holds no header row.", null);
    }
    return findRow() ? record(source.record(++number)) : null;
  }

  @Override
  public void close() throws IOException {
    frames.close();
  }

  /** The first row, but for a line such as {@code sep=;} by which Excel is told the separator. */
  private boolean findHeader() throws IOException {
    boolean found = findRow();
    boolean isSeparator = found && SEPARATOR.matcher(start()).matches();
    return isSeparator ? findRow() : found;
  }

  private boolean findRow() throws IOException {
    boolean found = frames.next();
    while (found && !frames.isTooLong() && frames.isBlank()) {
      found = frames.next();
    }
    return found;
  }

  private boolean readHeader() throws BadFile {
    Rejected fault = fault(source.uri());
    if (fault != null) {
      throw new BadFile(fault.reason(), "Header row: " + fault.detail(), fault.raw());
    }
    try {
      header = row.cells(decoder.chars(), decoder.length(), Integer.MAX_VALUE);
    } catch (CsvRow.Malformed e) {
      throw badHeader(e.getMessage());
    }
    requireGood(header);
    return true;
  }

  private void requireGood(List<String> names) throws BadFile {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!name.isBlank() && !seen.add(name.strip().toLowerCase(Locale.ROOT))) {
        throw badHeader("it names \"" + name + "\" twice");
      }
    }
    if (names.stream().noneMatch(this::isText)) {
      throw badHeader("no column is known to hold the text: name it by --map text=COLUMN");
    }
  }

  private boolean isText(String name) {
    FieldMap.Slot slot = fields.slot(name.strip());
    return slot != null && slot.field() == Field.TEXT;
  }

  private BadFile badHeader(String what) {
    return new BadFile(
        RejectReason.MALFORMED_RECORD,
        "The first row is no header for articles, " + what + "; no row was read.",
        start());
  }

  private Incoming record(String uri) {
    Rejected fault = fault(uri);
    if (fault != null) {
      return fault;
    }
    try {
      return article(row.cells(decoder.chars(), decoder.length(), header.size()), uri);
    } catch (CsvRow.Malformed e) {
      return malformed(uri, e.getMessage());
    }
  }

  /** What is wrong before the row is cut into cells; null if nothing is. */
  private Rejected fault(String uri) {
    if (frames.isTooLong()) {
      return Faults.tooLong(uri, frames.buffer(), frames.begin(), frames.end(), limit);
    }
    int wrong = decoder.decode(frames.buffer(), frames.begin(), frames.end());
    if (wrong >= 0) {
      return Faults.invalidEncoding(uri, frames.buffer(), frames.begin(), frames.end(), wrong);
    }
    return framing.isQuoted() ? malformed(uri, "the file ends inside a quoted cell") : null;
  }

  private Incoming article(List<String> cells, String uri) {
    Values values = new Values(fields);
    for (int i = 0; i < header.size(); i++) {
      values.put(header.get(i).strip(), i < cells.size() ? cells.get(i) : null);
    }
    return values.article(uri, this::start);
  }

  private Rejected malformed(String uri, String what) {
    return new Rejected(
        uri,
        RejectReason.MALFORMED_RECORD,
        "The row is not valid CSV: " + what + ". Mend it; check its quotes.",
        start());
  }

  private String start() {
    return Decoder.lenient(frames.buffer(), frames.begin(), frames.end());
  }

  private static char mostFrequent(String line) {
    char best = ',';
    for (char separator : new char[] {';', '\t'}) {
      best = count(line, separator) > count(line, best) ? separator : best;
    }
    return best;
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }
}
