package dev.broadsheet.language;

/** What each gram says for which language, wherever it was read from. */
interface GramWeights {

  /** Takes what one gram says. */
  interface Visitor {

    /**
     * Called for each gram.
     *
     * @param gram as in {@link GramModel}, of one to {@link GramModel#LONGEST} characters
     * @param outcomes the languages it speaks for or against, as numbers
     * @param parameters its weight for each of these, beginning at {@code from}
     */
    void gram(long gram, int[] outcomes, double[] parameters, int from);
  }

  /** How many languages there are; at most 127. */
  int languages();

  /** How many grams there are, or more. */
  int grams();

  /** Gives every gram once, in the same order each time. */
  void forEach(Visitor visitor);
}
