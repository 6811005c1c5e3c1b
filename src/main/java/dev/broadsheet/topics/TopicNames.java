package dev.broadsheet.topics;

import dev.broadsheet.article.TopicScore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The names of the IPTC Media Topics in a language. A topic that has none in it keeps its English
 * one, and so does every topic of another taxonomy. Immutable, safe to share.
 */
public final class TopicNames {

  /** The language of a taxonomy's own names. */
  public static final String ENGLISH = "en";

  private static final String FILE = "/dev/broadsheet/topics/mediatopics-names.tsv";
  private static final String MEDIA_TOPICS = "iptc-mediatopics-";

  /** By code; empty for English. */
  private final Map<String, String> names;

  private TopicNames(Map<String, String> names) {
    this.names = names;
  }

  /**
   * The names in a language.
   *
   * @param language a BCP 47 tag, such as {@code de} or {@code pt-BR}
   * @throws IllegalArgumentException naming the languages there are, if it is none of them
   */
  public static TopicNames of(String language) {
    String tag = Locale.forLanguageTag(language).toLanguageTag();
    List<List<String>> table = table();
    int column = table.get(0).indexOf(tag);
    if (column < 1 && !tag.equals(ENGLISH)) {
      throw new IllegalArgumentException(
          "there are no names of topics in \""
              + language
              + "\"; there are some in en, "
              + String.join(", ", table.get(0).subList(1, table.get(0).size()))
              + ".");
    }
    return new TopicNames(tag.equals(ENGLISH) ? Map.of() : column(table, column));
  }

  /** The taxonomy with these names, if it is of the Media Topics. */
  Taxonomy in(Taxonomy taxonomy) {
    return taxonomy.version().startsWith(MEDIA_TOPICS) ? taxonomy.named(names) : taxonomy;
  }

  /** The Media Topics of an article with these names. */
  public List<TopicScore> in(List<TopicScore> scores) {
    return scores.stream().map(this::in).toList();
  }

  private TopicScore in(TopicScore score) {
    String name = names.getOrDefault(score.code(), score.name());
    return new TopicScore(score.code(), name, score.probability(), score.evidence());
  }

  private static Map<String, String> column(List<List<String>> table, int column) {
    Map<String, String> names = new HashMap<>();
    for (List<String> row : table.subList(1, table.size())) {
      if (!row.get(column).isEmpty()) {
        names.put(row.get(0), row.get(column));
      }
    }
    return names;
  }

  /** Codes and their names; the first row has the languages. */
  private static List<List<String>> table() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                TopicNames.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
      return lines.lines().map(line -> List.of(line.split("\t", -1))).collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The names of topics that come with the jar cannot be read.", e);
    }
  }
}
