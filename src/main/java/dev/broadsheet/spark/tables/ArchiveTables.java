package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.spark.OutputLock;
import dev.broadsheet.spark.StagedOutput;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.Transaction;
import org.apache.iceberg.UpdateProperties;
import org.apache.iceberg.catalog.Catalog;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.catalog.SupportsNamespaces;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.spark.CommitMetadata;
import org.apache.iceberg.spark.Spark3Util;
import org.apache.iceberg.spark.SparkSchemaUtil;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The Iceberg tables of an archive: in folders of the output, or in a catalog of Spark's
 * configuration.
 *
 * <p>A commit to one table is atomic, and readers see whole snapshots of it. Over several tables
 * the rule is: what a run committed to {@link Name#REJECTS} and {@link Name#INPUT_FILES} counts
 * once {@link Name#RUNS} lists it, see {@link Recovery}.
 */
final class ArchiveTables {

  /** The tables. */
  enum Name {
    ARTICLES(TableRows.ARTICLES),
    REJECTS(TableRows.REJECTS),
    INPUT_FILES(TableRows.FILES),
    RUNS(TableRows.RUNS),
    TOMBSTONES(TableRows.TOMBSTONES);

    @SuppressWarnings("ImmutableEnumChecker") // Spark's types are immutable, but do not say so
    private final StructType columns;

    Name(StructType columns) {
      this.columns = columns;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Key of a table's property: since when it has the column that is named behind this. */
  private static final String SINCE = "broadsheet.column-since.";

  /** Key of a snapshot's summary: the run that committed it. */
  static final String RUN_ID = "broadsheet.run-id";

  /** Key of a snapshot's summary: what that run has to report, as JSON. */
  static final String REPORT = "broadsheet.report";

  /**
   * Version 2 is what other engines read best; rows replaced are marked, not whole files copied.
   */
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "format-version", "2",
          "write.merge.mode", "merge-on-read",
          "write.delete.mode", "copy-on-write",
          "write.parquet.compression-codec", "zstd",
          "write.parquet.row-group-size-bytes", String.valueOf(StagedOutput.ROW_GROUP_BYTES),
          "write.metadata.delete-after-commit.enabled", "true",
          "write.metadata.previous-versions-max", "20");

  private final SparkSession spark;

  /** Where the tables are, for a person: a folder, or catalog and namespace. */
  private final String place;

  private final boolean isShared;
  private final String prefix;
  private final Catalog catalog;
  private final Namespace namespace;

  /** Null for readers. */
  private OutputLock lock;

  private ArchiveTables(SparkSession spark, String place, boolean isShared, String prefix) {
    this.isShared = isShared;
    this.spark = spark;
    this.place = place;
    this.prefix = prefix;
    int dot = (prefix + ".").indexOf('.');
    this.catalog = Spark3Util.loadIcebergCatalog(spark, prefix.substring(0, dot));
    this.namespace =
        dot == prefix.length()
            ? Namespace.empty()
            : Namespace.of(prefix.substring(dot + 1).split("\\.", -1));
  }

  /**
   * The tables of an output.
   *
   * @param output qualified; holds the tables unless a catalog does
   * @param tables catalog and namespace, such as {@code prod.news}; null for the output's own
   */
  static ArchiveTables of(SparkSession spark, Path output, String tables) {
    return tables == null
        ? new ArchiveTables(spark, output + "/", false, hadoopCatalog(spark, output))
        : new ArchiveTables(spark, tables + ".", true, tables);
  }

  /** Spark keeps a catalog's settings from its first use on, so each output has its own. */
  private static String hadoopCatalog(SparkSession spark, Path output) {
    String name = "broadsheet_" + Integer.toHexString(output.toString().hashCode());
    String key = "spark.sql.catalog." + name;
    spark.conf().set(key, "org.apache.iceberg.spark.SparkCatalog");
    spark.conf().set(key + ".type", "hadoop");
    spark.conf().set(key + ".warehouse", output.toString());
    spark.conf().set(key + ".cache-enabled", "false");
    return name;
  }

  /** Has each commit from now on ask whether the lock is still held. */
  void guard(OutputLock held) {
    lock = held;
  }

  /**
   * Makes sure that no other run writes.
   *
   * @throws UncheckedIOException if another run has taken the lock over
   */
  void requireHeld() {
    try {
      if (lock != null) {
        lock.requireHeld();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether they lie in a catalog, where others may write as well. */
  boolean areShared() {
    return isShared;
  }

  SparkSession spark() {
    return spark;
  }

  /** Whether there are tables; some of them may be missing after a kill. */
  boolean exist() {
    return exists(Name.ARTICLES);
  }

  /**
   * Makes the tables that are missing.
   *
   * @throws FileNotFoundException if a table is gone that was there: what it held would be lost in
   *     silence
   */
  void create() throws FileNotFoundException {
    requireAll();
    if (catalog instanceof SupportsNamespaces namespaces
        && !namespace.isEmpty()
        && !namespaces.namespaceExists(namespace)) {
      namespaces.createNamespace(namespace);
    }
    for (Name name : Name.values()) {
      if (!exists(name)) {
        catalog.createTable(
            id(name),
            SparkSchemaUtil.convert(name.columns.asNullable()),
            PartitionSpec.unpartitioned(),
            PROPERTIES);
      }
    }
  }

  /**
   * A run that was killed while it made the tables may have left some without any rows.
   *
   * @throws FileNotFoundException if a table is gone that was there
   */
  void requireAll() throws FileNotFoundException {
    for (Name name : Name.values()) {
      if (!exists(name) && Arrays.stream(Name.values()).anyMatch(this::hasRows)) {
        throw new FileNotFoundException(
            "The table "
                + place
                + name
                + " is gone, which belongs to others that are there. Restore it from a backup, or"
                + " start anew in another --output.");
      }
    }
  }

  private boolean hasRows(Name name) {
    return exists(name) && load(name).currentSnapshot() != null;
  }

  private boolean exists(Name name) {
    try {
      return catalog.tableExists(id(name));
    } catch (RuntimeException e) {
      return true; // its metadata is damaged, which loading it tells
    }
  }

  /**
   * Gives tables that an older version made the columns that have come since; old rows have null in
   * them. The table remembers since when it has a column. Needs the lock.
   */
  void widen() {
    for (Name name : Name.values()) {
      if (!lacking(name).isEmpty()) {
        Transaction widening = load(name).newTransaction();
        widening
            .updateSchema()
            .unionByNameWith(SparkSchemaUtil.convert(name.columns.asNullable()))
            .commit();
        UpdateProperties since = widening.updateProperties();
        lacking(name).forEach(column -> since.set(SINCE + column, Instant.now().toString()));
        since.commit();
        widening.commitTransaction();
      }
    }
  }

  /** The columns of this version that the table does not have. */
  List<String> lacking(Name name) {
    Schema schema = load(name).schema();
    return Arrays.stream(name.columns.fieldNames())
        .filter(column -> schema.findField(column) == null)
        .toList();
  }

  /** By column that came later than the table, the time up to which rows have null in it. */
  Map<String, Instant> since(Name name) {
    Map<String, Instant> since = new HashMap<>();
    lacking(name).forEach(column -> since.put(column, Instant.MAX));
    load(name)
        .properties()
        .forEach(
            (key, value) -> {
              if (key.startsWith(SINCE)) {
                since.put(key.substring(SINCE.length()), Instant.parse(value));
              }
            });
    return since;
  }

  private TableIdentifier id(Name name) {
    return TableIdentifier.of(namespace, name.toString());
  }

  /** The name that Spark SQL knows a table by. */
  String sqlName(Name name) {
    return prefix + "." + name;
  }

  /** The current rows, with all columns of this version: those that the table lacks are null. */
  Dataset<Row> read(Name name) {
    return with(stored(name), name.columns);
  }

  /** The current rows, with the columns that the table has. */
  Dataset<Row> stored(Name name) {
    load(name);
    return spark.table(sqlName(name));
  }

  private static Dataset<Row> with(Dataset<Row> rows, StructType columns) {
    Dataset<Row> all = rows;
    for (StructField column : columns.fields()) {
      if (!Arrays.asList(rows.columns()).contains(column.name())) {
        all = all.withColumn(column.name(), lit(null).cast(column.dataType()));
      }
    }
    return all;
  }

  /** With the columns that only the table knows, if a newer version has written it. */
  private Dataset<Row> fitting(Name name, Dataset<Row> rows) {
    return with(rows, spark.table(sqlName(name)).schema());
  }

  /**
   * The table itself, as it is now.
   *
   * @throws UncheckedIOException if its metadata is damaged
   */
  Table load(Name name) {
    try {
      return catalog.loadTable(id(name));
    } catch (RuntimeException e) {
      throw new UncheckedIOException(
          new IOException(
              "The table "
                  + place
                  + name
                  + " cannot be opened: its metadata is gone or damaged. Restore it from a backup.",
              e));
    }
  }

  /** Whether the table has rows; reads none. */
  boolean isEmpty(Name name) {
    Snapshot current = load(name).currentSnapshot();
    return current == null || "0".equals(current.summary().get("total-records"));
  }

  /** Adds rows, as one commit. */
  void append(Name name, Dataset<Row> rows, Map<String, String> summary) {
    commit(summary, () -> fitting(name, rows).writeTo(sqlName(name)).append());
  }

  /** Puts the rows in the place of all there are, as one commit. */
  void replace(Name name, Dataset<Row> rows, Map<String, String> summary) {
    commit(summary, () -> fitting(name, rows).writeTo(sqlName(name)).overwrite(lit(true)));
  }

  /** Puts rows in the place of those with their ids, and adds the others, as one commit. */
  void merge(Dataset<Row> articles, Map<String, String> summary) {
    String table = sqlName(Name.ARTICLES);
    commit(
        summary,
        () ->
            fitting(Name.ARTICLES, articles)
                .as("s")
                .mergeInto(table, col(table + ".article_id").equalTo(col("s.article_id")))
                .whenMatched()
                .updateAll()
                .whenNotMatched()
                .insertAll()
                .merge());
  }

  /** What writes; Spark declares its exceptions. */
  interface Write {
    void run() throws Exception;
  }

  /** Has the snapshots that the write commits say what is in the summary. */
  void commit(Map<String, String> summary, Write write) {
    requireHeld();
    Callable<Void> call =
        () -> {
          write.run();
          return null;
        };
    try {
      CommitMetadata.withCommitProperties(new HashMap<>(summary), call, Exception.class);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The commit failed: " + e.getMessage(), e);
    }
  }

  /** The run that committed a snapshot; null if it says none, or there is no snapshot. */
  static String runOf(Snapshot snapshot) {
    return snapshot == null ? null : snapshot.summary().get(RUN_ID);
  }
}
