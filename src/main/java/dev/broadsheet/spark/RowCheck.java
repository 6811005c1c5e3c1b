package dev.broadsheet.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import dev.broadsheet.article.RejectReason;
import dev.broadsheet.pipeline.Version;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Checks rows of an output or of tables against their contract.
 *
 * @param name of the rows, {@code articles} or {@code rejects}
 * @param columns of the rows, in this order; one more may follow, which says where a row is
 * @param build of this version, which judges what it made itself
 * @param since by column that came later than the rows, the time before which rows lack it
 */
public record RowCheck(String name, StructType columns, String build, Map<String, Instant> since)
    implements Serializable {

  /** The column that says where a row is. */
  public static final String WHERE = "where";

  private static final StructType FAULT =
      new StructType()
          .add("what", DataTypes.StringType, false)
          .add(WHERE, DataTypes.StringType, false);

  private static final Set<String> REASONS =
      Stream.of(RejectReason.values()).map(Enum::name).collect(Collectors.toUnmodifiableSet());

  /** Of {@code articles}. */
  public static RowCheck articles(Map<String, Instant> since) {
    return new RowCheck(Publication.ARTICLES, ArticleRows.ARTICLES, Version.build(), since);
  }

  /** Of {@code rejects}. */
  public static RowCheck rejects(Map<String, Instant> since) {
    return new RowCheck(Publication.REJECTS, ArticleRows.REJECTS, Version.build(), since);
  }

  /**
   * What is wrong, as sentences: each kind of fault once, with the number of rows and one of them.
   *
   * @param rows with these columns at least
   * @param where what to say of a row besides its id
   */
  public List<String> failures(Dataset<Row> rows, Column where) {
    MapPartitionsFunction<Row, Row> check = this::faults;
    return rows
        .withColumn(WHERE, where)
        .select(ArticleRows.columns(columns.add(WHERE, DataTypes.StringType)))
        .mapPartitions(check, Encoders.row(FAULT))
        .groupBy("what")
        .agg(count(lit(1)).as("rows"), min(WHERE).as(WHERE))
        .orderBy(col("what"))
        .collectAsList()
        .stream()
        .map(RowCheck::sentence)
        .map(sentence -> name + ": " + sentence)
        .toList();
  }

  private static String sentence(Row fault) {
    long rows = fault.getLong(1);
    return String.format(
        Locale.ROOT,
        "%s: %,d %s, %s",
        fault.getString(0),
        rows,
        rows == 1 ? "row" : "rows",
        fault.getString(2));
  }

  private Iterator<Row> faults(Iterator<Row> rows) {
    ArticleCheck article = name.equals(Publication.ARTICLES) ? new ArticleCheck(build) : null;
    Iterable<Row> iterable = () -> rows;
    return StreamSupport.stream(iterable.spliterator(), false)
        .flatMap(row -> faults(row, article).stream().map(what -> fault(what, row)))
        .iterator();
  }

  private static Row fault(String what, Row row) {
    Object id = row.schema().getFieldIndex("article_id").isDefined() ? row.getAs(0) : null;
    String uri = row.getAs("source_uri") + " in " + row.getAs(WHERE);
    return RowFactory.create(what, id == null ? "record " + uri : "article " + id + " of " + uri);
  }

  /** A row with nulls where none may be has no more to check. */
  private List<String> faults(Row row, ArticleCheck article) {
    List<String> older = columns(row);
    List<String> nulls = new ArrayList<>(Nulls.in(row, columns));
    boolean isWhole = nulls.isEmpty();
    nulls.removeAll(older);
    if (!nulls.isEmpty()) {
      return List.of("null in " + nulls.get(0));
    }
    if (!isWhole) {
      return List.of();
    }
    return article == null ? reject(row) : article.faults(row, older);
  }

  /** The columns that came after the row. */
  private List<String> columns(Row row) {
    Instant written = row.getAs("processed_at");
    return since.entrySet().stream()
        .filter(column -> written == null || written.isBefore(column.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static List<String> reject(Row row) {
    List<String> faults = new ArrayList<>();
    if (!REASONS.contains(row.<String>getAs("reason"))) {
      faults.add("'" + row.getAs("reason") + "' is no reason for a reject");
    }
    if (row.<String>getAs("detail").isBlank()) {
      faults.add("the detail is empty");
    }
    return faults;
  }
}
