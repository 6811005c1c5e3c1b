package dev.broadsheet.topics;

import java.nio.ByteBuffer;

/**
 * {@code weights.bin}, big-endian: rows and topics (int), then for each row its term (long),
 * inverse document frequency (float), scale (float) and one byte a topic.
 */
record WeightsFile(Vocabulary vocabulary, QuantizedWeights weights) {

  private static final int HEADER = 2 * Integer.BYTES;
  private static final int ROW = Long.BYTES + 2 * Float.BYTES;

  byte[] toBytes() {
    int rows = vocabulary.size();
    int topics = weights.topics();
    ByteBuffer out = ByteBuffer.allocate(HEADER + rows * (ROW + topics));
    out.putInt(rows).putInt(topics);
    for (int row = 0; row < rows; row++) {
      out.putLong(vocabulary.term(row)).putFloat(vocabulary.idf(row)).putFloat(weights.scale(row));
      for (int topic = 0; topic < topics; topic++) {
        out.put((byte) weights.step(row, topic));
      }
    }
    return out.array();
  }

  /**
   * Reads {@link #toBytes}.
   *
   * @param features tell of which kind a row is
   * @throws IllegalArgumentException if bytes are missing or left over, or a number cannot be
   */
  static WeightsFile read(byte[] bytes, Features features) {
    if (bytes.length < HEADER) {
      throw new IllegalArgumentException("it has " + bytes.length + " bytes and no header");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int rows = in.getInt();
    int topics = in.getInt();
    long expected = HEADER + (long) rows * (ROW + (long) topics);
    if (rows < 0 || topics < 0 || bytes.length != expected) {
      throw new IllegalArgumentException(
          "it has %d bytes where its %d terms and %d topics take %d"
              .formatted(bytes.length, rows, topics, expected));
    }
    if (!features.equals(Features.NGRAMS) && features.firstBrief() > rows) {
      throw new IllegalArgumentException(
          "it has %d terms, but by card.json those of briefs begin at %d"
              .formatted(rows, features.firstBrief()));
    }
    return read(in, rows, topics, features);
  }

  private static WeightsFile read(ByteBuffer in, int rows, int topics, Features features) {
    long[] terms = new long[rows];
    float[] idf = new float[rows];
    float[] scales = new float[rows];
    int[][] steps = new int[rows][topics];
    byte[] bytes = new byte[topics];
    for (int row = 0; row < rows; row++) {
      terms[row] = in.getLong();
      idf[row] = in.getFloat();
      scales[row] = in.getFloat();
      in.get(bytes);
      for (int topic = 0; topic < topics; topic++) {
        steps[row][topic] = bytes[topic];
      }
      if (!Float.isFinite(idf[row] + scales[row])) {
        throw new IllegalArgumentException("the weights of its term " + row + " are no numbers");
      }
    }
    return new WeightsFile(
        new Vocabulary(terms, idf, features), new QuantizedWeights(topics, steps, scales));
  }
}
