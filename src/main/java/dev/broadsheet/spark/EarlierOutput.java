package dev.broadsheet.spark;

import dev.broadsheet.report.RunReport;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.StructType;

/**
 * What stands where the output shall be.
 *
 * @param isKept whether its rows stay, so that the run only adds to them
 */
public record EarlierOutput(boolean isKept) {

  /**
   * Whether the run may go on.
   *
   * @throws FileAlreadyExistsException if something stands in the way that the mode forbids to
   *     touch
   * @throws IOException if it cannot be read
   */
  public static EarlierOutput check(
      FileSystem files, Path output, Mode mode, PartitionBy partitionBy) throws IOException {
    if (!files.exists(output) || isEmptyFolder(files, output)) {
      return new EarlierOutput(false);
    }
    if (mode == Mode.ERROR) {
      throw new FileAlreadyExistsException(
          "The output " + output + " exists. Use --mode append or overwrite, or another --output.");
    }
    checkIsOurs(files, output);
    if (mode == Mode.APPEND) {
      checkPartitioning(files, output, partitionBy);
      checkColumns(files, output);
    }
    return new EarlierOutput(mode == Mode.APPEND);
  }

  private static boolean isEmptyFolder(FileSystem files, Path output) throws IOException {
    return files.getFileStatus(output).isDirectory() && files.listStatus(output).length == 0;
  }

  /** So that no folder of somebody else's is lost to a mistyped path. */
  private static void checkIsOurs(FileSystem files, Path output) throws IOException {
    if (!files.exists(new Path(output, Publication.REPORT))) {
      throw new FileAlreadyExistsException(
          "The output "
              + output
              + " was not written by Broadsheet (it has no "
              + Publication.REPORT
              + "). It is left alone: choose another --output.");
    }
  }

  private static void checkPartitioning(FileSystem files, Path output, PartitionBy partitionBy)
      throws IOException {
    RunReport report = PublishedOutput.report(files, new Path(output, Publication.REPORT));
    Object earlier = report.config().getOrDefault("partition-by", PartitionBy.NONE.toString());
    if (!earlier.equals(partitionBy.toString())) {
      throw new FileAlreadyExistsException(
          "The output " + output + " has --partition-by " + earlier + ": append with the same.");
    }
  }

  /** All files of an output have the same columns, or readers would see those of one of them. */
  private static void checkColumns(FileSystem files, Path output) throws IOException {
    Map<String, StructType> parts =
        Map.of(
            Publication.ARTICLES, ArticleRows.ARTICLES, Publication.REJECTS, ArticleRows.REJECTS);
    for (Map.Entry<String, StructType> rows : parts.entrySet()) {
      for (Path part : PartFiles.of(files, new Path(output, rows.getKey()))) {
        Optional<String> fault = PartFiles.fault(part, rows.getValue(), files.getConf());
        if (fault.isPresent()) {
          throw new IOException(
              "Nothing can be appended to this output. "
                  + fault.get()
                  + " If an older version wrote it: write it anew with --mode overwrite, or choose"
                  + " another --output.");
        }
      }
    }
  }
}
