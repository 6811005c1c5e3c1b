package dev.broadsheet.spark.tables;

import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.spark.StagedOutput;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
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
  private final String prefix;
  private final Catalog catalog;
  private final Namespace namespace;

  private ArchiveTables(SparkSession spark, String prefix) {
    this.spark = spark;
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
    return new ArchiveTables(spark, tables == null ? hadoopCatalog(spark, output) : tables);
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

  SparkSession spark() {
    return spark;
  }

  /** Whether there are tables; some of them may be missing after a kill. */
  boolean exist() {
    return catalog.tableExists(id(Name.ARTICLES));
  }

  /** Makes the tables that are missing. */
  void create() {
    if (catalog instanceof SupportsNamespaces namespaces
        && !namespace.isEmpty()
        && !namespaces.namespaceExists(namespace)) {
      namespaces.createNamespace(namespace);
    }
    for (Name name : Name.values()) {
      if (!catalog.tableExists(id(name))) {
        catalog.createTable(
            id(name),
            SparkSchemaUtil.convert(name.columns.asNullable()),
            PartitionSpec.unpartitioned(),
            PROPERTIES);
      }
    }
  }

  private TableIdentifier id(Name name) {
    return TableIdentifier.of(namespace, name.toString());
  }

  /** The name that Spark SQL knows a table by. */
  String sqlName(Name name) {
    return prefix + "." + name;
  }

  /** The current rows. */
  Dataset<Row> read(Name name) {
    return spark.table(sqlName(name));
  }

  /** The table itself, as it is now. */
  Table load(Name name) {
    return catalog.loadTable(id(name));
  }

  /** Whether the table has rows; reads none. */
  boolean isEmpty(Name name) {
    Snapshot current = load(name).currentSnapshot();
    return current == null || "0".equals(current.summary().get("total-records"));
  }

  /** Adds rows, as one commit. */
  void append(Name name, Dataset<Row> rows, Map<String, String> summary) {
    commit(summary, () -> rows.writeTo(sqlName(name)).append());
  }

  /** Puts the rows in the place of all there are, as one commit. */
  void replace(Name name, Dataset<Row> rows, Map<String, String> summary) {
    commit(summary, () -> rows.writeTo(sqlName(name)).overwrite(lit(true)));
  }

  /** What writes; Spark declares its exceptions. */
  interface Write {
    void run() throws Exception;
  }

  /** Has the snapshots that the write commits say what is in the summary. */
  static void commit(Map<String, String> summary, Write write) {
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
