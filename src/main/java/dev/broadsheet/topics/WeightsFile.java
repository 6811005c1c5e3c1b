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
      out.putLong(vocabulary.term(row))
          .putFloat(vocabulary.idf(row))
          .putFloat(weights.scales()[row]);
      out.put(weights.steps(), row * topics, topics);
    }
    return out.array();
  }

  /**
   * Reads {@link #toBytes}.
   *
   * @throws IllegalArgumentException if bytes are missing or left over, or a number cannot be
   */
  static WeightsFile read(byte[] bytes) {
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
    return read(in, rows, topics);
  }

  private static WeightsFile read(ByteBuffer in, int rows, int topics) {
    long[] terms = new long[rows];
    float[] idf = new float[rows];
    float[] scales = new float[rows];
    byte[] steps = new byte[rows * topics];
    for (int row = 0; row < rows; row++) {
      terms[row] = in.getLong();
      idf[row] = in.getFloat();
      scales[row] = in.getFloat();
      in.get(steps, row * topics, topics);
      if (!Float.isFinite(idf[row] + scales[row])) {
        throw new IllegalArgumentException("the weights of its term " + row + " are no numbers");
      }
    }
    return new WeightsFile(new Vocabulary(terms, idf), new QuantizedWeights(topics, steps, scales));
  }
}
