package dev.broadsheet.pipeline;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.TopicScore;
import dev.broadsheet.clean.Cleaner;
import dev.broadsheet.language.LanguageGuess;
import dev.broadsheet.language.LanguageGuesser;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.summary.Budget;
import dev.broadsheet.summary.Summarizer;
import java.time.Instant;
import java.util.List;

/**
 * The pipeline's steps as functions of a text and its title, with the results of {@link
 * ArticlePipeline}: both are cleaned first, and only English has topics and a summary. Holds
 * buffers, and the last article's sentences for the next function asked about it: one thread at a
 * time.
 */
public final class TextFunctions {

  private final Models models;
  private final Cleaner cleaner = new Cleaner();
  private final LanguageGuesser languages;
  private final Segmenter segmenter;
  private final StoryTopics topics;
  private Summarizer summarizer;
  private int summarySentences;
  private Prepared last;

  /** An article ready for topics and summary; not segmented unless it is English. */
  private record Prepared(
      RawArticle raw,
      Article article,
      LanguageGuess guess,
      SegmentedText title,
      SegmentedText text) {

    private boolean isTooLong() {
      return article.text().length() > PipelineOptions.MAX_TEXT_LENGTH;
    }

    private boolean isEnglish() {
      return !article.text().isEmpty() && guess.isEnglish();
    }
  }

  /**
   * @param models shared with other threads
   */
  public TextFunctions(Models models) {
    this.models = models;
    this.languages = new LanguageGuesser(models.language());
    this.segmenter = new Segmenter(models.segmenter());
    this.topics = new StoryTopics(models.topics());
  }

  /** Whether the pipeline would reject the article as too long; not to be asked more of then. */
  public boolean isTooLong(String text, String title) {
    return title.length() > PipelineOptions.MAX_TITLE_LENGTH || prepared(text, title).isTooLong();
  }

  /** The text that the other functions look at, and that offsets count in; never null. */
  public String clean(String text, String title) {
    return prepared(text, title).article().text();
  }

  /** BCP 47 code of the text's language; {@code und} for a text without letters. */
  public String language(String text) {
    return prepared(text, "").guess().code();
  }

  /** As in the job's output; empty if the text is empty or not English. */
  public List<TopicScore> topics(String text, String title) {
    Prepared ready = prepared(text, title);
    return ready.isEnglish() ? topics.of(ready.title(), ready.text()) : List.of();
  }

  /**
   * As in the job's output with {@code --summary-sentences}; empty if the text is empty or not
   * English.
   *
   * @param sentences 1 or more
   */
  public String summarize(String text, int sentences, String title) {
    Prepared ready = prepared(text, title);
    Summarizer sized = summarizer(sentences);
    return ready.isEnglish() ? sized.summarize(ready.title(), ready.text()).text() : "";
  }

  private Summarizer summarizer(int sentences) {
    if (summarizer == null || summarySentences != sentences) {
      summarizer = new Summarizer(models.ranker(), Budget.ofSentences(sentences));
      summarySentences = sentences;
    }
    return summarizer;
  }

  private Prepared prepared(String text, String title) {
    RawArticle raw = new RawArticle("", null, null, title, text, null, List.of());
    if (last == null || !last.raw().equals(raw)) {
      last = prepare(raw);
    }
    return last;
  }

  private Prepared prepare(RawArticle raw) {
    Article article = cleaner.clean(raw, Instant.EPOCH);
    LanguageGuess guess = languages.guess(article.text());
    SegmentedText title = null;
    SegmentedText text = null;
    boolean fits = article.text().length() <= PipelineOptions.MAX_TEXT_LENGTH;
    if (guess.isEnglish() && fits) {
      title = segmenter.segment(article.title());
      text = segmenter.segment(article.text());
    }
    return new Prepared(raw, article, guess, title, text);
  }
}
