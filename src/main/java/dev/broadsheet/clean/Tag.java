package dev.broadsheet.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an HTML tag in a text means for its lines; other names in angle brackets are text. */
enum Tag {
  PARAGRAPH(
      "\n\n",
      """
      address article aside blockquote body caption center dd div dl dt fieldset figcaption figure
      footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody
      tfoot thead title tr ul ?xml
      """),
  LINE("\n", "br"),
  CELL(" ", "td th option"),
  HIDDEN("", "script style"),
  INLINE(
      "",
      """
      a abbr acronym audio b bdi bdo big button cite code col colgroup data del dfn em embed font i
      iframe img input ins kbd label link map mark meta noscript object param picture q s samp
      select small source span strike strong sub sup svg textarea time tt u var video wbr
      """);

  private static final int LONGEST = 10;
  private static final Map<String, Tag> BY_NAME = byName();

  private final String gap;
  private final String names;

  Tag(String gap, String names) {
    this.gap = gap;
    this.names = names;
  }

  /** What stands for the tag in clean text. */
  String gap() {
    return gap;
  }

  /**
   * The tag that {@code text} ends with, its {@code >} left out; null if that is no tag.
   *
   * @param begin where its {@code <} is
   * @param hasEquals whether an equals sign follows: else a name is no tag when words follow, as in
   *     "a &lt;b and c"
   */
  static Tag at(CharSequence text, int begin, boolean hasEquals) {
    int nameBegin = isAt(text, begin + 1, '/') ? begin + 2 : begin + 1;
    int nameEnd = nameEnd(text, nameBegin);
    if (nameEnd == nameBegin || nameEnd - nameBegin > LONGEST) {
      return null;
    }
    Tag tag = BY_NAME.get(text.subSequence(nameBegin, nameEnd).toString().toLowerCase(Locale.ROOT));
    return tag != null && (hasEquals || isBare(text, nameEnd)) ? tag : null;
  }

  private static int nameEnd(CharSequence text, int begin) {
    int end = begin;
    while (end < text.length() && end - begin <= LONGEST && isName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isName(char c) {
    return c > ' ' && c < 0x7F && c != '/' && c != '<' && c != '>' && c != '=';
  }

  /** Nothing, white space or a slash up to the end. */
  private static boolean isBare(CharSequence text, int from) {
    int last = text.length() - 1;
    return from > last
        || isAt(text, last, '/')
        || isAt(text, last, '?')
        || (from == last && Character.isWhitespace(text.charAt(last)));
  }

  private static boolean isAt(CharSequence text, int index, char c) {
    return index < text.length() && text.charAt(index) == c;
  }

  private static Map<String, Tag> byName() {
    Map<String, Tag> tags = new HashMap<>();
    for (Tag tag : values()) {
      Arrays.stream(tag.names.strip().split("\\s+")).forEach(name -> tags.put(name, tag));
    }
    return tags;
  }
}
