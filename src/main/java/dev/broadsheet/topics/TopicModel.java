package dev.broadsheet.topics;

import com.fasterxml.jackson.core.JacksonException;
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

  private TopicModel(ModelCard card, String fingerprint, Taxonomy taxonomy, WeightsFile weights) {
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
   * @throws ModelFormatException if it is not one, newer than this code, or damaged
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

  private static TopicModel of(Map<String, byte[]> files, String place) throws IOException {
    ModelCard card = card(files.get(ModelFiles.CARD), place);
    for (Map.Entry<String, String> file : card.files().entrySet()) {
      byte[] bytes = files.get(file.getKey());
      if (bytes == null || !ModelFiles.sha256(bytes).equals(file.getValue())) {
        throw new ModelFormatException(
            place
                + " is damaged: "
                + file.getKey()
                + " is not the file its card names; copy it again.");
      }
    }
    return new TopicModel(
        card,
        ModelFiles.sha256(files.get(ModelFiles.CARD)),
        Taxonomy.read(files.get(ModelFiles.TAXONOMY)),
        WeightsFile.read(files.get(ModelFiles.WEIGHTS)));
  }

  private static ModelCard card(byte[] json, String place) throws IOException {
    ModelCard card;
    try {
      card = ModelCard.read(json);
    } catch (JacksonException e) {
      throw new ModelFormatException(place + " is damaged: its card.json is cut or not JSON.", e);
    }
    if (!ModelCard.KIND.equals(card.kind())) {
      throw new ModelFormatException(
          place + " is no topic model: its card.json lacks \"kind\": \"" + ModelCard.KIND + "\".");
    }
    if (card.format() > ModelCard.FORMAT) {
      throw new ModelFormatException(
          place
              + " has format "
              + card.format()
              + ", newer than "
              + ModelCard.FORMAT
              + ", the newest this version reads; update Broadsheet or train again.");
    }
    return card;
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

  double idf(int row) {
    return weights.vocabulary().idf(row);
  }

  QuantizedWeights weights() {
    return weights.weights();
  }

  double bias(int topic) {
    return biases[topic];
  }

  Calibration calibration(int topic) {
    return calibrations[topic];
  }
}
