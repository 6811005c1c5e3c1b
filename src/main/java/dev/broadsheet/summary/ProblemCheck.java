package dev.broadsheet.summary;

import dev.broadsheet.segment.Segmenter;
import dev.broadsheet.segment.SegmenterModels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares what the model takes for a problem with what readers found. One thread. */
public final class ProblemCheck {

  private ProblemCheck() {}

  /**
   * A sentence that both have judged.
   *
   * @param logOdds of a problem, by the model
   * @param isFlagged whether the model would not take the sentence after a gap
   */
  public record Checked(Reading reading, double logOdds, boolean isFlagged) {}

  /**
   * Checks the readings of these articles.
   *
   * @return one a reading whose sentences the articles have
   * @throws IOException if the segmenter's models cannot be read
   */
  public static List<Checked> check(
      RankerModel model, List<Example> articles, List<Reading> readings) throws IOException {
    Map<String, List<Reading>> byArticle =
        readings.stream().collect(Collectors.groupingBy(Reading::id));
    Segmenter segmenter = new Segmenter(SegmenterModels.load());
    ArticleView view = new ArticleView();
    long[] keys = new long[PickFeatures.COUNT];
    List<Checked> checked = new ArrayList<>();
    for (Example example : articles) {
      if (byArticle.containsKey(example.id())) {
        TrainingArticle article = new TrainingArticle(example, segmenter);
        view.read(article.title(), article.body(), model.words(), model.first());
        new ReadingRows(view)
            .each(
                article.body(),
                byArticle.get(example.id()),
                (reading, row) ->
                    checked.add(checked(reading, model.problem().score(row, 0, keys))));
      }
    }
    return checked;
  }

  private static Checked checked(Reading reading, double logOdds) {
    return new Checked(reading, logOdds, logOdds > Selection.MOST_PROBLEM);
  }
}
