package dev.broadsheet.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;

/**
 * JSON that may stand inside an HTML script element, whatever its texts hold: no {@code <}, {@code
 * >} or {@code &} that could end or open an element, and no line separator of Unicode's.
 */
final class SafeJson {

  private static final ObjectWriter WRITER = new JsonMapper().writer(new HtmlEscapes());

  private SafeJson() {}

  static String write(Object value) throws JsonProcessingException {
    return WRITER.writeValueAsString(value);
  }

  private static final class HtmlEscapes extends CharacterEscapes {

    private static final String ASCII_ESCAPED = "<>&";
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int PARAGRAPH_SEPARATOR = 0x2029;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      ASCII_ESCAPED.chars().forEach(character -> codes[character] = ESCAPE_STANDARD);
      return codes;
    }

    @Override
    public SerializableString getEscapeSequence(int character) {
      boolean isSeparator = character == LINE_SEPARATOR || character == PARAGRAPH_SEPARATOR;
      return isSeparator
          ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character))
          : null;
    }
  }
}
