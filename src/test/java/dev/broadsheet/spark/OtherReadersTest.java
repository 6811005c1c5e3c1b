package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output as read by DuckDB and by Spark SQL, with the queries that the documents show. */
class OtherReadersTest {

  private static final String PAGE = "how-to/sql.md";

  @TempDir private static Path folder;
  private static Path output;
  private static Connection duckDb;

  @BeforeAll
  static void run() throws IOException, SQLException {
    output = folder.resolve("out");
    Path text = Files.writeString(folder.resolve("\uD83D\uDCF0.txt"), withEmoji());
    SharedSpark.run(SharedSpark.settings(Path.of("data/sample"), output));
    SharedSpark.run(
        SharedSpark.settings(text, output, RunSettings.Mode.APPEND, RunSettings.PartitionBy.NONE));
    duckDb = DriverManager.getConnection("jdbc:duckdb:");
  }

  @AfterAll
  static void close() throws SQLException {
    duckDb.close();
  }

  /** Code points beyond the basic plane, so that offsets in UTF-16 or bytes would be wrong. */
  private static String withEmoji() {
    String sentence =
        "\uD83D\uDCF0 The minister said on day %d that the café \uD83C\uDF7D may open. ";
    StringBuilder text = new StringBuilder();
    IntStream.range(1, 13).forEach(day -> text.append(sentence.formatted(day)));
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"topics", "evidence", "summary"})
  void duckDbAndSparkAnswerThePagesQueryAlike(String what) throws IOException, SQLException {
    List<String> duck = duckDb(query("DuckDB: " + what));
    assertFalse(duck.isEmpty());
    assertEquals(spark(query("Spark SQL: " + what)), duck);
  }

  @Test
  void theOffsetsOfASummaryCutItsSentencesOutOfTheTextInBoth() throws IOException, SQLException {
    String wrong = "SELECT count(*) FROM (%s) WHERE NOT contains(summary, sentence)";
    assertEquals(List.of("0"), duckDb(wrong.formatted(query("DuckDB: summary"))));
    assertEquals(List.of("0"), spark(wrong.formatted(query("Spark SQL: summary"))));
    Stream<String> sentences = duckDb(query("DuckDB: summary")).stream();
    assertTrue(sentences.anyMatch(row -> row.contains("\uD83C\uDF7D may open.")));
  }

  @Test
  void duckDbFindsTheTypesThatTheDocumentsSay() throws SQLException {
    List<String> types =
        duckDb(
            "SELECT column_name || ' ' || column_type FROM (DESCRIBE SELECT * FROM 'out/articles/*.parquet')");
    assertTrue(types.contains("published TIMESTAMP WITH TIME ZONE"), types.toString());
    assertTrue(types.contains("source_tags VARCHAR[]"), types.toString());
    assertTrue(
        types.contains(
            "topics STRUCT(code VARCHAR, \"name\" VARCHAR, probability DOUBLE,"
                + " evidence STRUCT(\"begin\" INTEGER, \"end\" INTEGER, contribution DOUBLE)[])[]"),
        types.toString());
  }

  @Test
  void duckDbFindsWhatMadeTheFileInItsFooter() throws SQLException {
    List<String> versions =
        duckDb("SELECT decode(value) FROM parquet_kv_metadata('out/articles/*.parquet')");
    assertTrue(
        versions.stream().anyMatch(value -> value.contains("broadsheet.topic_model")),
        versions.toString());
  }

  @Test
  void eachQueryOfThePagesGivesRows() throws IOException, SQLException {
    int checked = 0;
    for (Page page : Page.all()) {
      for (Map.Entry<String, String> query : page.queries().entrySet()) {
        boolean isDuckDb = query.getKey().startsWith("DuckDB: ");
        List<String> rows = isDuckDb ? duckDb(query.getValue()) : spark(query.getValue());
        assertFalse(rows.isEmpty(), () -> page.file() + ": " + query.getKey());
        checked++;
      }
    }
    assertTrue(checked >= 9, "only " + checked + " queries were found");
  }

  /** The SQL block of the page that begins with the comment. */
  private static String query(String comment) throws IOException {
    String query = Page.of(PAGE).queries().get(comment);
    assertNotNull(query, () -> PAGE + " has no query that starts with -- " + comment);
    return query;
  }

  private static List<String> spark(String query) {
    SparkSession spark = SharedSpark.SESSION;
    return spark.sql(located(query)).collectAsList().stream().map(OtherReadersTest::text).toList();
  }

  private static String text(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(i -> String.valueOf(row.get(i)))
        .collect(Collectors.joining(" | "));
  }

  private static List<String> duckDb(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = duckDb.createStatement();
        ResultSet result = statement.executeQuery(located(query))) {
      while (result.next()) {
        rows.add(text(result));
      }
    }
    return rows;
  }

  private static String text(ResultSet row) throws SQLException {
    StringJoiner text = new StringJoiner(" | ");
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      text.add(String.valueOf(row.getObject(i)));
    }
    return text.toString();
  }

  private static String located(String query) {
    return query.replace("out/", output + "/");
  }
}
