package dev.broadsheet.read;

import java.util.Locale;
import java.util.Set;

/**
 * Collects the text of marked-up content (HTML, NITF) as paragraphs with a blank line between. Told
 * of the markup in document order. One content, one instance.
 */
final class Paragraphs {

  /** Elements of XHTML and NITF that stand on lines of their own. */
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article blockquote block body bq caption center dd div dl dt fieldset"
                  + " h1 h2 h3 h4 h5 h6 header hedline hl1 hl2 hr html li main nitf-table ol"
                  + " p pre section table tbody tfoot thead tr ul")
              .split(" "));

  /** Their content is no part of the article: pictures with captions, scripts, related links. */
  private static final Set<String> HIDDEN =
      Set.of(
          ("aside audio button canvas figcaption figure footer form head iframe input media nav"
                  + " noscript note object script select style svg template textarea title video")
              .split(" "));

  private static final Set<String> CELLS = Set.of("td", "th");

  private final StringBuilder out = new StringBuilder();
  private int hidden;
  private boolean gap;

  void open(String name) {
    String tag = name.toLowerCase(Locale.ROOT);
    if (hidden > 0 || HIDDEN.contains(tag)) {
      hidden++;
    } else if (tag.equals("br")) {
      out.append('\n');
    } else {
      separate(tag);
    }
  }

  /** Text between tags; its white space means no more than a space. */
  void text(String text) {
    if (hidden > 0 || (gap && text.isBlank())) {
      return;
    }
    if (gap) {
      out.append(out.isEmpty() ? "" : "\n\n");
      gap = false;
    }
    for (int i = 0; i < text.length(); i++) {
      append(text.charAt(i));
    }
  }

  void close(String name) {
    if (hidden > 0) {
      hidden--;
    } else {
      separate(name.toLowerCase(Locale.ROOT));
    }
  }

  /** The paragraphs; empty if there is no text. */
  String text() {
    return out.toString().strip();
  }

  private void append(char c) {
    boolean isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!isSpace) {
      out.append(c);
    } else if (!out.isEmpty() && out.charAt(out.length() - 1) > ' ') {
      out.append(' ');
    }
  }

  private void separate(String tag) {
    if (BLOCKS.contains(tag)) {
      gap = true;
    } else if (CELLS.contains(tag)) {
      out.append(' ');
    }
  }
}
