package dev.broadsheet.clean;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * English words and names as news writes them, one form each: {@code government}, {@code London},
 * {@code NATO}. Counted in texts that may be trained on, those that at least four documents have.
 * Immutable, loaded with the first call.
 */
public final class EnglishWords {

  private static final Map<String, String> FORMS = load();

  private EnglishWords() {}

  /** Whether the word is known, in any case; a straight apostrophe stands for a curly one. */
  public static boolean contains(String word) {
    return form(word) != null;
  }

  /** All words, in the form that they mostly have within sentences. */
  public static Collection<String> all() {
    return FORMS.values();
  }

  /** The form that the word mostly has within a sentence; null if it is not known. */
  static String form(String word) {
    return FORMS.get(word.toLowerCase(Locale.ROOT));
  }

  /** The bytes of the list. */
  public static InputStream open() {
    return EnglishWords.class.getResourceAsStream("words.txt");
  }

  private static Map<String, String> load() {
    try (InputStream in = open();
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Map<String, String> forms = new HashMap<>();
      lines.lines().forEach(word -> forms.put(word.toLowerCase(Locale.ROOT), word));
      return Map.copyOf(forms);
    } catch (IOException e) {
      throw new UncheckedIOException("The word list in the jar cannot be read.", e);
    }
  }
}
