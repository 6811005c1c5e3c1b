package dev.broadsheet.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** What the footers of Parquet files say, which takes no Spark job to know. */
final class Footers {

  private Footers() {}

  /** Rows of all files below the folder; 0 if there is no such folder. */
  static long rows(FileSystem files, Path folder, Configuration hadoop) throws IOException {
    long rows = 0;
    if (files.exists(folder)) {
      RemoteIterator<LocatedFileStatus> all = files.listFiles(folder, true);
      while (all.hasNext()) {
        rows += rows(all.next(), hadoop);
      }
    }
    return rows;
  }

  private static long rows(FileStatus file, Configuration hadoop) throws IOException {
    if (!file.getPath().getName().endsWith(".parquet")) {
      return 0;
    }
    HadoopInputFile input = HadoopInputFile.fromStatus(file, hadoop);
    try (ParquetFileReader reader = ParquetFileReader.open(input)) {
      return reader.getRecordCount();
    }
  }
}
