package dev.broadsheet.read;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The charset of an XML document: its mark's, else the declared one, else UTF-8 (XML 1.0, F). */
final class XmlCharset {

  private static final int LONGEST_DECLARATION = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  private XmlCharset() {}

  /**
   * The charset of a document that begins so.
   *
   * @throws UnsupportedCharsetException if it is declared and not known to this JVM
   */
  static Charset of(byte[] start) {
    if (Encoding.markLength(start) > 0) {
      return Encoding.of(start);
    }
    int length = Math.min(start.length, LONGEST_DECLARATION);
    Matcher declared = DECLARED.matcher(new String(start, 0, length, StandardCharsets.ISO_8859_1));
    return declared.find() ? named(declared.group(1)) : unmarked(start);
  }

  /** A document that was read as ASCII until here is not what "UTF-16" says: it was recoded. */
  private static Charset named(String name) {
    try {
      boolean isWide = name.toLowerCase(Locale.ROOT).startsWith("utf-16");
      return isWide ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException e) {
      throw new UnsupportedCharsetException(name);
    }
  }

  /** UTF-16 shows by the zero beside the first angle bracket. */
  private static Charset unmarked(byte[] start) {
    if (start.length >= 2 && start[0] == 0 && start[1] == '<') {
      return StandardCharsets.UTF_16BE;
    }
    boolean isLittle = start.length >= 2 && start[0] == '<' && start[1] == 0;
    return isLittle ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }
}
