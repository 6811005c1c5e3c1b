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
    } catch (Exception e) { // Spark throws checked ones that it does not declare
      Optional<String> damage = damage(tables, e);
      if (damage.isPresent()) {
        throw new IOException(damage.get(), e);
      }
      if (e instanceof RuntimeException failed && !(e instanceof UncheckedIOException)) {
        throw failed;
      }
      throw ofStorage(e);
    }
  }

  private static IOException ofStorage(Exception e) {
    if (e instanceof UncheckedIOException failed) {
      return failed.getCause();
    }
    return e instanceof IOException failed ? failed : new IOException(e);
  }

  /**
   * The damage that an error came of. What is thrown without a cause is our own, and not by a file;
   * what comes of input and output can come of manifests. Data files are read by tasks, which fail
   * with other errors: only then is it worth while to read them all.
   */
  private static Optional<String> damage(ArchiveTables tables, Exception e) {
    boolean isOwn = e instanceof IllegalStateException || e instanceof IllegalArgumentException;
    boolean isByTask = !(e instanceof IOException || e instanceof UncheckedIOException);
    return isOwn && e.getCause() == null
        ? Optional.empty()
        : damage(tables, 1, isByTask).stream().findFirst();
  }

  /**
   * Sentences that name a table and a file each; reads files until there are so many. None, if the
   * process was told to end: then nothing is damaged.
   */
  static List<String> damage(ArchiveTables tables, int most) {
    return damage(tables, most, true);
  }

  private static List<String> damage(ArchiveTables tables, int most, boolean withData) {
    List<String> damage = new ArrayList<>();
    for (Name name : Name.values()) {
      if (damage.size() < most && !Interruption.isUnderWay()) {
        damage.addAll(damageOf(tables, name, withData ? most : 0));
      }
    }
    return damage;
  }

  /** Reads all manifests, and data files until so many are damaged. */
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
