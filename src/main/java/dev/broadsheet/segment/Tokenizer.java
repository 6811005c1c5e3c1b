package dev.broadsheet.segment;

/** Cuts a sentence into tokens. Holds buffers: one thread at a time. */
interface Tokenizer {

  /** Adds the tokens of {@code text[begin, end)}, ascending, as places in the text. */
  void tokenize(String text, int begin, int end, Tokens tokens);
}
