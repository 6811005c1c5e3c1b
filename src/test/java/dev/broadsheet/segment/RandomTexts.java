package dev.broadsheet.segment;

import java.util.Random;

/** Seeded texts that are as unlike news as text can be, for invariants. */
public final class RandomTexts {

  private static final String[] PIECES = {
    "the",
    "Minister",
    "said",
    "U.S.",
    "Mr.",
    "e\u0301",
    "\uD83D\uDE00",
    "\uD83D\uDC69\u200D\uD83D\uDE80",
    "3.14",
    "…",
    "—",
    "“",
    "”",
    "\"",
    "'",
    "’s",
    "n't",
    "(",
    ")",
    ".",
    ".",
    "!",
    "?",
    ",",
    ";",
    "\n",
    "\n\n",
    "\t",
    " ",
    " ",
    " ",
    " ",
    "\u00a0",
    "\u200b",
    "&amp;",
    "<b>",
    "http://a.b/c?d=e",
    "#tag",
    "中文",
    "ﬁ",
    "İ",
    "ß",
    "\uD800",
    "\u0000",
    "\u0301",
    "ab",
    "X",
    "-",
    "1,000",
    "$5m",
    "A.B.C."
  };

  private final Random random;

  public RandomTexts(long seed) {
    this.random = new Random(seed);
  }

  /** A text of up to so many pieces. */
  public String next(int pieces) {
    StringBuilder text = new StringBuilder();
    int count = random.nextInt(pieces + 1);
    for (int i = 0; i < count; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      if (random.nextInt(3) > 0) {
        text.append(' ');
      }
    }
    return text.toString();
  }
}
