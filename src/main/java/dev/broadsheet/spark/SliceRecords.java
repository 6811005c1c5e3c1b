package dev.broadsheet.spark;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.pipeline.ArticlePipeline;
import dev.broadsheet.read.ArticleReader;
import dev.broadsheet.read.Bytes;
import dev.broadsheet.read.Format;
import dev.broadsheet.read.Source;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;

/**
 * All records of a task's slices, one file open at a time. Throws {@link StorageException} if the
 * storage fails.
 */
final class SliceRecords implements Iterator<Incoming>, Closeable {

  /** A record and where it was read. */
  record Placed(Incoming record, Place place) {}

  /** Characters that end a batch early, in whatever field of its records they are. */
  static final int BATCH_LENGTH = 1 << 20;

  private final Iterator<Slice> slices;
  private final ArticleReader reader;
  private final ParquetReading parquet;
  private final ProgressCounters progress;
  private final Storage storage;
  private Iterator<Incoming> records = Collections.emptyIterator();
  private Slice slice;
  private long number;

  SliceRecords(
      Iterator<Slice[]> bins,
      TaskSettings settings,
      ProgressCounters progress,
      Configuration hadoop) {
    Iterable<Slice[]> all = () -> bins;
    this.slices = StreamSupport.stream(all.spliterator(), false).flatMap(Arrays::stream).iterator();
    this.reader = settings.reader();
    this.storage = new Storage(hadoop);
    this.parquet = new ParquetReading(settings.fields(), settings.limits(), storage);
    this.progress = progress;
  }

  @Override
  public boolean hasNext() {
    while (!hasRecord()) {
      if (slice != null) {
        progress.addBytes(slice.bytes());
        slice = null;
      }
      if (!slices.hasNext()) {
        return false;
      }
      slice = slices.next();
      records = open(slice);
      number = 0;
    }
    return true;
  }

  /** A parser tells a failure of the storage as a record, or not at all. */
  private boolean hasRecord() {
    boolean hasNext = records.hasNext();
    storage.check();
    return hasNext;
  }

  @Override
  public void close() throws IOException {
    if (records instanceof Closeable open) {
      open.close();
    }
  }

  @Override
  public Incoming next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    number++;
    return records.next();
  }

  /** Some records to be processed together; empty at the end. */
  List<Placed> nextBatch() {
    List<Placed> batch = new ArrayList<>(ArticlePipeline.BATCH);
    long length = 0;
    while (batch.size() < ArticlePipeline.BATCH && length < BATCH_LENGTH && hasNext()) {
      Incoming incoming = next();
      batch.add(new Placed(incoming, Place.of(slice, number)));
      length += incoming.length();
    }
    return batch;
  }

  private Iterator<Incoming> open(Slice slice) {
    if (slice.fault() != null) {
      return List.<Incoming>of(
              new Rejected(slice.uri(), RejectReason.UNREADABLE_FILE, slice.fault(), null))
          .iterator();
    }
    Source source = new Source(slice.uri(), slice.name());
    if (slice.format() == Format.PARQUET) {
      return parquet.read(slice);
    }
    Bytes bytes = offset -> openAt(slice, offset);
    return slice.format() == Format.JSONL && !Format.isPacked(slice.uri())
        ? reader.lines(source, bytes, slice.begin(), slice.end())
        : reader.read(source, bytes, slice.format());
  }

  private InputStream openAt(Slice slice, long offset) throws IOException {
    FSDataInputStream in = storage.open(new Path(slice.uri()));
    in.seek(offset);
    return in;
  }
}
