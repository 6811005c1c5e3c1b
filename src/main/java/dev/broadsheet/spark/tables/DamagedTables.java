package dev.broadsheet.spark.tables;

import dev.broadsheet.spark.Interruption;
import dev.broadsheet.spark.PartFiles;
import dev.broadsheet.spark.tables.ArchiveTables.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.ContentFile;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;

/** Finds out which files of tables are gone or damaged, once work on the tables has failed. */
final class DamagedTables {

  private DamagedTables() {}

  /**
   * Does work on tables.
   *
   * @throws IOException that names the damaged file, if there is one; else what the work throws
   */
  static <T> T telling(ArchiveTables tables, Callable<T> work) throws IOException {
    try {
      return work.call();
    } catch (IOException e) {
      throw e;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw e; // not by a file
    } catch (Exception e) { // Spark throws checked ones that it does not declare
      List<String> damage = damage(tables, 1);
      if (!damage.isEmpty()) {
        throw new IOException(damage.get(0), e);
      }
      throw e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
  }

  /**
   * Sentences that name a table and a file each; reads files until there are so many. None, if the
   * process was told to end: then nothing is damaged.
   */
  static List<String> damage(ArchiveTables tables, int most) {
    List<String> damage = new ArrayList<>();
    for (Name name : Name.values()) {
      if (damage.size() < most && !Interruption.isUnderWay()) {
        damage.addAll(damageOf(tables, name, most));
      }
    }
    return damage;
  }

  private static List<String> damageOf(ArchiveTables tables, Name name, int most) {
    Configuration hadoop = tables.spark().sparkContext().hadoopConfiguration();
    Table table = tables.load(name);
    Set<String> damage = new LinkedHashSet<>();
    try (CloseableIterable<FileScanTask> tasks = table.newScan().planFiles()) {
      for (FileScanTask task : tasks) {
        if (damage.size() < most) {
          fault(table, task.file(), hadoop).ifPresent(damage::add);
          task.deletes().forEach(file -> fault(table, file, hadoop).ifPresent(damage::add));
        }
      }
    } catch (IOException | RuntimeException e) {
      damage.add(
          "The table "
              + table.location()
              + " cannot be read: its manifests are gone or damaged. Restore it from a backup.");
    }
    return List.copyOf(damage);
  }

  private static Optional<String> fault(Table table, ContentFile<?> file, Configuration hadoop) {
    try {
      if (table.io().newInputFile(file.location()).getLength() == file.fileSizeInBytes()) {
        return PartFiles.damage(new Path(file.location()), hadoop);
      }
    } catch (RuntimeException e) {
      // gone: said below
    }
    return Optional.of(PartFiles.unreadable(new Path(file.location())));
  }
}
