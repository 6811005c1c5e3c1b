package dev.broadsheet.topics.train;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One topic's weights, yes against no, by liblinear. */
public final class TopicFit implements Serializable {

  private static final long serialVersionUID = 1;

  private static final long SEED = 1;

  /**
   * What to fit.
   *
   * @param type liblinear's solver
   * @param strength liblinear's C: small means small weights
   * @param ratioShare how far terms are scaled by their {@link CountRatio}; 0 for not at all
   * @param tolerance liblinear's, from which the solver stops
   */
  record Method(SolverType type, double strength, double ratioShare, double tolerance) {

    /** "NB-SVM", interpolated. */
    static Method margin(double strength) {
      return new Method(SolverType.L2R_L2LOSS_SVC_DUAL, strength, 0.5, 0.05);
    }
  }

  /** One element a term, and the bias at the end. */
  private final double[] weights;

  /** Of what a brief's logit has besides. */
  private final double briefBias;

  /** Takes the array as its own. */
  TopicFit(double[] weights) {
    this(weights, 0);
  }

  /** The same, of a model that knows briefs. */
  TopicFit(double[] weights, double briefBias) {
    this.weights = weights;
    this.briefBias = briefBias;
  }

  /**
   * Fits a topic.
   *
   * @param targets rows of {@link SparseMatrix}, both kinds among them
   */
  static TopicFit of(TopicTargets targets, int columns, Method method) {
    if (method.ratioShare() == 0) {
      return new TopicFit(solve(targets.rows(), targets.truth(), columns, method));
    }
    CountRatio ratio = CountRatio.of(targets, columns, method.ratioShare());
    double[] weights = solve(ratio.scale(targets.rows()), targets.truth(), columns, method);
    ratio.scale(weights);
    return new TopicFit(weights);
  }

  private static double[] solve(
      List<Feature[]> rows, List<Boolean> truth, int columns, Method method) {
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = columns + 1;
    problem.x = rows.toArray(Feature[][]::new);
    problem.y = truth.stream().mapToDouble(positive -> positive ? 1 : -1).toArray();
    Parameter parameter = new Parameter(method.type(), method.strength(), method.tolerance());
    parameter.setRandom(new Random(SEED));
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, parameter);
    double[] weights = model.getFeatureWeights();
    // The solver's weights speak for the class it met first.
    return model.getLabels()[0] < 0 ? negated(weights) : weights;
  }

  private static double[] negated(double[] weights) {
    return Arrays.stream(weights).map(weight -> -weight).toArray();
  }

  double weight(int term) {
    return weights[term];
  }

  double bias() {
    return weights[weights.length - 1];
  }

  double briefBias() {
    return briefBias;
  }

  double logit(Feature[] row) {
    double logit = 0;
    for (Feature feature : row) {
      logit += feature.getValue() * weights[feature.getIndex() - 1];
    }
    return logit;
  }
}
