package dev.broadsheet.benchmark;

import dev.broadsheet.article.RawArticle;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Makes articles without end from a few. Each has the title, date, tags and share of the length of
 * one. Its text follows the words of one, and after a word goes on, by chance, where the same word
 * stands elsewhere. So words and what stands next to each other are as in news, no two texts are
 * alike, and few sentences are: sentences that come again pack to next to nothing, and their
 * writing would take no time to measure by. The same seed gives the same corpus. Words keep the
 * white space and line breaks that follow them. One thread.
 */
public final class CorpusMaker {

  /** Mean length of a text: the articles' own lengths are scaled to it. */
  static final int MEAN_LENGTH = 2400;

  private static final Pattern WORD = Pattern.compile("\\S+\\s*");
  private static final double LEAP = 0.5;
  private static final long SEED = 1;

  private final Random random = new Random(SEED);
  private final List<RawArticle> articles;

  /** The words of all articles, with the white space after them. */
  private final List<String> words = new ArrayList<>();

  /** By article, its first word. */
  private final List<Integer> beginnings = new ArrayList<>();

  /** By word, all places of its like. */
  private final List<List<Integer>> alike = new ArrayList<>();

  private final double scale;
  private long made;

  /**
   * @param articles with at least one word each
   */
  public CorpusMaker(List<RawArticle> articles) {
    this.articles = List.copyOf(articles);
    Map<String, List<Integer>> places = new HashMap<>();
    articles.forEach(article -> addWords(article.text().strip() + "\n\n", places));
    double mean = articles.stream().mapToInt(a -> a.text().length()).average().orElseThrow();
    this.scale = MEAN_LENGTH / mean;
  }

  private void addWords(String text, Map<String, List<Integer>> places) {
    beginnings.add(words.size());
    WORD.matcher(text)
        .results()
        .forEach(
            word -> {
              List<Integer> like =
                  places.computeIfAbsent(word.group().strip(), key -> new ArrayList<>());
              like.add(words.size());
              alike.add(like);
              words.add(word.group());
            });
  }

  /** The next article. */
  public RawArticle next() {
    RawArticle shape = articles.get(random.nextInt(articles.size()));
    String id = String.format(Locale.ROOT, "made-%09d", ++made);
    return new RawArticle(
        id, id, null, shape.title(), text(shape), shape.published(), shape.tags());
  }

  /** The next {@code count} articles. */
  public List<RawArticle> next(int count) {
    List<RawArticle> next = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      next.add(next());
    }
    return next;
  }

  /**
   * Writes articles as JSON Lines until the file has at least so many bytes.
   *
   * @return how many articles
   */
  public long write(Path file, long bytes) throws IOException {
    long before = made;
    long written = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      while (written < bytes) {
        byte[] line = FormatWriters.line(next()).getBytes(StandardCharsets.UTF_8);
        out.write(line);
        written += line.length;
      }
    }
    return made - before;
  }

  private String text(RawArticle shape) {
    StringBuilder text = new StringBuilder();
    int place = oneOf(beginnings);
    while (text.length() < shape.text().length() * scale) {
      text.append(words.get(place));
      int last = random.nextDouble() < LEAP ? oneOf(alike.get(place)) : place;
      place = (last + 1) % words.size();
    }
    return text.toString();
  }

  private int oneOf(List<Integer> places) {
    return places.get(random.nextInt(places.size()));
  }
}
