package dev.broadsheet.topics.train;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Logistic regressions of all topics at once over embeddings, by Adam (Kingma and Ba, 2015).
 * Unknown targets have no part in the loss; unlikely ones count as no, at {@link #UNLIKELY_WEIGHT}.
 */
final class DenseFit {

  private static final int EPOCHS = 8;
  private static final int BATCH = 256;
  private static final double RATE = 0.01;
  private static final float UNLIKELY_WEIGHT = 0.4f;
  private static final float DECAY_1 = 0.9f;
  private static final float DECAY_2 = 0.999f;
  private static final float NEGLIGIBLE = 1e-4f;

  /** {@code [topic][dimension]}, the bias at the end; first and second moments beside. */
  private final float[][] weights;

  private final float[][] means;
  private final float[][] squares;
  private final float[][] gradients;
  private final int size;
  private int steps;

  private DenseFit(int topics, int size) {
    this.size = size;
    weights = new float[topics][size + 1];
    means = new float[topics][size + 1];
    squares = new float[topics][size + 1];
    gradients = new float[topics][size + 1];
  }

  /** Fits the examples, all of which have embeddings. */
  static DenseFit of(List<Example> examples, long seed) {
    Example first = examples.get(0);
    DenseFit fit = new DenseFit(first.topics(), first.embedding().length);
    int[] order = IntStream.range(0, examples.size()).toArray();
    Random random = new Random(seed);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      shuffle(order, random);
      fit.epoch(examples, order, RATE * (EPOCHS - epoch) / EPOCHS);
    }
    return fit;
  }

  double logit(int topic, float[] embedding) {
    float[] row = weights[topic];
    float logit = row[size];
    for (int i = 0; i < size; i++) {
      logit += row[i] * embedding[i];
    }
    return logit;
  }

  private void epoch(List<Example> examples, int[] order, double rate) {
    for (int begin = 0; begin < order.length; begin += BATCH) {
      int end = Math.min(order.length, begin + BATCH);
      for (int i = begin; i < end; i++) {
        addGradients(examples.get(order[i]));
      }
      step(rate);
    }
  }

  private void addGradients(Example example) {
    for (int topic = 0; topic < weights.length; topic++) {
      byte target = example.target(topic);
      if (target != Target.UNKNOWN) {
        float probability = (float) (1 / (1 + Math.exp(-logit(topic, example.embedding()))));
        float weight = target == Target.UNLIKELY ? UNLIKELY_WEIGHT : 1;
        addGradient(topic, example, weight * (probability - (target == Target.YES ? 1 : 0)));
      }
    }
  }

  private void addGradient(int topic, Example example, float error) {
    if (Math.abs(error) < NEGLIGIBLE) {
      return;
    }
    float[] row = gradients[topic];
    for (int i = 0; i < size; i++) {
      row[i] += error * example.embedding()[i];
    }
    row[size] += error;
  }

  private void step(double rate) {
    steps++;
    double bias1 = 1 - Math.pow(DECAY_1, steps);
    double bias2 = 1 - Math.pow(DECAY_2, steps);
    for (int topic = 0; topic < weights.length; topic++) {
      for (int i = 0; i <= size; i++) {
        float gradient = gradients[topic][i] / BATCH;
        gradients[topic][i] = 0;
        means[topic][i] = DECAY_1 * means[topic][i] + (1 - DECAY_1) * gradient;
        squares[topic][i] = DECAY_2 * squares[topic][i] + (1 - DECAY_2) * gradient * gradient;
        weights[topic][i] -=
            (float)
                (rate * (means[topic][i] / bias1) / (Math.sqrt(squares[topic][i] / bias2) + 1e-8));
      }
    }
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
