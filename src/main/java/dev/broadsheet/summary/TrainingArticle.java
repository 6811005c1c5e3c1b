package dev.broadsheet.summary;

import dev.broadsheet.article.Article;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.clean.Cleaner;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.Terms;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An article with the words of the summary that a person wrote, numbered from 0, so that the value
 * of any pick of its sentences is counted quickly. Sentences past {@link #MOST_SENTENCES} are not
 * used.
 */
final class TrainingArticle {

  /** Sentences that training looks at. */
  static final int MOST_SENTENCES = 80;

  private static final int UNWANTED = -1;

  private static final Instant NOW = Instant.EPOCH;

  private final String id;
  private final SegmentedText title;
  private final SegmentedText body;
  private final Map<Long, Integer> numbers = new HashMap<>();
  private final Set<Long> wantedTerms = new HashSet<>();
  private final int[] wanted;
  private final int wantedSize;
  private final int[][] sentences;

  TrainingArticle(Example example, Segmenter segmenter) {
    Article article = clean(example);
    this.id = example.id();
    this.title = segmenter.segment(article.title());
    this.body = segmenter.segment(article.text());
    int[] counts = new int[16];
    int size = 0;
    for (String highlight : example.highlights()) {
      SegmentedText words = segmenter.segment(highlight);
      for (int t = 0; t < words.tokenCount(); t++) {
        if (words.term(t) != Terms.NONE) {
          int number = numbers.computeIfAbsent(words.term(t), term -> numbers.size());
          counts = number < counts.length ? counts : Arrays.copyOf(counts, number * 2);
          counts[number]++;
          size++;
          wantedTerms.add(words.term(t));
        }
      }
    }
    this.wanted = Arrays.copyOf(counts, numbers.size());
    this.wantedSize = size;
    this.sentences = new int[Math.min(body.sentenceCount(), MOST_SENTENCES)][];
    Arrays.setAll(sentences, this::numbers);
  }

  /** What the pipeline would make of it, which is what the model will see. */
  private static Article clean(Example example) {
    return new Cleaner()
        .clean(
            new RawArticle(
                example.id(), example.id(), null, example.title(), example.text(), null, List.of()),
            NOW);
  }

  String id() {
    return id;
  }

  SegmentedText title() {
    return title;
  }

  SegmentedText body() {
    return body;
  }

  /** Whether a person has summed it up. */
  boolean hasSummary() {
    return wantedSize > 0;
  }

  int sentenceCount() {
    return sentences.length;
  }

  /** Whether the person's summary has the word. */
  boolean isWanted(long term) {
    return wantedTerms.contains(term);
  }

  /** ROUGE-1 F1 of the first so many picks against the person's summary, without stemming. */
  double value(int[] picks, int count) {
    int[] left = wanted.clone();
    int hits = 0;
    int words = 0;
    for (int i = 0; i < count; i++) {
      words += sentences[picks[i]].length;
      for (int word : sentences[picks[i]]) {
        hits += word != UNWANTED && left[word]-- > 0 ? 1 : 0;
      }
    }
    return words + wantedSize == 0 ? 0 : 2.0 * hits / (words + wantedSize);
  }

  /** The sentences a greedy search by {@link #value} takes, while it gains; at most so many. */
  Set<Integer> oracle(boolean[] barred, int most) {
    int[] picks = new int[most];
    Set<Integer> taken = new HashSet<>();
    double value = 0;
    for (int best = 0; best >= 0 && taken.size() < most; ) {
      best = -1;
      for (int i = 0; i < sentences.length; i++) {
        picks[taken.size()] = i;
        double next = barred[i] || taken.contains(i) ? 0 : value(picks, taken.size() + 1);
        if (next > value) {
          value = next;
          best = i;
        }
      }
      if (best >= 0) {
        picks[taken.size()] = best;
        taken.add(best);
      }
    }
    return taken;
  }

  private int[] numbers(int sentence) {
    int[] list = new int[body.endToken(sentence) - body.firstToken(sentence)];
    int size = 0;
    for (int t = body.firstToken(sentence); t < body.endToken(sentence); t++) {
      if (body.term(t) != Terms.NONE) {
        list[size++] = numbers.getOrDefault(body.term(t), UNWANTED);
      }
    }
    return Arrays.copyOf(list, size);
  }
}
