package dev.broadsheet.topics;

import dev.broadsheet.article.Evidence;
import dev.broadsheet.article.Sentence;
import dev.broadsheet.article.TopicScore;
import dev.broadsheet.segment.SegmentedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Gives articles their topics. Holds buffers: one thread at a time; the model behind it is shared.
 */
public final class TopicClassifier {

  private static final int MAX_EVIDENCE = 3;

  /** Topics as probable as this are told apart by how narrow they are. */
  private static final double SURE = 0.9;

  private static final Comparator<TopicScore> MOST_PROBABLE_FIRST =
      Comparator.comparingDouble(TopicScore::probability)
          .reversed()
          .thenComparing(TopicScore::code);

  private final TopicModel model;
  private final Taxonomy taxonomy;
  private final DocumentVector vector;
  private final int[] sums;

  /** By each topic's own words. */
  private final double[] own;

  /** A parent's is no lower than its children's. */
  private final double[] probabilities;

  private final boolean[] given;
  private int best;
  private IntPredicate isFurniture;

  public TopicClassifier(TopicModel model) {
    this.model = model;
    this.taxonomy = model.taxonomy();
    this.vector = new DocumentVector(model);
    this.sums = new int[taxonomy.size()];
    this.own = new double[taxonomy.size()];
    this.probabilities = new double[taxonomy.size()];
    this.given = new boolean[taxonomy.size()];
  }

  /** Topics with evidence from any sentence of the body. */
  public List<TopicScore> classify(SegmentedText title, SegmentedText body) {
    return classify(title, body, sentence -> false);
  }

  /**
   * The topics whose probability reaches their threshold (by a model of single labels: the most
   * probable topic, the first of equals) and, with each, its parents; most probable first, ties by
   * code. A text without any known word has none.
   *
   * @param title its sentences count as the body's, but are no evidence
   * @param isFurniture tells of a sentence of the body, counted from 0, whether it is the page's
   *     and not the story's: no evidence either
   */
  public List<TopicScore> classify(
      SegmentedText title, SegmentedText body, IntPredicate isFurniture) {
    this.isFurniture = isFurniture;
    probabilities(title, body);
    List<TopicScore> scores = new ArrayList<>();
    if (vector.size() > 0) {
      decide();
      addScores(title.sentenceCount(), body, scores);
    }
    scores.sort(MOST_PROBABLE_FIRST);
    return scores;
  }

  /**
   * One calibrated probability a topic, in the taxonomy's order; a parent's is never below its
   * child's.
   */
  public double[] probabilities(SegmentedText title, SegmentedText body) {
    sum(title, body);
    for (int topic = 0; topic < sums.length; topic++) {
      own[topic] = model.calibration(topic).probability(logit(topic));
    }
    System.arraycopy(own, 0, probabilities, 0, own.length);
    taxonomy.raiseParents(probabilities);
    return probabilities.clone();
  }

  /** One raw logit a topic, in the taxonomy's order. */
  public double[] logits(SegmentedText title, SegmentedText body) {
    sum(title, body);
    return IntStream.range(0, sums.length).mapToDouble(this::logit).toArray();
  }

  private void sum(SegmentedText title, SegmentedText body) {
    vector.set(title, body);
    Arrays.fill(sums, 0);
    vector.addTo(sums);
  }

  private double logit(int topic) {
    return model.bias(topic, vector.isBrief()) + model.weights().number(sums[topic]);
  }

  /**
   * What each sentence adds to a topic's logit in the article last seen, the title's sentences
   * first: their sum and the topic's bias make the logit.
   */
  public double[] contributions(int topic) {
    double[] contributions = new double[vector.sentenceCount()];
    for (int sentence = 0; sentence < contributions.length; sentence++) {
      contributions[sentence] = vector.contribution(sentence, topic);
    }
    return contributions;
  }

  /**
   * The name of the most specific sure topic: among the given topics that have no given child, the
   * deepest of those of 0.9 and more, or the most probable one if none is so sure; null if no topic
   * is given.
   */
  public String topTopic(List<TopicScore> scores) {
    return scores.stream()
        .filter(score -> scores.stream().noneMatch(other -> isParent(score, other)))
        .min(
            Comparator.comparingInt(this::depthIfSure)
                .reversed()
                .thenComparing(MOST_PROBABLE_FIRST))
        .map(TopicScore::name)
        .orElse(null);
  }

  private int depthIfSure(TopicScore score) {
    return score.probability() < SURE
        ? 0
        : (int) taxonomy.withParents(taxonomy.index(score.code())).count();
  }

  private boolean isParent(TopicScore score, TopicScore other) {
    int parent = taxonomy.parent(taxonomy.index(other.code()));
    return parent >= 0 && taxonomy.topic(parent).code().equals(score.code());
  }

  private void decide() {
    best = 0;
    for (int topic = 1; topic < probabilities.length; topic++) {
      best = probabilities[topic] > probabilities[best] ? topic : best;
    }
    for (int topic = 0; topic < given.length; topic++) {
      given[topic] = isOwn(topic);
    }
    for (int topic = given.length - 1; topic >= 0; topic--) {
      if (given[topic] && taxonomy.parent(topic) >= 0) {
        given[taxonomy.parent(topic)] = true;
      }
    }
  }

  /** Whether the topic is given for its own sake, not for a child's. */
  private boolean isOwn(int topic) {
    return model.card().isSingleLabel()
        ? topic == best
        : own[topic] >= model.calibration(topic).threshold();
  }

  private void addScores(int firstOfBody, SegmentedText body, List<TopicScore> scores) {
    for (int topic = 0; topic < given.length; topic++) {
      if (given[topic]) {
        Taxonomy.Topic about = taxonomy.topic(topic);
        List<Evidence> evidence = isOwn(topic) ? evidence(topic, firstOfBody, body) : List.of();
        scores.add(new TopicScore(about.code(), about.name(), probabilities[topic], evidence));
      }
    }
  }

  private List<Evidence> evidence(int topic, int firstOfBody, SegmentedText body) {
    List<Evidence> strongest = new ArrayList<>(MAX_EVIDENCE + 1);
    for (int i = 0; i < body.sentenceCount(); i++) {
      double contribution = vector.contribution(firstOfBody + i, topic);
      if (isStronger(contribution, strongest) && !isFurniture.test(i)) {
        insert(strongest, body.sentence(i), contribution);
      }
    }
    return strongest;
  }

  private static boolean isStronger(double contribution, List<Evidence> strongest) {
    return contribution > 0
        && (strongest.size() < MAX_EVIDENCE
            || contribution > strongest.get(MAX_EVIDENCE - 1).contribution());
  }

  /** Keeps the list short and sorted; of equal sentences the earlier stays ahead. */
  private static void insert(List<Evidence> strongest, Sentence sentence, double contribution) {
    int place = strongest.size();
    while (place > 0 && strongest.get(place - 1).contribution() < contribution) {
      place--;
    }
    if (place < MAX_EVIDENCE) {
      strongest.add(place, new Evidence(sentence.begin(), sentence.end(), contribution));
    }
    if (strongest.size() > MAX_EVIDENCE) {
      strongest.remove(MAX_EVIDENCE);
    }
  }
}
