package dev.broadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documents, as tests look at it. */
public record Page(Path file, String text) {

  static final Path README = Path.of("README.md");
  static final Path FOLDER = Path.of("src/site/markdown");

  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern CODE = Pattern.compile("`[^`\n]*`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
  private static final Pattern QUERY = Pattern.compile("(?ms)^```sql\n-- ([^\n]+)\n(.*?)^```$");
  private static final Pattern COLUMN = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\|");

  /** The README, which the other pages hang on. */
  public static Page readme() throws IOException {
    return new Page(README, Files.readString(README));
  }

  /** The page of a name below {@code src/site/markdown}, such as {@code how-to/sql.md}. */
  public static Page of(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    return new Page(file, Files.readString(file));
  }

  /** The README and all pages. */
  public static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>(List.of(readme()));
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".md")).sorted().toList()) {
        pages.add(of(FOLDER.relativize(file).toString()));
      }
    }
    return pages;
  }

  /** Targets of its links to files and headings. */
  List<String> links() {
    String prose = CODE.matcher(FENCE.matcher(text).replaceAll("")).replaceAll("code");
    return found(LINK, prose).filter(target -> !target.contains("://")).toList();
  }

  /** The names by which links reach its headings, as GitHub makes them. */
  Set<String> anchors() {
    Set<String> anchors = new LinkedHashSet<>();
    found(HEADING, FENCE.matcher(text).replaceAll(""))
        .map(heading -> heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", ""))
        .forEach(heading -> anchors.add(heading.replace(' ', '-')));
    return anchors;
  }

  /** What is below a heading, up to the next one. */
  String section(String heading) {
    String start = "\n" + heading + "\n";
    int begin = text.indexOf(start);
    int end = text.indexOf("\n#", begin + start.length());
    return begin < 0 ? "" : text.substring(begin, end < 0 ? text.length() : end);
  }

  /** The rows of the table of columns below a heading, such as {@code url string, null}. */
  public List<String> columns(String heading) {
    return COLUMN
        .matcher(section(heading))
        .results()
        .map(row -> row.group(1) + " " + row.group(2))
        .toList();
  }

  /** Its SQL by the comment that it begins with, such as {@code DuckDB: topics}. */
  public Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    QUERY.matcher(text).results().forEach(q -> queries.put(q.group(1), q.group(2).strip()));
    return queries;
  }

  /**
   * The lines that it shows of a command's output and that the real output does not have, in its
   * order. Lines, and ends of lines, may be left out by {@code ...}
   *
   * @param name as in the comment before the lines, {@code <!-- output: name -->}
   */
  public List<String> notIn(String name, String real) {
    String start = "<!-- output: " + name + " -->\n```\n";
    int begin = text.indexOf(start) + start.length();
    List<String> wrong = new ArrayList<>();
    int from = 0;
    for (String line : text.substring(begin, text.indexOf("\n```", begin)).split("\n", -1)) {
      String shown = line.endsWith("...") ? line.substring(0, line.length() - 3) : line + "\n";
      int found = ("\n" + real).indexOf("\n" + shown, from);
      if (found < 0) {
        wrong.add(line);
      }
      from = Math.max(from, found);
    }
    return wrong;
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }
}
