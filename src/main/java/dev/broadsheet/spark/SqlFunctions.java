package dev.broadsheet.spark;

import dev.broadsheet.pipeline.Models;
import dev.broadsheet.pipeline.TextFunctions;
import dev.broadsheet.spark.SqlFunction.Parameter;
import dev.broadsheet.topics.TopicNames;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.types.DataTypes;
import scala.Function1;
import scala.Function2;
import scala.Function3;

/** The functions that {@link BroadsheetExtensions} adds, by the models that come with the jar. */
final class SqlFunctions {

  /** Buffers belong to a thread, and a thread of Spark's runs one task at a time. */
  private static final ThreadLocal<TextFunctions> TOOLS =
      ThreadLocal.withInitial(() -> new TextFunctions(Models.bundled()));

  /** Names that were asked for, by language. */
  private static final Map<String, TopicNames> NAMES = new ConcurrentHashMap<>();

  private static final int SENTENCES = 3;

  private static final Parameter TEXT =
      new Parameter(AgnosticEncoders.StringEncoder$.MODULE$, null);
  private static final Parameter TITLE = new Parameter(AgnosticEncoders.StringEncoder$.MODULE$, "");
  private static final Parameter NAME_LANGUAGE =
      new Parameter(AgnosticEncoders.StringEncoder$.MODULE$, TopicNames.ENGLISH);
  private static final Parameter COUNT =
      new Parameter(AgnosticEncoders.BoxedIntEncoder$.MODULE$, SENTENCES);

  private static final String TEXT_ARGUMENT =
      """

          Arguments:
            * text - a string: the body of an article, raw or clean.
      """;
  private static final String TITLE_ARGUMENT =
      """
            * title - a string: its headline, which counts as the text does; none if left out or NULL.
      """;
  private static final String NOTE =
      """

            The result is that of 'broadsheet run' for the same text and title, by the models in the jar.
            A text that is empty or not English has no topics and an empty summary. NULL for a NULL text,
            for one of more than 1,000,000 characters, and for a title of more than 10,000.
        \
      """;

  private static final SqlFunction TOPICS =
      new SqlFunction(
          "topics",
          "_FUNC_(text[, title[, names]]) - Returns what an article is about: its IPTC Media Topics"
              + " by probability, each with the sentences that speak for it.",
          TEXT_ARGUMENT
              + TITLE_ARGUMENT
              + """
                      * names - a string: the language of the topics' names, such as 'de'; 'en' if left out.
                """,
          """

                Examples:
                  > SELECT article_id, topic.name, topic.probability
                    FROM articles LATERAL VIEW explode(_FUNC_(text, title)) AS topic;
                   a-17  diplomacy  0.98
            """,
          NOTE.stripTrailing()
              + "\n      begin and end of evidence count code points of clean_text(text, title).\n  ",
          ArticleRows.TOPICS,
          List.of(TEXT, TITLE, NAME_LANGUAGE),
          (Function3<String, String, String, Object> & Serializable)
              (text, title, names) ->
                  names == null ? null : topics(text, orEmpty(title), names(names)));

  private static final SqlFunction SUMMARIZE =
      new SqlFunction(
          "summarize",
          "_FUNC_(text[, sentences[, title]]) - Returns the sentences of an article that sum it up,"
              + " in its own order, joined by a space.",
          TEXT_ARGUMENT
              + """
                      * sentences - an integer: most sentences of the summary, 3 if left out.
                """
              + TITLE_ARGUMENT,
          """

                Examples:
                  > SELECT _FUNC_(text, 2) FROM articles;
                   The river treaty was signed on Monday. It ends a quarrel of ten years.
            """,
          NOTE,
          DataTypes.StringType,
          List.of(TEXT, COUNT, TITLE),
          (Function3<String, Integer, String, Object> & Serializable)
              (text, count, title) ->
                  count == null ? null : summarize(text, atLeastOne(count), orEmpty(title)));

  private static final SqlFunction LANGUAGE =
      new SqlFunction(
          "language",
          "_FUNC_(text) - Returns the BCP 47 code of the language a text is in, such as 'en'; 'und'"
              + " for a text without letters.",
          TEXT_ARGUMENT,
          """

                Examples:
                  > SELECT _FUNC_('The ministers met in Vienna on Monday to end the dispute.');
                   en
            """,
          "",
          DataTypes.StringType,
          List.of(TEXT),
          (Function1<String, Object> & Serializable)
              text -> of(text, "", tools -> tools.language(text)));

  private static final SqlFunction CLEAN_TEXT =
      new SqlFunction(
          "clean_text",
          "_FUNC_(text[, title]) - Returns the text as 'broadsheet run' would write it, and as the"
              + " other functions see it; offsets count in it.",
          TEXT_ARGUMENT + TITLE_ARGUMENT,
          """

                Examples:
                  > SELECT _FUNC_('Prices&nbsp;rose.');
                   Prices rose.
            """,
          "",
          DataTypes.StringType,
          List.of(TEXT, TITLE),
          (Function2<String, String, Object> & Serializable)
              (text, title) ->
                  of(text, orEmpty(title), tools -> tools.clean(text, orEmpty(title))));

  /** All of them. */
  static final List<SqlFunction> ALL = List.of(TOPICS, SUMMARIZE, LANGUAGE, CLEAN_TEXT);

  private SqlFunctions() {}

  /**
   * NULL, and a warning of the task, for what the pipeline would reject: a query shall not fail.
   */
  private static Object of(String text, String title, Function<TextFunctions, Object> function) {
    if (text == null) {
      return null;
    }
    try {
      if (!TOOLS.get().isTooLong(text, title)) {
        return function.apply(TOOLS.get());
      }
      SqlWarnings.tooLong();
    } catch (RuntimeException | StackOverflowError e) {
      SqlWarnings.failed(e);
    }
    return null;
  }

  private static Object topics(String text, String title, TopicNames names) {
    return of(text, title, tools -> ArticleRows.topics(names.in(tools.topics(text, title))));
  }

  private static TopicNames names(String language) {
    return NAMES.computeIfAbsent(language, TopicNames::of);
  }

  private static Object summarize(String text, int sentences, String title) {
    return of(text, title, tools -> tools.summarize(text, sentences, title));
  }

  private static int atLeastOne(int sentences) {
    if (sentences < 1) {
      throw new IllegalArgumentException(
          "summarize: the number of sentences must be 1 or more, not " + sentences + ".");
    }
    return sentences;
  }

  private static String orEmpty(String title) {
    return title == null ? "" : title;
  }
}
