package dev.broadsheet.topics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A linear model over a taxonomy's topics. Immutable; load once in a JVM and share, {@link
 * TopicClassifier} is the tool of one thread.
 */
public final class TopicModel {

  private final ModelCard card;
  private final String fingerprint;
  private final Taxonomy taxonomy;
  private final WeightsFile weights;
  private final double[] biases;
  private final Calibration[] calibrations;

  TopicModel(ModelCard card, String fingerprint, Taxonomy taxonomy, WeightsFile weights) {
    this.card = card;
    this.fingerprint = fingerprint;
    this.taxonomy = taxonomy;
    this.weights = weights;
    this.biases = card.topics().stream().mapToDouble(ModelCard.Topic::bias).toArray();
    this.calibrations =
        card.topics().stream().map(ModelCard.Topic::calibration).toArray(Calibration[]::new);
  }

  /**
   * Reads a model directory.
   *
   * @throws ModelFormatException if it is not one, newer than this code, damaged, or if its files
   *     do not fit each other
   */
  public static TopicModel load(Path directory) throws IOException {
    return of(ModelFiles.read(directory), directory.toString());
  }

  /** The model that comes with Broadsheet. */
  public static TopicModel bundled() throws IOException {
    return of(ModelFiles.bundled());
  }

  /** The model of these files, as {@link ModelFiles} reads them. */
  public static TopicModel of(Map<String, byte[]> files) throws IOException {
    return of(files, "The topic model");
  }

  /**
   * The model of these files.
   *
   * @param place how messages name it
   * @throws ModelFormatException as in {@link #load}
   */
  public static TopicModel of(Map<String, byte[]> files, String place) throws IOException {
    return new ModelReader(files, place).read();
  }

  /** Such as {@code broadsheet-topics-en-1}. */
  public String name() {
    return card.name();
  }

  /** Hex SHA-256 over the card, which holds those of the other files. */
  public String fingerprint() {
    return fingerprint;
  }

  /** Such as {@code iptc-mediatopics-2023-10-24}. */
  public String vocabularyVersion() {
    return taxonomy.version();
  }

  /** The same model, whose topics have their names in a language. */
  public TopicModel named(TopicNames names) {
    return new TopicModel(card, fingerprint, names.in(taxonomy), weights);
  }

  public ModelCard card() {
    return card;
  }

  public Taxonomy taxonomy() {
    return taxonomy;
  }

  Vocabulary vocabulary() {
    return weights.vocabulary();
  }

  int rows() {
    return weights.vocabulary().size();
  }

  /** How many terms of whole articles it knows; their rows are the first. */
  public int terms() {
    return Math.min(card.features().firstLead(), rows());
  }

  /** The term of a row. */
  public long term(int row) {
    return weights.vocabulary().term(row);
  }

  /** The inverse document frequency of a row's term. */
  public float idf(int row) {
    return weights.vocabulary().idf(row);
  }

  /** What a row's term counts for a topic, where its value is 1. */
  public float weight(int row, int topic) {
    return weights.weights().scale(row) * weights.weights().step(row, topic);
  }

  QuantizedWeights weights() {
    return weights.weights();
  }

  /** A topic's logit of an article, or of a brief, without known words. */
  double bias(int topic, boolean isBrief) {
    return isBrief ? biases[topic] + card.topics().get(topic).briefBias() : biases[topic];
  }

  Calibration calibration(int topic) {
    return calibrations[topic];
  }
}
