package dev.broadsheet.segment;

import opennlp.tools.stemmer.PorterStemmer;

/** Porter's stems of English words. Holds a buffer: one thread at a time. */
public final class Stems {

  private final PorterStemmer stemmer = new PorterStemmer();

  /** The stem of a word in lower case. */
  public String of(String word) {
    return stemmer.stem(word);
  }
}
