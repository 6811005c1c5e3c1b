package dev.broadsheet.segment;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import opennlp.tools.util.StringUtil;

/**
 * What the characters around a place say for a token's end there: OpenNLP's features {@code p1 p2
 * f1 f2 p21 p1f1 f12} of a model, added up for each pair of neighbours.
 *
 * <p>Characters that the model knows have a number each; others share the number of their kind.
 * White space and the ends of the text are number {@link #BOUNDARY}. Immutable.
 */
final class CharacterPairs {

  static final int BOUNDARY = 0;

  /** Marks with features of their own, whether the model knows them by themselves or not. */
  private static final String MARKS = ".?!`\"'[{(]})";

  /** A table for more, as a model of Chinese would need, is no longer small. */
  private static final int MOST_CHARACTERS = 500;

  private static final int CAPITAL = 1;
  private static final int LETTER = 2;
  private static final int DIGIT = 3;
  private static final int OTHER = 4;

  private final DecisionModel model;
  private final short[] numbers = new short[Character.MAX_VALUE + 1];
  private final int[] characters;
  private final double[] weights;

  CharacterPairs(DecisionModel model) {
    this.model = model;
    SortedSet<Character> known = knownCharacters(model);
    this.characters = new int[OTHER + 1 + known.size()];
    this.weights = new double[4 * characters.length * characters.length];
    number(known);
    weigh();
  }

  /** The character's number. */
  int number(char c) {
    return numbers[c];
  }

  /** Names the pair of two numbers, for the three methods below. */
  int pair(int first, int second) {
    return 4 * (first * characters.length + second);
  }

  /** The weight of the pair that ends before the place. */
  double before(int pair) {
    return weights[pair];
  }

  /** The weight of the pair with the place between the two. */
  double around(int pair) {
    return weights[pair + 1];
  }

  /** The weight of the pair that begins at the place. */
  double after(int pair) {
    return weights[pair + 2];
  }

  private static SortedSet<Character> knownCharacters(DecisionModel model) {
    SortedSet<Character> known = new TreeSet<>();
    Stream.concat(
            Stream.of(MARKS),
            Stream.of("p1=", "p2=", "f1=", "f2=", "p21=", "p1f1=", "f12=")
                .flatMap(key -> model.withKey(key).keySet().stream()))
        .flatMapToInt(String::chars)
        .forEach(c -> known.add((char) c));
    DecisionModel.require(known.size() <= MOST_CHARACTERS, "it knows too many characters");
    return known;
  }

  private void number(SortedSet<Character> known) {
    int next = OTHER;
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      int number = StringUtil.isWhitespace((char) c) ? BOUNDARY : kind((char) c);
      if (number != BOUNDARY && known.contains((char) c)) {
        number = ++next;
      }
      numbers[c] = (short) number;
      characters[number] = c;
    }
  }

  private static int kind(char c) {
    if (Character.isLetter(c)) {
      return Character.isUpperCase(c) ? CAPITAL : LETTER;
    }
    return Character.isDigit(c) ? DIGIT : OTHER;
  }

  private void weigh() {
    for (int first = 0; first < characters.length; first++) {
      for (int second = 0; second < characters.length; second++) {
        String both = string(first) + string(second);
        int pair = pair(first, second);
        weights[pair] = model.weight("p21=" + both) + character("p2", first);
        weights[pair + 1] =
            model.weight("p1f1=" + both) + character("p1", first) + character("f1", second);
        weights[pair + 2] = model.weight("f12=" + both) + character("f2", second);
      }
    }
  }

  private String string(int number) {
    return number == BOUNDARY ? "" : String.valueOf((char) characters[number]);
  }

  private double character(String place, int number) {
    if (number == BOUNDARY) {
      return model.weight(place + "=bok");
    }
    char c = (char) characters[number];
    double weight = model.weight(place + "=" + c) + model.weight(place + "_" + kindName(c));
    return Character.isUpperCase(c) && Character.isLetter(c)
        ? weight + model.weight(place + "_caps")
        : weight;
  }

  private static String kindName(char c) {
    if (Character.isLetter(c)) {
      return "alpha";
    }
    if (Character.isDigit(c)) {
      return "num";
    }
    return switch (c) {
      case '.', '?', '!' -> "eos";
      case '`', '"', '\'' -> "quote";
      case '[', '{', '(' -> "lp";
      case ']', '}', ')' -> "rp";
      default -> "";
    };
  }
}
