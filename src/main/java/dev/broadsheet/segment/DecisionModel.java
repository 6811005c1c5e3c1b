package dev.broadsheet.segment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.GISModel;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.MaxentModel;

/**
 * A maximum entropy model that decides between yes and no, as one weight a feature: the log of how
 * many times likelier the feature makes yes. The decision is the sign of the weights' sum.
 *
 * <p>OpenNLP adds up both outcomes in the order of the features, takes the exponentials, divides by
 * their sum and compares. With weights of at most {@value #LARGEST} and some twenty features
 * nothing overflows and all rounding stays under 1e-11, so the sign is OpenNLP's decision unless
 * the sum is within {@value #NEAR_TIE} of zero: then ask {@link #isYes(String[])}, which is OpenNLP
 * itself. Immutable.
 */
final class DecisionModel {

  /** Sums nearer to zero are left to OpenNLP. */
  static final double NEAR_TIE = 1e-9;

  private static final double LARGEST = 25;

  private final MaxentModel model;
  private final String yes;
  private final Map<String, Double> weights = new HashMap<>();

  /**
   * Reads the weights.
   *
   * @throws UnsupportedOperationException if the model is no maximum entropy model of these two
   *     outcomes, saying why
   */
  DecisionModel(MaxentModel model, String yes, String no) {
    this.model = model;
    this.yes = yes;
    require(
        model instanceof GISModel || model instanceof QNModel, "it is no maximum entropy model");
    require(model.getNumOutcomes() == 2, "it has not two outcomes");
    require(model.getIndex(yes) >= 0 && model.getIndex(no) >= 0, "its outcomes are others");
    double[] prior = model.eval(new String[0]);
    require(prior[0] == prior[1], "its prior is not uniform");
    Map<?, ?> contexts = (Map<?, ?>) ((AbstractModel) model).getDataStructures()[1];
    contexts.forEach((name, context) -> weights.put((String) name, weight((Context) context)));
  }

  /** Throws what says that a model does not compile. */
  static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new UnsupportedOperationException(otherwise);
    }
  }

  /** The feature's weight, 0 if the model does not know it. */
  double weight(String feature) {
    return weights.getOrDefault(feature, 0.0);
  }

  /** All features' names. */
  Set<String> features() {
    return weights.keySet();
  }

  /** The features of this key, such as {@code p=}, without it. */
  SortedMap<String, Double> withKey(String key) {
    SortedMap<String, Double> values = new TreeMap<>();
    weights.forEach(
        (feature, weight) -> {
          if (feature.startsWith(key)) {
            values.put(feature.substring(key.length()), weight);
          }
        });
    return values;
  }

  /** OpenNLP's own decision. */
  boolean isYes(String[] features) {
    return model.getBestOutcome(model.eval(features)).equals(yes);
  }

  private double weight(Context context) {
    double[] parameters = context.getParameters();
    require(
        Arrays.stream(parameters).allMatch(p -> Math.abs(p) <= LARGEST),
        "its weights are too large");
    double weight = 0;
    for (int i = 0; i < parameters.length; i++) {
      weight += context.getOutcomes()[i] == model.getIndex(yes) ? parameters[i] : -parameters[i];
    }
    return weight;
  }
}
