package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.List;

/** One topic's weights: L2-regularised logistic regression, yes against no, by liblinear. */
final class TopicFit {

  private static final double TOLERANCE = 0.01;

  /** One element a term, and the bias at the end. */
  private final double[] weights;

  private TopicFit(double[] weights) {
    this.weights = weights;
  }

  /**
   * Fits a topic.
   *
   * @param rows vectors of {@link SparseMatrix}
   * @param isPositive one element a row; both kinds are there
   * @param strength liblinear's C: small means small weights
   */
  static TopicFit of(List<Feature[]> rows, List<Boolean> isPositive, int columns, double strength) {
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = columns + 1;
    problem.x = rows.toArray(Feature[][]::new);
    problem.y = isPositive.stream().mapToDouble(positive -> positive ? 1 : -1).toArray();
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, strength, TOLERANCE));
    double[] weights = model.getFeatureWeights();
    // The solver's weights speak for the class it met first.
    if (model.getLabels()[0] < 0) {
      Arrays.setAll(weights, i -> -weights[i]);
    }
    return new TopicFit(weights);
  }

  double weight(int term) {
    return weights[term];
  }

  double bias() {
    return weights[weights.length - 1];
  }

  double logit(Feature[] row) {
    double logit = 0;
    for (Feature feature : row) {
      logit += feature.getValue() * weights[feature.getIndex() - 1];
    }
    return logit;
  }
}
