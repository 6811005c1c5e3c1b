package dev.broadsheet.benchmark;

import dev.broadsheet.article.RawArticle;
import dev.broadsheet.pipeline.Models;
import dev.broadsheet.segment.SegmentedText;
import dev.broadsheet.segment.Segmenter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes articles without end from a few. Each has the title, date, tags and share of the length of
 * one, and the sentences of {@value #DONORS}, which take turns by chance; so words and sentences
 * are as in news, no two texts are alike, and the same seed gives the same corpus. Sentences keep
 * the white space and line breaks that follow them. One thread.
 */
public final class CorpusMaker {

  /** Mean length of a text: the articles' own lengths are scaled to it. */
  static final int MEAN_LENGTH = 2400;

  private static final int DONORS = 3;
  private static final long SEED = 1;

  private final Random random = new Random(SEED);
  private final List<RawArticle> articles;
  private final List<List<String>> sentences = new ArrayList<>();
  private final double scale;
  private long made;

  /**
   * @param articles with at least one sentence each
   */
  public CorpusMaker(List<RawArticle> articles) {
    this.articles = List.copyOf(articles);
    Segmenter segmenter = new Segmenter(Models.bundled().segmenter());
    articles.forEach(article -> sentences.add(sentences(segmenter.segment(article.text()))));
    double mean = articles.stream().mapToInt(a -> a.text().length()).average().orElseThrow();
    this.scale = MEAN_LENGTH / mean;
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
    Donor[] donors = new Donor[DONORS];
    for (int i = 0; i < DONORS; i++) {
      List<String> all = sentences.get(random.nextInt(sentences.size()));
      donors[i] = new Donor(all, random.nextInt(all.size()));
    }
    StringBuilder text = new StringBuilder();
    while (text.length() < shape.text().length() * scale) {
      text.append(donors[random.nextInt(DONORS)].next());
    }
    return text.toString();
  }

  private static List<String> sentences(SegmentedText text) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i + 1 < text.sentenceCount(); i++) {
      sentences.add(text.text().substring(text.sentenceBegin(i), text.sentenceBegin(i + 1)));
    }
    sentences.add(text.text().substring(text.sentenceBegin(text.sentenceCount() - 1)) + "\n\n");
    return sentences;
  }

  /** An article's sentences from some place on, round and round. */
  private static final class Donor {

    private final List<String> sentences;
    private int place;

    private Donor(List<String> sentences, int place) {
      this.sentences = sentences;
      this.place = place;
    }

    private String next() {
      place = (place + 1) % sentences.size();
      return sentences.get(place);
    }
  }
}
