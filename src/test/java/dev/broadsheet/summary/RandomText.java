package dev.broadsheet.summary;

import java.util.Random;

/** Texts that no one would write: words of a small vocabulary, odd signs, odd lengths. */
final class RandomText {

  private static final String[] WORDS =
      """
      the a of and river mayor council bridge said Halden Marl flood boats on Monday 400 1974 U.S.
      Gen. he she it they But That however " ' “ ” — - , ; : ( ) café 😀 é́ İstanbul by Share this
      market price rose fell percent million court judge ruled against ministry health reported
      """
          .strip()
          .split("\\s+", -1);

  private static final String[] ENDS = {
    ".", ".", ".", ".\n\n", "?", "!", "…", "\n", ".”", ".\"", ""
  };

  private RandomText() {}

  /** So many sentences, more or less. */
  static String of(Random random, int sentences) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      text.append("Sentence ").append(random.nextInt(50));
      for (int words = random.nextInt(25); words > 0; words--) {
        text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
      }
      text.append(ENDS[random.nextInt(ENDS.length)]).append(' ');
    }
    return text.toString();
  }
}
