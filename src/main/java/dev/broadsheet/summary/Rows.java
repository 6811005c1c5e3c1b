package dev.broadsheet.summary;

import java.util.Arrays;

/** Labelled rows for training, as one growing matrix. */
final class Rows {

  private final int width;
  private float[] values;
  private float[] labels = new float[1024];
  private int count;

  Rows(int width) {
    this.width = width;
    this.values = new float[1024 * width];
  }

  /** Copies the row that begins at an offset. */
  void add(float[] from, int offset, float label) {
    if (count == labels.length) {
      values = Arrays.copyOf(values, values.length * 2);
      labels = Arrays.copyOf(labels, labels.length * 2);
    }
    System.arraycopy(from, offset, values, count * width, width);
    labels[count++] = label;
  }

  int count() {
    return count;
  }

  int width() {
    return width;
  }

  /** One number of all rows. */
  float[] column(int column) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = values[i * width + column];
    }
    return numbers;
  }

  float[] labels() {
    return Arrays.copyOf(labels, count);
  }
}
