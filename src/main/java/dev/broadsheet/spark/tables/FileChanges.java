package dev.broadsheet.spark.tables;

import dev.broadsheet.spark.InputFiles.InputFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * The input files against those that the tables remember.
 *
 * @param read to be read: new, changed, not readable before, or made by others if these shall be
 *     made anew
 * @param standing unchanged; their rows in {@link TableRows#FILES}
 * @param vanished paths remembered that are no input files any more
 */
record FileChanges(List<InputFile> read, List<Row> standing, List<String> vanished) {

  /**
   * Compares.
   *
   * @param listed the input files
   * @param remembered the table of files
   * @param fingerprint that files must have been read under; null if any will do
   */
  static FileChanges between(List<InputFile> listed, Dataset<Row> remembered, String fingerprint) {
    Map<String, Row> before = new LinkedHashMap<>();
    remembered.collectAsList().forEach(row -> before.put(row.getAs("path"), row));
    List<InputFile> read = new ArrayList<>();
    List<Row> standing = new ArrayList<>();
    for (InputFile file : listed) {
      Row row = before.remove(file.uri());
      if (row != null && isSame(file, row) && isDone(row, fingerprint)) {
        standing.add(row);
      } else {
        read.add(file);
      }
    }
    return new FileChanges(read, standing, List.copyOf(before.keySet()));
  }

  private static boolean isSame(InputFile file, Row row) {
    return Objects.equals(file.bytes(), row.getAs("bytes"))
        && Objects.equals(Instant.ofEpochMilli(file.modified()), row.getAs("modified"));
  }

  private static boolean isDone(Row row, String fingerprint) {
    boolean isOurs = fingerprint == null || fingerprint.equals(row.getAs("fingerprint"));
    return isOurs && !Boolean.TRUE.equals(row.getAs("is_unreadable"));
  }

  /** Whether there is nothing to do. */
  boolean isEmpty() {
    return read.isEmpty() && vanished.isEmpty();
  }

  /** Path and modification time, in milliseconds, of the unchanged files. */
  List<Row> standingTimes() {
    return standing.stream()
        .map(
            row ->
                RowFactory.create(row.getAs("path"), row.<Instant>getAs("modified").toEpochMilli()))
        .toList();
  }

  /** The files read or vanished, in the form of {@link #standingTimes}. */
  List<Row> touched() {
    List<Row> touched = new ArrayList<>();
    read.forEach(file -> touched.add(RowFactory.create(file.uri(), file.modified())));
    vanished.forEach(path -> touched.add(RowFactory.create(path, 0L)));
    return touched;
  }

  /** Size of the files read. */
  long bytes() {
    return read.stream().mapToLong(InputFile::bytes).sum();
  }

  /** The files read, as rows of {@link TableRows#FILES}. */
  List<Row> readRows(String fingerprint, Set<String> unreadable, String runId) {
    return read.stream()
        .map(
            file ->
                RowFactory.create(
                    file.uri(),
                    file.bytes(),
                    Instant.ofEpochMilli(file.modified()),
                    fingerprint,
                    unreadable.contains(file.uri()),
                    runId))
        .toList();
  }
}
