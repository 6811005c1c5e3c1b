package dev.broadsheet.segment;

import java.util.Arrays;
import java.util.stream.LongStream;

/** English words that say nothing of what a text is about. */
public final class StopWords {

  /** Function words, contractions as the tokenizer cuts them, and the verbs of reporting. */
  private static final String WORDS =
      """
      a about above across after again against all almost along already also although always am
      among an and another any anyone anything are around as at away back be became because become
      been before began behind being below between both but by came can cannot come could did do
      does doing done down during each either else enough even ever every everyone everything few
      for from further gave get give given go goes going gone got had has have having he her here
      hers herself him himself his how however i if in indeed instead into is it its itself just
      keep kept last least less let like likely made make makes many may maybe me might mine more
      most much must my myself near nearly need neither never next no nobody none nor not nothing
      now of off often on once one only onto or other others ought our ours ourselves out over own
      per perhaps put quite rather really same see seem seemed seems several shall she should
      since so some someone something soon still such take taken than that the their theirs them
      themselves then there therefore these they thing things this those though through thus to
      together too took toward towards two under until up upon us very via want was way we well
      went were what whatever when where whether which while who whoever whole whom whose why will
      with within without would yes yet you your yours yourself yourselves
      said say says saying told tell tells telling added according asked called
      mr mrs ms dr
      n't 's 're 've 'll 'd 'm ca wo s t re ve ll d m don didn doesn isn wasn aren weren won
      """;

  /** An open-addressing table, sparse, as nearly every term looked up is not here. */
  private static final long[] TERMS = table(2048);

  private StopWords() {}

  /** Whether the {@link Terms term} is that of a stop word, or {@link Terms#NONE}. */
  public static boolean contains(long term) {
    return TERMS[slot(TERMS, term)] == term;
  }

  /** All of them. */
  static LongStream terms() {
    return Arrays.stream(WORDS.split("\\s+")).mapToLong(Terms::of);
  }

  private static long[] table(int size) {
    long[] table = new long[size];
    terms().forEach(t -> table[slot(table, t)] = t);
    return table;
  }

  /** Where the term is, or the free place, which holds {@link Terms#NONE}, where it would be. */
  private static int slot(long[] table, long term) {
    int slot = (int) term & (table.length - 1);
    while (table[slot] != Terms.NONE && table[slot] != term) {
      slot = (slot + 1) & (table.length - 1);
    }
    return slot;
  }
}
