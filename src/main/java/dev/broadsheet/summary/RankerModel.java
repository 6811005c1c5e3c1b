package dev.broadsheet.summary;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * What {@link RankerTrainer} learned. Immutable; load once in a JVM and share.
 *
 * @param words how likely a summary is to use a word
 * @param first scores a {@link SentenceFeatures} row: the log-odds that a summary has the sentence
 * @param problem scores a {@link PickFeatures} row: the log-odds that a reader of title, picks and
 *     sentence finds a problem in it
 * @param worth scores a {@link PickFeatures} row: what the sentence is worth to a reader, about 1
 *     for one that an editor would want, below 0 for one with a problem
 */
public record RankerModel(
    WordModel words, TreeEnsemble first, TreeEnsemble problem, TreeEnsemble worth) {

  private static final String RESOURCE = "ranker.bin";

  /** Begins every model file; the last digit is the format's version. */
  private static final int MAGIC = 0x42535233;

  /**
   * Reads the model that ships with Broadsheet.
   *
   * @throws IOException if it is missing from the class path or damaged
   */
  public static RankerModel load() throws IOException {
    try (InputStream in = open()) {
      return read(new BufferedInputStream(in));
    }
  }

  /**
   * The bytes of the model that ships with Broadsheet.
   *
   * @throws FileNotFoundException if it is missing from the class path
   */
  public static InputStream open() throws FileNotFoundException {
    InputStream in = RankerModel.class.getResourceAsStream(RESOURCE);
    if (in == null) {
      throw new FileNotFoundException("The model " + RESOURCE + " is not on the class path.");
    }
    return in;
  }

  /**
   * Reads a model as {@link #write} wrote it.
   *
   * @throws IOException if it is cut, or made for other features than this version's
   */
  public static RankerModel read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readInt() != MAGIC || data.readInt() != PickFeatures.COUNT) {
      throw new IOException("No summary model of this version of Broadsheet; train it anew.");
    }
    return new RankerModel(
        WordModel.read(data),
        TreeEnsemble.read(data),
        TreeEnsemble.read(data),
        TreeEnsemble.read(data));
  }

  /** Writes the model; equal models give equal bytes. */
  public void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(PickFeatures.COUNT);
    words.write(data);
    first.write(data);
    problem.write(data);
    worth.write(data);
    data.flush();
  }
}
