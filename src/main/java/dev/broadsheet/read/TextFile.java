package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import java.util.Arrays;
import java.util.List;

/** A text file is an article: its text as it stands, its id the relative path. */
final class TextFile {

  private TextFile() {}

  static Incoming parse(byte[] bytes, Source source) throws BadFile {
    byte[] start = Arrays.copyOf(bytes, Math.min(3, bytes.length));
    if (Encoding.isUtf8(start)) {
      Content.refuseNul(bytes);
    }
    Decoder decoder = new Decoder(Encoding.of(start));
    int wrong = decoder.decode(bytes, Encoding.markLength(start), bytes.length);
    return wrong >= 0
        ? Faults.invalidEncoding(source.uri(), bytes, 0, bytes.length, wrong)
        : article(new String(decoder.chars(), 0, decoder.length()), source);
  }

  private static RawArticle article(String text, Source source) {
    return new RawArticle(source.uri(), source.relativePath(), null, null, text, null, List.of());
  }
}
