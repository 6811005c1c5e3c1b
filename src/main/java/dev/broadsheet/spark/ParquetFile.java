package dev.broadsheet.spark;

import java.io.IOException;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A Parquet file as {@link Storage} opens it. */
record ParquetFile(Storage storage, Path path) implements InputFile {

  @Override
  public long getLength() throws IOException {
    return path.getFileSystem(storage.hadoop()).getFileStatus(path).getLen();
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    return HadoopStreams.wrap(storage.open(path));
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
