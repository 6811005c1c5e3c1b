package dev.broadsheet.spark;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.read.FieldMap;
import dev.broadsheet.read.Limits;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/** Reads rows of Parquet files, of any writer, as records. */
record ParquetReading(FieldMap fields, Limits limits, Configuration hadoop) {

  /** The rows of the row groups that begin in the slice. */
  Iterator<Incoming> read(Slice slice) {
    return new Rows(slice);
  }

  /** Rows as they are asked for; a file that fails ends with one reject. */
  private final class Rows implements Iterator<Incoming> {

    private final Slice slice;
    private ParquetReader<Group> reader;
    private Incoming next;
    private boolean isDone;

    private Rows(Slice slice) {
      this.slice = slice;
    }

    @Override
    public boolean hasNext() {
      if (next == null && !isDone) {
        next = advance();
        isDone |= next == null;
      }
      return next != null;
    }

    @Override
    public Incoming next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Incoming result = next;
      next = null;
      return result;
    }

    /** Parquet's reader throws unchecked exceptions for files that are damaged. */
    private Incoming advance() {
      try {
        if (reader == null) {
          reader = open();
        }
        Group row = reader.read();
        if (row == null) {
          reader.close();
          return null;
        }
        String uri = slice.uri() + "#record=" + (reader.getCurrentRowIndex() + 1);
        return fields.article(ParquetValues.of(row), uri);
      } catch (IOException | RuntimeException e) {
        reader = null;
        isDone = true;
        return unreadable(e);
      }
    }

    private ParquetReader<Group> open() throws IOException {
      return ParquetReader.builder(new GroupReadSupport(), new Path(slice.uri()))
          .withConf(hadoop)
          .withFileRange(slice.begin(), slice.end())
          .build();
    }

    private Rejected unreadable(Exception e) {
      return new Rejected(
          slice.uri(),
          RejectReason.UNREADABLE_FILE,
          "The Parquet file cannot be read: "
              + e.getMessage()
              + ". Rows before this stand; write the file again.",
          null);
    }
  }
}
