package dev.broadsheet.language;

/** Tells languages apart. Holds buffers: one thread at a time. */
interface Detector {

  /**
   * The probability of each language for the text, in the order of the model's outcomes. The array
   * is the detector's own and good until the next call.
   */
  double[] probabilities(String text);
}
