package dev.broadsheet.topics;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.codec.digest.DigestUtils;

/** Makes a new model's files. */
public final class ModelWriter {

  private ModelWriter() {}

  /**
   * The files of a model, by name; the card gets the hashes of the others.
   *
   * @param features what of a document the model looks at
   * @param terms one a row
   * @param idf one a row
   * @param weights {@code weights[topic][row]}, topics in the taxonomy's order
   * @param topics what the card says of each topic
   * @param training what the card says of the training
   * @param isSingleLabel whether a document has exactly one topic
   */
  public static SortedMap<String, byte[]> files(
      String name,
      Taxonomy taxonomy,
      Features features,
      List<Long> terms,
      List<Float> idf,
      float[][] weights,
      List<ModelCard.Topic> topics,
      Map<String, Object> training,
      boolean isSingleLabel)
      throws IOException {
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put(ModelFiles.TAXONOMY, taxonomy.toJson());
    files.put(
        ModelFiles.WEIGHTS,
        new WeightsFile(vocabulary(terms, idf, features), QuantizedWeights.of(weights)).toBytes());
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((file, bytes) -> hashes.put(file, DigestUtils.sha256Hex(bytes)));
    ModelCard card =
        new ModelCard(
            ModelCard.KIND,
            ModelCard.FORMAT,
            name,
            isSingleLabel,
            features,
            hashes,
            training,
            topics);
    files.put(ModelFiles.CARD, card.toJson());
    return files;
  }

  private static Vocabulary vocabulary(List<Long> terms, List<Float> idf, Features features) {
    float[] values = new float[idf.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = idf.get(row);
    }
    long[] numbers = terms.stream().mapToLong(Long::longValue).toArray();
    return new Vocabulary(numbers, values, features);
  }
}
