package dev.broadsheet.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Seeded random texts against which a rewrite of OpenNLP is held: each draws its characters from
 * one alphabet, from plain letters and marks to all of Unicode with its white space, digits of all
 * scripts, pairs and halves of surrogates, in words from one character to thousands.
 */
public final class NastyTexts {

  private static final List<int[]> ALPHABETS = alphabets();

  private final Random random;
  private final RandomTexts pieces;

  public NastyTexts(long seed) {
    this.random = new Random(seed);
    this.pieces = new RandomTexts(seed);
  }

  /** A text of mostly up to 200 characters, at times of thousands. */
  public String next() {
    if (random.nextInt(4) == 0) {
      return pieces.next(60);
    }
    int length = random.nextInt(random.nextInt(50) == 0 ? 5000 : 200);
    int spaces = random.nextInt(20);
    int[] main = ALPHABETS.get(random.nextInt(ALPHABETS.size()));
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      int[] alphabet = random.nextInt(8) > 0 ? main : ALPHABETS.get(random.nextInt(4));
      append(text, alphabet[random.nextInt(alphabet.length)]);
      if (spaces > 0 && random.nextInt(spaces) == 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }

  /** Halves of pairs too, which {@code appendCodePoint} takes. */
  private void append(StringBuilder text, int character) {
    int times = random.nextInt(30) == 0 ? 1 + random.nextInt(40) : 1;
    for (int i = 0; i < times; i++) {
      text.appendCodePoint(character);
    }
  }

  private static List<int[]> alphabets() {
    List<int[]> alphabets = new ArrayList<>();
    alphabets.add("etaoinshrdluETAOINSHRDLU".chars().toArray());
    alphabets.add(".!?,;:'\"`()[]{}&;-_/@#$%*+=<>|~^".chars().toArray());
    alphabets.add("ab.A.! ?".chars().toArray());
    alphabets.add(where(c -> Character.isWhitespace(c) || Character.isSpaceChar(c)));
    alphabets.add("0123456789.,$%-/:".chars().toArray());
    alphabets.add(where(Character::isDigit));
    alphabets.add(where(Character::isISOControl));
    alphabets.add(where(c -> c >= 0x20 && c < 0x7f));
    alphabets.add(where(c -> c < 0x250));
    alphabets.add(where(c -> c >= 0x2000 && c < 0x2100));
    alphabets.add(where(c -> c >= 0xd7f0 && c <= 0xe010));
    alphabets.add(where(c -> c >= 0x1f300 && c < 0x1f700));
    alphabets.add(where(c -> Character.isUpperCase(c) || Character.isTitleCase(c)));
    alphabets.add(where(c -> c < 0x3100));
    alphabets.add(where(c -> true));
    return alphabets;
  }

  private static int[] where(java.util.function.IntPredicate holds) {
    return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).filter(holds).toArray();
  }
}
