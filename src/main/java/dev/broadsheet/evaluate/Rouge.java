package dev.broadsheet.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * ROUGE as ROUGE-1.5.5 counts it (Lin, "ROUGE: A Package for Automatic Evaluation of Summaries",
 * 2004) with one reference and F at alpha = .5. Words are runs of ASCII letters and digits.
 * Stateless but for the stemmer.
 */
public final class Rouge {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");

  private final UnaryOperator<String> stemmer;

  /**
   * @param stemmer applied to words of more than three letters; identity for none
   */
  public Rouge(UnaryOperator<String> stemmer) {
    this.stemmer = stemmer;
  }

  /** ROUGE without stemming. */
  public static Rouge plain() {
    return new Rouge(word -> word);
  }

  /** Precision, recall and their harmonic mean, all in [0, 1]; 0 where a side has no words. */
  public record Score(double precision, double recall, double f) {

    /** As ROUGE-1.5.5 prints it: five decimals, F taken from precision and recall so rounded. */
    public Score printed() {
      Score rounded = of(round(precision), round(recall));
      return new Score(rounded.precision, rounded.recall, round(rounded.f));
    }

    static Score of(int hits, int hypothesisSize, int referenceSize) {
      return of(
          hypothesisSize == 0 ? 0 : (double) hits / hypothesisSize,
          referenceSize == 0 ? 0 : (double) hits / referenceSize);
    }

    private static Score of(double precision, double recall) {
      double sum = precision + recall;
      return new Score(precision, recall, sum == 0 ? 0 : 2 * precision * recall / sum);
    }

    private static double round(double value) {
      return Math.rint(value * 1e5) / 1e5;
    }
  }

  /**
   * The three scores the field reports.
   *
   * @param lSum ROUGE-L at summary level, by union of longest common subsequences
   */
  public record Scores(Score rouge1, Score rouge2, Score lSum) {}

  /** All three scores of a summary, each side given as its sentences. */
  public Scores score(List<String> hypothesis, List<String> reference) {
    List<String[]> hypothesisWords = words(hypothesis);
    List<String[]> referenceWords = words(reference);
    return new Scores(
        ngrams(1, hypothesisWords, referenceWords),
        ngrams(2, hypothesisWords, referenceWords),
        UnionLcs.score(hypothesisWords, referenceWords));
  }

  /** ROUGE-1 alone, which is quick. */
  public Score rouge1(List<String> hypothesis, List<String> reference) {
    return ngrams(1, words(hypothesis), words(reference));
  }

  /** The words of a text as ROUGE sees them. */
  public String[] words(String text) {
    return WORD.matcher(text)
        .results()
        .map(match -> match.group().toLowerCase(Locale.ROOT))
        .map(word -> word.length() > 3 ? stemmer.apply(word) : word)
        .toArray(String[]::new);
  }

  private List<String[]> words(List<String> sentences) {
    return sentences.stream().map(this::words).toList();
  }

  private static Score ngrams(int n, List<String[]> hypothesis, List<String[]> reference) {
    Map<String, Integer> wanted = count(n, reference);
    Map<String, Integer> found = count(n, hypothesis);
    int hits = 0;
    for (Map.Entry<String, Integer> ngram : found.entrySet()) {
      hits += Math.min(ngram.getValue(), wanted.getOrDefault(ngram.getKey(), 0));
    }
    return Score.of(hits, total(found), total(wanted));
  }

  /** N-grams run on over the ends of sentences. */
  private static Map<String, Integer> count(int n, List<String[]> sentences) {
    List<String> words = sentences.stream().flatMap(Arrays::stream).toList();
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      counts.merge(String.join(" ", words.subList(i, i + n)), 1, Integer::sum);
    }
    return counts;
  }

  private static int total(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
