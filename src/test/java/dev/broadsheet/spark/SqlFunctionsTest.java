package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFunctionsTest {

  private static final String TALKS =
      "'The foreign ministers of both states met in Vienna on Monday to end the long dispute.'";

  @TempDir private static Path folder;
  private static Path output;
  private static long articles;
  private static SparkSession spark;

  @BeforeAll
  static void runTheSampleAndOpenASessionWithTheExtensions() throws IOException {
    output = folder.resolve("out");
    articles = SharedSpark.run(Path.of("data/sample"), output).counts().articles();
    spark = SharedSpark.withExtensions();
    articles().createOrReplaceTempView("articles");
  }

  private static Dataset<Row> articles() {
    return spark.read().parquet(output.resolve("articles").toString());
  }

  @AfterEach
  void leaveCodeGenerationOn() {
    spark.conf().unset("spark.sql.codegen.wholeStage");
    spark.conf().unset("spark.sql.codegen.factoryMode");
  }

  private static Object value(String expression) {
    return spark.sql("SELECT " + expression).first().get(0);
  }

  private static long rowsThatDiffer() {
    return spark
        .sql(
            "SELECT * FROM articles WHERE NOT (topics(text, title) <=> topics"
                + " AND summarize(text, 3, title) <=> summary"
                + " AND language(text) <=> language AND clean_text(text, title) <=> text)")
        .count();
  }

  @Test
  void theResultsAreTheJobsRowByRow() {
    assertEquals(articles, articles().count());
    assertEquals(0, rowsThatDiffer());
  }

  @Test
  void theTopicsNamesAreInTheLanguageAskedFor() {
    String german = "topics(" + TALKS + ", 'Talks', 'de')";
    assertEquals(value("topics(" + TALKS + ", 'Talks').code"), value(german + ".code"));
    assertTrue(value(german + ".name").toString().contains("Diplomatie"), value(german)::toString);
    assertNull(value("topics(" + TALKS + ", 'Talks', NULL)"));
    Exception error = assertThrows(Exception.class, () -> value(german.replace("'de'", "'xx'")));
    assertTrue(causes(error).contains("no names of topics in \"xx\""), causes(error));
  }

  private static String causes(Throwable error) {
    return error == null ? "" : error + causes(error.getCause());
  }

  @Test
  void theResultsAreTheSameWithoutGeneratedCode() {
    spark.conf().set("spark.sql.codegen.wholeStage", "false");
    spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    assertEquals(0, rowsThatDiffer());
  }

  @Test
  void theTypesAreThoseOfTheJobsColumns() {
    Row row = spark.sql("SELECT topics(text, title) a, topics b FROM articles").first();
    assertEquals(
        row.schema().apply("b").dataType(), row.schema().apply("a").dataType().asNullable());
  }

  @Test
  void theRawTextsOfAnArchiveGiveTheSameAsWell() {
    spark.read().json("data/sample/wire.jsonl").createOrReplaceTempView("wire");
    Row equal =
        spark
            .sql(
                "SELECT count(*), count_if(topics(w.body, w.headline) <=> a.topics"
                    + " AND summarize(w.body, 3, w.headline) <=> a.summary)"
                    + " FROM wire w JOIN articles a ON w.id = a.article_id")
            .first();
    assertEquals(equal.getLong(0), equal.getLong(1));
    assertTrue(equal.getLong(0) > 5, equal.toString());
  }

  @Test
  void rawTextsGiveWhatTheJobMakesOfThem() {
    String raw = "'Talks resume\\nTalks resume\\n\\nThe foreign ministers met&nbsp;in Vienna.'";
    assertEquals("The foreign ministers met in Vienna.", value("clean_text(" + raw + ")"));
  }

  @Test
  void titleAndNumberOfSentencesMayBeLeftOut() {
    assertEquals(value("topics(" + TALKS + ", '')"), value("topics(" + TALKS + ")"));
    assertEquals(value("topics(" + TALKS + ", NULL)"), value("topics(" + TALKS + ")"));
    assertEquals(value("summarize(text, 3) FROM articles"), value("summarize(text) FROM articles"));
    assertEquals("politics", value("filter(topics(" + TALKS + ").name, n -> n = 'politics')[0]"));
  }

  @Test
  void nullInIsNullOut() {
    for (String call :
        List.of(
            "topics(NULL)",
            "summarize(NULL, 3)",
            "summarize('A text.', NULL)",
            "language(NULL)",
            "clean_text(NULL)")) {
      assertNull(value(call), call);
    }
  }

  @Test
  void whatTheJobRejectsAsTooLongIsNullAndDoesNotFailAQuery() {
    String text = "repeat('The river rose. ', 70000)";
    for (String call : List.of("topics(%s)", "summarize(%s)", "language(%s)", "clean_text(%s)")) {
      assertNull(value(call.formatted(text)), call);
      assertNull(value(call.formatted(text) + " FROM articles LIMIT 1"), call);
    }
    assertNull(value("topics('A text.', repeat('title ', 2000))"));
    assertEquals("A text.", value("clean_text('A text.', repeat('title ', 1000))"));
  }

  @Test
  void otherLanguagesAndEmptyTextsHaveNeitherTopicsNorSummary() {
    String french = "'Les ministres des affaires étrangères se sont réunis lundi à Vienne.'";
    assertEquals("fr", value("language(" + french + ")"));
    assertEquals("und", value("language('')"));
    for (String text : List.of(french, "''", "'42'")) {
      assertEquals(0, value("size(topics(" + text + "))"));
      assertEquals("", value("summarize(" + text + ")"));
    }
  }

  @Test
  void describeFunctionTellsHowToCallThem() {
    for (SqlFunction function : SqlFunctions.ALL) {
      String described = described(function.name());
      assertTrue(described.contains("Usage: " + function.name() + "(text"), described);
      assertTrue(described.contains("Arguments:"), described);
      assertTrue(described.contains("> SELECT"), described);
      assertFalse(described.contains("_FUNC_"), described);
    }
  }

  private static String described(String name) {
    StringBuilder text = new StringBuilder();
    spark
        .sql("DESCRIBE FUNCTION EXTENDED " + name)
        .collectAsList()
        .forEach(row -> text.append(row.getString(0)).append('\n'));
    return text.toString();
  }

  @Test
  void aWrongCallSaysWhatIsExpected() {
    String count = failure("SELECT language('a', 'b')");
    assertTrue(count.contains("language") && count.contains("1"), count);
    String sentences = failure("SELECT summarize('A text.', 0)");
    assertTrue(sentences.contains("must be 1 or more"), sentences);
    assertThrows(AnalysisException.class, () -> spark.sql("SELECT topics(array(1))"));
  }

  private static String failure(String sql) {
    Throwable failure = assertThrows(Throwable.class, () -> spark.sql(sql).collectAsList());
    while (failure.getCause() != null) {
      failure = failure.getCause();
    }
    return failure.getMessage();
  }

  @Test
  void columnsAreNamedByTheCall() {
    assertEquals("language(text)", spark.sql("SELECT language(text) FROM articles").columns()[0]);
  }
}
