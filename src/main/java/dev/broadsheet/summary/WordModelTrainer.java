package dev.broadsheet.summary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts how often words that stand so in an article stand in its summary too. A word's own offset
 * is one Newton step of a logistic regression with a Gaussian prior.
 */
final class WordModelTrainer {

  private static final double PRIOR_HITS = 1;
  private static final double PRIOR_WORDS = 20;
  private static final double PRIOR_PRECISION = 6;
  private static final int FEWEST_ARTICLES = 5;
  private static final double LEAST_OFFSET = 0.1;

  private final SentenceVectors vectors = new SentenceVectors();
  private final double[] hits = new double[WordModel.CELLS];
  private final double[] words = new double[WordModel.CELLS];
  private final Map<Long, Evidence> evidence = new TreeMap<>();

  /** What the articles say of one word beyond its cells. */
  private static final class Evidence {
    private double surprise;
    private double information;
    private int articles;

    double offset() {
      return surprise / (information + PRIOR_PRECISION);
    }

    boolean isWorthIt() {
      return articles >= FEWEST_ARTICLES && Math.abs(offset()) > LEAST_OFFSET;
    }
  }

  static WordModel train(List<TrainingArticle> articles) {
    WordModelTrainer trainer = new WordModelTrainer();
    articles.forEach(trainer::countCells);
    articles.forEach(trainer::countWords);
    return trainer.model();
  }

  private void countCells(TrainingArticle article) {
    vectors.read(article.body());
    for (int w = 0; w < vectors.words().size(); w++) {
      words[vectors.words().cell(w, false)]++;
      hits[vectors.words().cell(w, false)] += article.isWanted(vectors.words().term(w)) ? 1 : 0;
    }
  }

  private void countWords(TrainingArticle article) {
    vectors.read(article.body());
    for (int w = 0; w < vectors.words().size(); w++) {
      double p = probability(vectors.words().cell(w, false));
      Evidence word = evidence.computeIfAbsent(vectors.words().term(w), term -> new Evidence());
      word.surprise += (article.isWanted(vectors.words().term(w)) ? 1 : 0) - p;
      word.information += p * (1 - p);
      word.articles++;
    }
  }

  private double probability(int cell) {
    return (hits[cell] + PRIOR_HITS) / (words[cell] + PRIOR_WORDS);
  }

  private WordModel model() {
    float[] cells = new float[WordModel.CELLS];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (float) StrictMath.log(probability(i) / (1 - probability(i)));
    }
    long[] terms = new long[evidence.size()];
    float[] offsets = new float[evidence.size()];
    int size = 0;
    for (Map.Entry<Long, Evidence> word : evidence.entrySet()) {
      if (word.getValue().isWorthIt()) {
        terms[size] = word.getKey();
        offsets[size++] = (float) word.getValue().offset();
      }
    }
    return new WordModel(cells, Arrays.copyOf(terms, size), Arrays.copyOf(offsets, size));
  }
}
