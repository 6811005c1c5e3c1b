package dev.broadsheet.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.spark.RunSettings.Mode;
import dev.broadsheet.spark.RunSettings.PartitionBy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

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
    try (InputStream in = files.open(new Path(output, Publication.REPORT))) {
      JsonNode earlier = new JsonMapper().readTree(in).at("/config/partition-by");
      if (!earlier.asText("none").equals(partitionBy.toString())) {
        throw new FileAlreadyExistsException(
            "The output "
                + output
                + " has --partition-by "
                + earlier.asText()
                + ": append with the same.");
      }
    }
  }
}
