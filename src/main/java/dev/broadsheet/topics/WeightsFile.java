package dev.broadsheet.topics;

import java.nio.BufferUnderflowException;
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

  /** Reads {@link #toBytes}; throws {@link BufferUnderflowException} if bytes are missing. */
  static WeightsFile read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int rows = in.getInt();
    int topics = in.getInt();
    long[] terms = new long[rows];
    float[] idf = new float[rows];
    float[] scales = new float[rows];
    byte[] steps = new byte[rows * topics];
    for (int row = 0; row < rows; row++) {
      terms[row] = in.getLong();
      idf[row] = in.getFloat();
      scales[row] = in.getFloat();
      in.get(steps, row * topics, topics);
    }
    return new WeightsFile(new Vocabulary(terms, idf), new QuantizedWeights(topics, steps, scales));
  }
}
