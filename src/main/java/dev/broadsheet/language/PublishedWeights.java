package dev.broadsheet.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import opennlp.tools.langdetect.LanguageDetectorFactory;

/**
 * The weights of a model file, read without OpenNLP, which takes a second to make strings and maps
 * that {@link GramModel} needs none of. The file is a zip with a manifest and a model in the format
 * of OpenNLP's GISModelReader: outcomes; patterns, each a number of features and the outcomes they
 * speak for; the features, pattern by pattern; a weight for each feature and outcome of its
 * pattern.
 */
final class PublishedWeights implements GramWeights {

  private static final String MANIFEST = "manifest.properties";
  private static final String MODEL = "langdetect.model";

  private final String[] languages;

  /** Outcomes by pattern, and how many features have it. */
  private final int[][] outcomes;

  private final int[] counts;

  /** By feature; {@link GramModel#EMPTY} for those of no or of too many characters. */
  private final long[] grams;

  private final double[] parameters;

  private PublishedWeights(ByteBuffer model) {
    require(string(model).equals("GIS"));
    model.getInt(); // a constant and a parameter of the training
    model.getDouble();
    this.languages = new String[model.getInt()];
    for (int i = 0; i < languages.length; i++) {
      languages[i] = string(model);
    }
    this.outcomes = new int[model.getInt()][];
    this.counts = new int[outcomes.length];
    for (int i = 0; i < outcomes.length; i++) {
      readPattern(model, i);
    }
    this.grams = new long[model.getInt()];
    for (int i = 0; i < grams.length; i++) {
      grams[i] = gram(model);
    }
    this.parameters = new double[model.remaining() / Double.BYTES];
    model.asDoubleBuffer().get(parameters);
    check();
  }

  /**
   * Reads a model file.
   *
   * @throws UnsupportedOperationException if it is of a kind that only OpenNLP can read
   */
  static PublishedWeights read(InputStream file) throws IOException {
    ByteBuffer model = null;
    Properties manifest = new Properties();
    try (ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(MANIFEST)) {
          manifest.load(zip);
        } else if (entry.getName().equals(MODEL)) {
          model = ByteBuffer.wrap(zip.readAllBytes());
        }
      }
    }
    require(model != null);
    require(LanguageDetectorFactory.class.getName().equals(manifest.getProperty("factory")));
    return new PublishedWeights(model);
  }

  /** Codes of the languages, in the order of their numbers. */
  String[] codes() {
    return languages.clone();
  }

  @Override
  public int languages() {
    return languages.length;
  }

  @Override
  public int grams() {
    return grams.length;
  }

  @Override
  public void forEach(Visitor visitor) {
    int feature = 0;
    int parameter = 0;
    for (int pattern = 0; pattern < counts.length; pattern++) {
      for (int i = 0; i < counts[pattern]; i++) {
        if (grams[feature] != GramModel.EMPTY) {
          visitor.gram(grams[feature], outcomes[pattern], parameters, parameter);
        }
        feature++;
        parameter += outcomes[pattern].length;
      }
    }
  }

  private void check() {
    long features = 0;
    long weights = 0;
    for (int pattern = 0; pattern < counts.length; pattern++) {
      features += counts[pattern];
      weights += (long) counts[pattern] * outcomes[pattern].length;
    }
    require(features == grams.length && weights == parameters.length);
    require(languages.length <= Byte.MAX_VALUE);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new UnsupportedOperationException("its file is not as the published one's");
    }
  }

  private static String string(ByteBuffer model) {
    byte[] bytes = new byte[model.getShort() & 0xffff];
    model.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Decimal numbers with spaces between: how many features, then the outcomes. */
  private void readPattern(ByteBuffer model, int pattern) {
    String[] numbers = string(model).split(" ", -1);
    counts[pattern] = Integer.parseInt(numbers[0]);
    outcomes[pattern] = new int[numbers.length - 1];
    for (int i = 1; i < numbers.length; i++) {
      outcomes[pattern][i - 1] = Integer.parseInt(numbers[i]);
    }
  }

  /** Java's modified UTF-8, as {@link java.io.DataInput#readUTF} says. */
  private static long gram(ByteBuffer model) {
    int end = (model.getShort() & 0xffff) + model.position();
    long gram = GramModel.EMPTY;
    int length = 0;
    for (; model.position() < end; length++) {
      gram = gram << Character.SIZE | character(model);
    }
    return length <= GramModel.LONGEST ? gram : GramModel.EMPTY;
  }

  private static int character(ByteBuffer model) {
    int first = model.get() & 0xff;
    if (first < 0x80) {
      return first;
    }
    int second = model.get() & 0x3f;
    return first < 0xe0
        ? ((first & 0x1f) << 6) | second
        : ((first & 0x0f) << 12) | (second << 6) | (model.get() & 0x3f);
  }
}
