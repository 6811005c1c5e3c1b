package dev.broadsheet.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the report page shows of an output: counts, and a choice of articles. Topics are numbered by
 * their place in {@code topics}.
 *
 * @param name of the output, for the page's title
 * @param written ISO 8601, when this view was made
 * @param totals counts over all articles
 * @param topics the most frequent ones, most frequent first
 * @param timeline articles and topics over time
 * @param together pairs of topics that articles share, as {@code [topic, other, articles]}
 * @param languages articles by language, most frequent first
 * @param languageConfidence articles by the detector's confidence, in {@link #BINS} equal bins
 * @param lengths articles by length
 * @param rejects records rejected, by reason, most frequent first
 * @param runs the output's runs, newest first
 * @param articles a choice of articles, newest first
 */
@SuppressWarnings("ArrayRecordComponent") // made once and written once, never compared
public record ArchiveView(
    String name,
    String written,
    Totals totals,
    List<Topic> topics,
    Timeline timeline,
    List<int[]> together,
    List<Count> languages,
    int[] languageConfidence,
    Lengths lengths,
    List<Reject> rejects,
    List<RunReport> runs,
    List<ArticleCard> articles) {

  /** Bins of a histogram of probabilities. */
  public static final int BINS = 20;

  /** The code that stands for articles without any topic. */
  public static final String NO_TOPIC = "";

  /**
   * Counts over all articles.
   *
   * @param dated of the articles, those with a date
   * @param fresh of the articles, those that the newest run wrote
   * @param topics distinct topics given
   * @param tokens of all texts
   * @param first ISO date of the oldest article; null if none has a date
   * @param last ISO date of the newest article; null if none has a date
   */
  public record Totals(
      long articles,
      long dated,
      long fresh,
      long rejects,
      int topics,
      long tokens,
      String first,
      String last) {}

  /**
   * A topic.
   *
   * @param code the vocabulary's; {@link #NO_TOPIC} for articles without any
   * @param parent number of the next broader topic on the page, -1 if there is none
   * @param articles that have it
   * @param fresh of these, those that the newest run wrote
   * @param confidence articles by the topic's probability, in {@link #BINS} equal bins
   */
  public record Topic(
      String code, String name, int parent, long articles, long fresh, int[] confidence) {}

  /**
   * Articles over time, in equal periods without gaps.
   *
   * @param unit of a period: {@code day}, {@code month} or {@code year}
   * @param first ISO date on which the first period begins; null if there is none
   * @param volume articles in each period
   * @param topics of these, those on each topic: a row a topic
   */
  public record Timeline(String unit, String first, int[] volume, int[][] topics) {}

  /** A value and how many articles have it. */
  public record Count(String value, long articles) {}

  /**
   * Articles by length.
   *
   * @param edges tokens at which each bin begins, ascending; the last is open
   * @param articles in each bin
   * @param tokens tenth, half and nine tenths of the articles have at most so many
   * @param sentences as {@code tokens}
   */
  public record Lengths(int[] edges, long[] articles, int[] tokens, int[] sentences) {}

  /**
   * Records rejected for one reason.
   *
   * @param examples some of them
   */
  public record Reject(String reason, long records, List<Example> examples) {

    /**
     * A record rejected.
     *
     * @param where it was read
     * @param detail what was wrong
     */
    public record Example(String where, String detail) {}
  }

  /**
   * An article to read.
   *
   * @param url where it was published; null if unknown
   * @param date ISO date; null if unknown
   * @param source where it was read
   * @param topics its topics, most probable first
   * @param passages sentences of the text, in its order: the summary's and the evidence's
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ArticleCard(
      String title,
      String url,
      String date,
      String source,
      List<Given> topics,
      List<Passage> passages) {}

  /**
   * A topic given to an article.
   *
   * @param t number of the topic
   * @param p its probability, in [0, 1]
   * @param e evidence, strongest first, as {@code [passage, contribution to the log-odds]}
   */
  public record Given(int t, double p, List<double[]> e) {}

  /**
   * A sentence.
   *
   * @param s whether it is of the summary; left out if it is not
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  public record Passage(String text, boolean s) {}
}
