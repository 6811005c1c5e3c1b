package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import java.util.Arrays;
import java.util.List;

/**
 * Scales terms by how unevenly they are spread over yes and no, the size of naive Bayes' log-count
 * ratio, so that a strong regularisation spares the telling ones: Wang and Manning, "Baselines and
 * bigrams" (2012). The scale goes back into the weights, so that the model stays linear.
 */
final class CountRatio {

  private final double[] scales;

  private CountRatio(double[] scales) {
    this.scales = scales;
  }

  /** Scales of {@code 1 - share + share * |ratio|}; the bias keeps 1. */
  static CountRatio of(TopicTargets targets, int columns, double share) {
    double[] yes = new double[columns];
    double[] no = new double[columns];
    Arrays.fill(yes, 1);
    Arrays.fill(no, 1);
    for (int i = 0; i < targets.rows().size(); i++) {
      count(targets.rows().get(i), targets.truth().get(i) ? yes : no);
    }
    double shift = Math.log(Arrays.stream(no).sum() / Arrays.stream(yes).sum());
    double[] scales = new double[columns + 1];
    for (int i = 0; i < columns; i++) {
      scales[i] = 1 - share + share * Math.abs(Math.log(yes[i] / no[i]) + shift);
    }
    scales[columns] = 1;
    return new CountRatio(scales);
  }

  private static void count(Feature[] row, double[] counts) {
    for (Feature feature : row) {
      if (feature.getIndex() <= counts.length) {
        counts[feature.getIndex() - 1]++;
      }
    }
  }

  /** New rows; the given ones are shared with other topics. */
  List<Feature[]> scale(List<Feature[]> rows) {
    return rows.stream().map(this::scale).toList();
  }

  private Feature[] scale(Feature[] row) {
    Feature[] scaled = new Feature[row.length];
    for (int i = 0; i < row.length; i++) {
      int column = row[i].getIndex();
      scaled[i] = new FeatureNode(column, row[i].getValue() * scales[column - 1]);
    }
    return scaled;
  }

  void scale(double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= scales[i];
    }
  }
}
