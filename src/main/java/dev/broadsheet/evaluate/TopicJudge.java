package dev.broadsheet.evaluate;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.TopicScore;
import dev.broadsheet.clean.Cleaner;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.topics.Taxonomy;
import dev.broadsheet.topics.TopicClassifier;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Judges a model's topics by an archive's tags. Holds buffers: one thread. */
public final class TopicJudge {

  private final TagMap tags;
  private final Taxonomy taxonomy;
  private final Cleaner cleaner = new Cleaner();
  private final Segmenter segmenter;
  private final TopicClassifier classifier;

  public TopicJudge(Models models, TagMap tags) {
    this.tags = tags;
    this.taxonomy = models.topics().taxonomy();
    this.segmenter = new Segmenter(models.segmenter());
    this.classifier = new TopicClassifier(models.topics());
  }

  /**
   * Cleans and classifies an article as a run does, but for its language, which is taken for
   * English. Every known topic has its probability.
   *
   * @return null if it has no text, or no tag that tells anything
   */
  public Judged judge(RawArticle raw) {
    Article article = cleaner.clean(raw, Instant.EPOCH);
    TagMap.Truth truth = tags.truth(article.tags());
    if (truth.known().isEmpty() || article.text().isEmpty()) {
      return null;
    }
    SegmentedText title = segmenter.segment(article.title());
    SegmentedText text = segmenter.segment(article.text());
    Map<String, Double> probabilities = probabilities(classifier.probabilities(title, text));
    return judged(
        article.id(),
        article.sourceUri(),
        text.tokenCount(),
        probabilities,
        codes(classifier.classify(title, text)),
        truth);
  }

  /**
   * Judges what a run has written. Only the topics given have a probability.
   *
   * @param probabilities of the topics given, by code
   * @return null if no tag tells anything
   */
  public static Judged judge(
      TagMap tags,
      String id,
      String sourceUri,
      int words,
      List<String> sourceTags,
      Map<String, Double> probabilities) {
    TagMap.Truth truth = tags.truth(sourceTags);
    return truth.known().isEmpty()
        ? null
        : judged(id, sourceUri, words, probabilities, probabilities.keySet(), truth);
  }

  private static Judged judged(
      String id,
      String sourceUri,
      int words,
      Map<String, Double> probabilities,
      Set<String> given,
      TagMap.Truth truth) {
    Map<String, Double> known = new HashMap<>(probabilities);
    known.keySet().retainAll(truth.known());
    Set<String> givenAndKnown = new TreeSet<>(given);
    givenAndKnown.retainAll(truth.known());
    return new Judged(
        id, source(sourceUri), words, known, givenAndKnown, truth.yes(), truth.known());
  }

  /** The file of a record; of a file that is an article, its folder. */
  private static String source(String uri) {
    int record = uri.indexOf('#');
    String place = record >= 0 ? uri.substring(0, record) : uri.replaceFirst("/[^/]*$", "");
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private Map<String, Double> probabilities(double[] values) {
    Map<String, Double> probabilities = new HashMap<>();
    for (int topic = 0; topic < values.length; topic++) {
      probabilities.put(taxonomy.topic(topic).code(), values[topic]);
    }
    return probabilities;
  }

  private static Set<String> codes(Collection<TopicScore> scores) {
    return scores.stream().map(TopicScore::code).collect(Collectors.toSet());
  }
}
