package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Learns the {@link RankerModel} from articles with summaries that people wrote.
 *
 * <p>The first trees learn which sentences a greedy search for the best ROUGE-1 takes. The next
 * trees learn, of the best sentences by the first, what each adds to ROUGE-1 in view of picks
 * already made (after Zhou et al., "Neural Document Summarization by Jointly Learning to Score and
 * Select Sentences", ACL 2018). What one step tells the next during training comes from models that
 * did not see the article, so that the next learns to mistrust it as much as it must. The same file
 * gives the same bytes.
 */
public final class RankerTrainer {

  private static final int FOLDS = 4;
  private static final int PICKS = 3;

  /** Best ranked sentences to learn from what to pick next: some more than are looked at later. */
  private static final int CANDIDATES = 12;

  private static final long SEED = 1;
  private static final float GAIN_SCALE = 10;

  private static final int FIRST_TREES = 32;
  private static final int NEXT_TREES = 48;

  private final List<TrainingArticle> articles = new ArrayList<>();
  private final ArticleView view = new ArticleView();
  private final Levels.Means levels = new Levels.Means();
  private final Random random = new Random(SEED);
  private SegmentedText noTitle;

  private RankerTrainer() {}

  /**
   * What a training gave.
   *
   * @param model the file written
   * @param articles articles learned from
   * @param words words with an offset of their own
   * @param bytes size of the file
   */
  public record Trained(Path model, int articles, int words, long bytes) {}

  /**
   * Trains on a file of {@link Example}s and writes {@code ranker.bin}.
   *
   * @param outDir made if need be
   * @throws IOException if the file cannot be read or the model not written
   */
  public static Trained train(Path in, Path outDir) throws IOException {
    RankerTrainer trainer = new RankerTrainer();
    trainer.read(in);
    RankerModel model = trainer.model();
    Files.createDirectories(outDir);
    Path file = outDir.resolve("ranker.bin");
    try (OutputStream out = Files.newOutputStream(file)) {
      model.write(out);
    }
    return new Trained(file, trainer.articles.size(), model.words().size(), Files.size(file));
  }

  private void read(Path in) throws IOException {
    Segmenter segmenter = new Segmenter(SegmenterModels.load());
    noTitle = segmenter.segment("");
    for (Example example : Example.read(in)) {
      articles.add(new TrainingArticle(example, segmenter));
    }
  }

  private RankerModel model() {
    WordModel[] words = new WordModel[FOLDS];
    TreeEnsemble[] firsts = new TreeEnsemble[FOLDS];
    Arrays.setAll(words, fold -> WordModelTrainer.train(without(fold)));
    Arrays.setAll(firsts, fold -> first(words, fold));
    Rows rows = new Rows(PickFeatures.COUNT);
    for (int i = 0; i < articles.size(); i++) {
      view.read(noTitle, articles.get(i).body(), words[i % FOLDS], firsts[i % FOLDS]);
      addSteps(articles.get(i), rows);
    }
    TreeEnsemble next = Boosting.grow(rows, Boosting.Loss.SQUARED, NEXT_TREES);
    return new RankerModel(
        WordModelTrainer.train(articles), first(words, FOLDS), next, levels.levels());
  }

  private List<TrainingArticle> without(int fold) {
    List<TrainingArticle> others = new ArrayList<>();
    for (int i = 0; i < articles.size(); i++) {
      if (i % FOLDS != fold) {
        others.add(articles.get(i));
      }
    }
    return others;
  }

  /** The first trees, from all articles but those of a fold. */
  private TreeEnsemble first(WordModel[] words, int fold) {
    Rows rows = new Rows(SentenceFeatures.COUNT);
    for (int i = 0; i < articles.size(); i++) {
      if (i % FOLDS != fold) {
        view.read(noTitle, articles.get(i).body(), words[i % FOLDS], TreeEnsemble.NONE);
        addSentences(articles.get(i), rows);
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

  private void addSteps(TrainingArticle article, Rows rows) {
    int[] candidates = view.best(CANDIDATES, article.sentenceCount());
    boolean followsBest = random.nextBoolean();
    if (candidates.length > 0) {
      view.picks()
          .add(candidates[followsBest ? 0 : random.nextInt(Math.min(3, candidates.length))]);
    }
    for (int step = 1; step < Math.min(PICKS, candidates.length); step++) {
      double[] gains = gains(article, candidates);
      addStep(candidates, gains, rows);
      view.picks().add(candidates[followsBest ? aGoodOne(candidates) : greatest(gains)]);
    }
  }

  /** What each candidate adds to ROUGE-1; negative infinity for picks. */
  private double[] gains(TrainingArticle article, int[] candidates) {
    int count = view.picks().count();
    int[] picks = new int[count + 1];
    for (int i = 0; i < count; i++) {
      picks[i] = view.picks().pick(i);
    }
    double value = article.value(picks, count);
    double[] gains = new double[candidates.length];
    for (int c = 0; c < candidates.length; c++) {
      picks[count] = candidates[c];
      gains[c] =
          view.picks().contains(candidates[c])
              ? Double.NEGATIVE_INFINITY
              : article.value(picks, count + 1) - value;
    }
    return gains;
  }

  /**
   * The trees need only tell candidates apart, so their labels are gains above the mean. The mean
   * itself depends on the length of the picks and is learned beside.
   */
  private void addStep(int[] candidates, double[] gains, Rows rows) {
    double mean = Arrays.stream(gains).filter(Double::isFinite).average().orElse(0);
    levels.add(view.picks().words(), mean * GAIN_SCALE);
    for (int c = 0; c < candidates.length; c++) {
      if (Double.isFinite(gains[c])) {
        float label = (float) ((gains[c] - mean) * GAIN_SCALE);
        rows.add(view.picks().row(candidates[c], c), 0, label);
      }
    }
  }

  /**
   * Mostly the best that is no pick, sometimes a later one: the ranker will not always be right.
   */
  private int aGoodOne(int[] candidates) {
    int good = -1;
    for (int c = 0; c < candidates.length; c++) {
      if (!view.picks().contains(candidates[c])) {
        good = c;
        if (random.nextInt(3) > 0) {
          break;
        }
      }
    }
    return good;
  }

  private static int greatest(double[] values) {
    int greatest = 0;
    for (int i = 1; i < values.length; i++) {
      greatest = values[i] > values[greatest] ? i : greatest;
    }
    return greatest;
  }
}
