package dev.broadsheet.spark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.article.Rejected;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Where one task attempt puts its rejects while its articles stream out: a file of JSON Lines, made
 * with the first reject. Only the files of attempts that counted are read afterwards, so that one
 * pass over the input gives both outputs and a failed attempt leaves nothing behind.
 */
final class RejectSpill implements AutoCloseable {

  /** Columns of a spill file. */
  static final StructType SCHEMA =
      new StructType()
          .add("source_uri", DataTypes.StringType, false)
          .add("reason", DataTypes.StringType, false)
          .add("detail", DataTypes.StringType, false)
          .add("raw", DataTypes.StringType, true)
          .add("file", DataTypes.StringType, false);

  private static final JsonMapper JSON = new JsonMapper();

  private final FileSystem files;
  private final Path path;
  private OutputStream out;
  private boolean isComplete;

  RejectSpill(FileSystem files, Path path) {
    this.files = files;
    this.path = path;
  }

  void add(Rejected rejected, String file) throws IOException {
    if (out == null) {
      out = files.create(path, true);
    }
    Map<String, String> record = new LinkedHashMap<>();
    record.put("source_uri", rejected.sourceUri());
    record.put("reason", rejected.reason().name());
    record.put("detail", rejected.detail());
    record.put("raw", rejected.raw());
    record.put("file", file);
    out.write(JSON.writeValueAsBytes(record));
    out.write('\n');
  }

  /** The file; null if nothing was rejected. */
  String file() {
    return out == null ? null : path.toString();
  }

  /** Closes the file, so that it counts. */
  void complete() throws IOException {
    if (out != null) {
      out.close();
      isComplete = true;
    }
  }

  /** Removes the file of an attempt that failed or was killed. */
  @Override
  public void close() throws IOException {
    if (out != null && !isComplete) {
      out.close();
      files.delete(path, false);
    }
  }
}
