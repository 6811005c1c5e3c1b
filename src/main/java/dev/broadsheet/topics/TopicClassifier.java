package dev.broadsheet.topics;

import dev.broadsheet.article.Evidence;
import dev.broadsheet.article.Sentence;
import dev.broadsheet.article.TopicScore;
import dev.broadsheet.segment.SegmentedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Gives articles their topics. Holds buffers: one thread at a time; the model behind it is shared.
 */
public final class TopicClassifier {

  private static final int MAX_EVIDENCE = 3;

  private static final Comparator<TopicScore> MOST_PROBABLE_FIRST =
      Comparator.comparingDouble(TopicScore::probability)
          .reversed()
          .thenComparing(TopicScore::code);

  private final TopicModel model;
  private final Taxonomy taxonomy;
  private final DocumentVector vector;
  private final double[] logits;
  private final double[] probabilities;
  private final boolean[] given;
  private int best;

  public TopicClassifier(TopicModel model) {
    this.model = model;
    this.taxonomy = model.taxonomy();
    this.vector = new DocumentVector(model);
    this.logits = new double[taxonomy.size()];
    this.probabilities = new double[taxonomy.size()];
    this.given = new boolean[taxonomy.size()];
  }

  /**
   * The topics whose probability reaches their threshold (by a model of single labels: the most
   * probable topic, the first of equals) and, with each, its parents; most probable first, ties by
   * code. A text without any known word has none.
   *
   * @param title its sentences count as the body's, but are no evidence
   */
  public List<TopicScore> classify(SegmentedText title, SegmentedText body) {
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
    logits(title, body);
    for (int topic = 0; topic < logits.length; topic++) {
      probabilities[topic] = model.calibration(topic).probability(logits[topic]);
    }
    cap();
    return probabilities.clone();
  }

  /** One raw logit a topic, in the taxonomy's order. */
  public double[] logits(SegmentedText title, SegmentedText body) {
    vector.set(title, body);
    for (int topic = 0; topic < logits.length; topic++) {
      logits[topic] = model.bias(topic);
    }
    vector.addTo(logits);
    return logits.clone();
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
   * The name of the most specific topic on the strongest path: among the given topics that have no
   * given child, the most probable, ties by code; null if there is none.
   */
  public String topTopic(List<TopicScore> scores) {
    return scores.stream()
        .filter(score -> scores.stream().noneMatch(other -> isParent(score, other)))
        .min(MOST_PROBABLE_FIRST)
        .map(TopicScore::name)
        .orElse(null);
  }

  private boolean isParent(TopicScore score, TopicScore other) {
    int parent = taxonomy.parent(taxonomy.index(other.code()));
    return parent >= 0 && taxonomy.topic(parent).code().equals(score.code());
  }

  /**
   * A child is never more probable than its parent, of which far more was known in training.
   * Children come after their parents, so that one pass reaches the bottom.
   */
  private void cap() {
    for (int topic = 0; topic < probabilities.length; topic++) {
      int parent = taxonomy.parent(topic);
      if (parent >= 0) {
        probabilities[topic] = Math.min(probabilities[topic], probabilities[parent]);
      }
    }
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
        : probabilities[topic] >= model.calibration(topic).threshold();
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
      if (contribution > 0) {
        insert(strongest, body.sentence(i), contribution);
      }
    }
    return strongest;
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
