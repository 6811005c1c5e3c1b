package dev.broadsheet.segment;

/** Cuts a line into sentences. Holds buffers: one thread at a time. */
interface SentenceSplitter {

  /** Adds the sentences of {@code text[begin, end)}, ascending, as places in the text. */
  void split(String text, int begin, int end, Spans sentences);
}
