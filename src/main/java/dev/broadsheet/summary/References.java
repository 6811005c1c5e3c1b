package dev.broadsheet.summary;

import dev.broadsheet.segment.SegmentedText;
import java.util.Arrays;

/**
 * Tells sentences that lean on what came before them: on a pronoun's or demonstrative's antecedent,
 * on the other half of a connective, or on the quotation or speaker of an earlier sentence. Rules
 * on the opening words; a name inside the sentence that can be the antecedent acquits it. In doubt
 * a sentence leans. One thread.
 */
public final class References {

  private static final byte UNKNOWN = 0;
  private static final byte STANDS = 1;
  private static final byte LEANS = 2;

  private final Quotes quotes = new Quotes();
  private final SentenceWords words = new SentenceWords();
  private final Connectives connectives = new Connectives(words);
  private final Pronouns pronouns = new Pronouns(words);
  private byte[] known = new byte[64];
  private SegmentedText text;

  /** Takes an article in. */
  public void read(SegmentedText body) {
    text = body;
    quotes.read(body);
    int n = body.sentenceCount();
    known = known.length < n ? new byte[n * 2] : known;
    Arrays.fill(known, 0, n, UNKNOWN);
  }

  /** Whether the sentence needs the one before it. Found out when first asked. */
  public boolean dangles(int sentence) {
    if (known[sentence] == UNKNOWN) {
      words.read(text, sentence);
      known[sentence] = words.count() > 0 && leans(sentence) ? LEANS : STANDS;
    }
    return known[sentence] == LEANS;
  }

  /** The quotations of the article taken in. */
  Quotes quotes() {
    return quotes;
  }

  private boolean leans(int sentence) {
    if (quotes.isInside(sentence) || quotes.isBare(text, sentence)) {
      return true;
    }
    return !quotes.opensOnTitle(text, sentence) && (connectives.lean() || pronouns.lean());
  }
}
