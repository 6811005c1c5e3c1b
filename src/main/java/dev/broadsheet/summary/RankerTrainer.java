package dev.broadsheet.summary;

import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Learns the {@link RankerModel} from articles with summaries that people wrote, and from what
 * readers said of sentences in summaries.
 *
 * <p>The first trees learn which sentences a greedy search for the best ROUGE-1 takes. Those for
 * problem and worth learn from {@link Reading}s. What one step tells the next during training comes
 * from models that did not see the article, so that the next learns to mistrust it as much as it
 * must. The same files give the same bytes.
 */
public final class RankerTrainer {

  private static final int FOLDS = 4;
  private static final int PICKS = 3;

  private static final int FIRST_TREES = 32;
  private static final int READING_TREES = 64;

  /** What a sentence with a problem is worth. */
  private static final float WORTH_OF_PROBLEM = -0.6f;

  private final List<TrainingArticle> articles = new ArrayList<>();
  private final Map<String, List<Reading>> readings;
  private final ArticleView view = new ArticleView();

  private RankerTrainer(List<Reading> readings) {
    this.readings = readings.stream().collect(Collectors.groupingBy(Reading::id));
  }

  /**
   * What a training gave.
   *
   * @param model the file written
   * @param articles articles learned from
   * @param readings readings learned from: those whose sentences are in the articles
   * @param words words with an offset of their own
   * @param bytes size of the file
   */
  public record Trained(Path model, int articles, int readings, int words, long bytes) {}

  /**
   * Trains on files of {@link Example}s and writes {@code ranker.bin}.
   *
   * @param examples an article without a summary serves its readings only
   * @param readings of sentences of these articles
   * @param outDir made if need be
   * @throws IOException if a file cannot be read or the model not written
   */
  public static Trained train(List<Path> examples, Path readings, Path outDir) throws IOException {
    RankerTrainer trainer = new RankerTrainer(Reading.read(readings));
    Segmenter segmenter = new Segmenter(SegmenterModels.load());
    for (Path file : examples) {
      trainer.read(file, segmenter);
    }
    Rows problems = new Rows(PickFeatures.COUNT);
    Rows worths = new Rows(PickFeatures.COUNT);
    RankerModel model = trainer.model(problems, worths);
    Files.createDirectories(outDir);
    Path file = outDir.resolve("ranker.bin");
    try (OutputStream out = Files.newOutputStream(file)) {
      model.write(out);
    }
    return new Trained(
        file, trainer.articles.size(), problems.count(), model.words().size(), Files.size(file));
  }

  /** Articles with neither a summary nor a reading teach nothing. */
  private void read(Path in, Segmenter segmenter) throws IOException {
    for (Example example : Example.read(in)) {
      if (!example.highlights().isEmpty() || readings.containsKey(example.id())) {
        articles.add(new TrainingArticle(example, segmenter));
      }
    }
  }

  private RankerModel model(Rows problems, Rows worths) {
    WordModel[] words = new WordModel[FOLDS];
    TreeEnsemble[] firsts = new TreeEnsemble[FOLDS];
    Arrays.setAll(words, fold -> WordModelTrainer.train(without(fold)));
    Arrays.setAll(firsts, fold -> first(words, fold));
    for (int i = 0; i < articles.size(); i++) {
      TrainingArticle article = articles.get(i);
      List<Reading> read = readings.getOrDefault(article.id(), List.of());
      if (!read.isEmpty()) {
        view.read(article.title(), article.body(), words[i % FOLDS], firsts[i % FOLDS]);
        new ReadingRows(view).each(article.body(), read, (r, row) -> add(r, row, problems, worths));
      }
    }
    return new RankerModel(
        WordModelTrainer.train(without(-1)),
        first(words, FOLDS),
        Boosting.grow(problems, Boosting.Loss.LOGISTIC, READING_TREES),
        Boosting.grow(worths, Boosting.Loss.SQUARED, READING_TREES));
  }

  private static void add(Reading reading, float[] row, Rows problems, Rows worths) {
    problems.add(row, 0, reading.isProblem() ? 1 : 0);
    worths.add(row, 0, reading.isProblem() ? WORTH_OF_PROBLEM : reading.value() / 2f);
  }

  /** The articles with summaries that are not in the fold. */
  private List<TrainingArticle> without(int fold) {
    List<TrainingArticle> others = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      if (i % FOLDS != fold && articles.get(i).hasSummary()) {
        others.add(articles.get(i));
      }
    }
    return others;
  }

  /** The first trees, from all articles but those of a fold. */
  private TreeEnsemble first(WordModel[] words, int fold) {
    Rows rows = new Rows(SentenceFeatures.COUNT);
    for (int i = 0; i < articles.size(); i++) {
      if (i % FOLDS != fold && articles.get(i).hasSummary()) {
        TrainingArticle article = articles.get(i);
        view.read(article.title(), article.body(), words[i % FOLDS], TreeEnsemble.NONE);
        addSentences(article, rows);
      }
    }
    return Boosting.grow(rows, Boosting.Loss.LOGISTIC, FIRST_TREES);
  }

  private void addSentences(TrainingArticle article, Rows rows) {
    Set<Integer> oracle = article.oracle(view.barred(), PICKS);
    for (int i = 0; i < article.sentenceCount(); i++) {
      if (!view.isBarred(i)) {
        float label = oracle.contains(i) ? 1 : 0;
        rows.add(view.features().rows(), i * SentenceFeatures.COUNT, label);
      }
    }
  }
}
