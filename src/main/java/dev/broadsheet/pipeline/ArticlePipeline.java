package dev.broadsheet.pipeline;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.Enriched;
import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.Outcome;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import dev.broadsheet.article.Summary;
import dev.broadsheet.article.TopicScore;
import dev.broadsheet.clean.Cleaner;
import dev.broadsheet.language.LanguageGuess;
import dev.broadsheet.language.LanguageGuesser;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.TextQuality;
import dev.broadsheet.summary.Summarizer;
import dev.broadsheet.topics.TopicClassifier;
import java.util.List;
import java.util.Locale;

/** Takes articles through all steps. Holds the steps' buffers: one thread at a time. */
public final class ArticlePipeline {

  private final PipelineOptions options;
  private final StepClock clock;
  private final Cleaner cleaner = new Cleaner();
  private final LanguageGuesser languages;
  private final Segmenter segmenter;
  private final TopicClassifier classifier;
  private final Summarizer summarizer;

  /**
   * @param models shared with other threads
   * @param clock told how long each step took
   */
  public ArticlePipeline(Models models, PipelineOptions options, StepClock clock) {
    this.options = options;
    this.clock = clock;
    this.languages = new LanguageGuesser(models.language());
    this.segmenter = new Segmenter(models.segmenter());
    this.classifier = new TopicClassifier(models.topics());
    this.summarizer = new Summarizer(models.ranker(), options.budget());
  }

  /** Where a record read ends. Never throws for what a record holds, and never returns null. */
  public Outcome process(Incoming incoming) {
    if (incoming instanceof Rejected rejected) {
      return rejected;
    }
    RawArticle raw = (RawArticle) incoming;
    try {
      return process(raw);
    } catch (RuntimeException | StackOverflowError e) {
      return reject(raw, RejectReason.INTERNAL_ERROR, "Please report this: " + e);
    }
  }

  /** The product: a raw article in; its topics and summary, or the reason it has none, out. */
  public Outcome process(RawArticle raw) {
    clock.start();
    Article article = lap(Step.CLEAN, cleaner.clean(raw, options.now()));
    if (article.text().isEmpty()) {
      return reject(raw, RejectReason.EMPTY_TEXT, "No text is left after cleaning.");
    }
    if (article.text().length() > options.maxTextLength()) {
      return reject(raw, RejectReason.TOO_LONG, tooLong(article));
    }
    LanguageGuess language = lap(Step.LANGUAGE, languages.guess(article.text()));
    if (!language.isEnglish()) {
      return inOtherLanguage(raw, article, language);
    }
    SegmentedText title = segmenter.segment(article.title());
    SegmentedText text = lap(Step.SEGMENT, segmenter.segment(article.text()));
    double quality = TextQuality.of(text);
    if (quality < options.minTextQuality()) {
      return reject(raw, RejectReason.LOW_QUALITY, lowQuality(quality));
    }
    List<TopicScore> topics = lap(Step.TOPICS, classifier.classify(title, text));
    Summary summary = lap(Step.SUMMARY, summarizer.summarize(title, text));
    return enriched(article, language, quality, topics, summary, text);
  }

  private <T> T lap(Step step, T result) {
    clock.lap(step);
    return result;
  }

  private Enriched enriched(
      Article article,
      LanguageGuess language,
      double quality,
      List<TopicScore> topics,
      Summary summary,
      SegmentedText text) {
    return new Enriched(
        article,
        language.code(),
        language.confidence(),
        quality,
        classifier.topTopic(topics),
        topics,
        summary,
        text.sentenceCount(),
        text.tokenCount());
  }

  private Outcome inOtherLanguage(RawArticle raw, Article article, LanguageGuess language) {
    if (options.keepOtherLanguages()) {
      return new Enriched(
          article,
          language.code(),
          language.confidence(),
          null,
          null,
          List.of(),
          Summary.EMPTY,
          0,
          0);
    }
    return reject(
        raw,
        RejectReason.UNSUPPORTED_LANGUAGE,
        String.format(
            Locale.ROOT,
            "The text is in language '%s' (confidence %.2f); only English is processed. Use"
                + " --keep-other-languages to keep it without topics and summary.",
            language.code(),
            language.confidence()));
  }

  private String tooLong(Article article) {
    return "The text has "
        + article.text().length()
        + " characters, more than the limit of "
        + options.maxTextLength()
        + ". Split it, or raise --max-text-length.";
  }

  private static String lowQuality(double quality) {
    return String.format(
        Locale.ROOT,
        "The share of known words is %.2f: misread print or a lost encoding. Scan it again, or lower"
            + " --min-text-quality.",
        quality);
  }

  private static Rejected reject(RawArticle raw, RejectReason reason, String detail) {
    return new Rejected(raw.sourceUri(), reason, detail, raw.text());
  }
}
