package dev.broadsheet.spark;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.read.FieldMap;
import dev.broadsheet.read.Format;
import dev.broadsheet.read.Limits;
import dev.broadsheet.read.Unpacked;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads rows of Parquet files, of any writer, as records; of their columns those that are wanted.
 */
record ParquetReading(FieldMap fields, Limits limits, Storage storage) {

  /** The rows of the row groups that begin in the slice. */
  Iterator<Incoming> read(Slice slice) {
    return new Rows(slice);
  }

  /** Parquet is read from its end, so a compressed file is unpacked to the local disk first. */
  private java.nio.file.Path unpack(Path path) throws IOException {
    java.nio.file.Path file = Files.createTempFile("broadsheet", ".parquet");
    try (InputStream in = Unpacked.open(path.getName(), storage.open(path), limits)) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException | RuntimeException e) {
      Files.delete(file);
      throw e;
    }
  }

  /** Rows as they are asked for; a file that fails ends with one reject. */
  private final class Rows implements Iterator<Incoming>, Closeable {

    private final Slice slice;
    private ParquetReader<Group> reader;
    private java.nio.file.Path unpacked;
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
          close();
          return null;
        }
        String uri = slice.uri() + "#record=" + (reader.getCurrentRowIndex() + 1);
        return fields.article(ParquetValues.of(row), uri);
      } catch (IOException | RuntimeException e) {
        isDone = true;
        closeAfter(e);
        return unreadable(e);
      }
    }

    private ParquetReader<Group> open() throws IOException {
      Path path = new Path(slice.uri());
      if (!Format.isPacked(slice.uri())) {
        return open(path, slice.begin(), slice.end());
      }
      unpacked = unpack(path);
      return open(new Path(unpacked.toUri()), 0, Files.size(unpacked));
    }

    private ParquetReader<Group> open(Path path, long begin, long end) throws IOException {
      InputFile file = new ParquetFile(storage, path);
      Configuration conf = new Configuration(storage.hadoop());
      conf.set(ReadSupport.PARQUET_READ_SCHEMA, wanted(file).toString());
      return new ParquetReader.Builder<Group>(file) {
        @Override
        protected ReadSupport<Group> getReadSupport() {
          return new GroupReadSupport();
        }
      }.withConf(conf).withFileRange(begin, end).build();
    }

    /** The columns that are fields of articles; all, if none is. */
    private MessageType wanted(InputFile file) throws IOException {
      try (ParquetFileReader footer = ParquetFileReader.open(file)) {
        MessageType schema = footer.getFileMetaData().getSchema();
        List<Type> columns =
            schema.getFields().stream().filter(column -> fields.wants(column.getName())).toList();
        return columns.isEmpty() ? schema : new MessageType(schema.getName(), columns);
      }
    }

    private void closeAfter(Exception failure) {
      try {
        close();
      } catch (IOException e) {
        failure.addSuppressed(e); // the file is already known to be bad
      }
    }

    @Override
    public void close() throws IOException {
      if (reader != null) {
        reader.close();
      }
      if (unpacked != null) {
        Files.delete(unpacked);
        unpacked = null;
      }
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
