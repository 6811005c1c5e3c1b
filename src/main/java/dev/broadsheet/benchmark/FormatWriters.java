package dev.broadsheet.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.read.Format;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Articles written in the formats whose parsing is timed. For one more format, add its writer to
 * {@link #WRITERS}: it becomes a row of the benchmark.
 */
final class FormatWriters {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<Format, Function<List<RawArticle>, List<String>>> WRITERS =
      new EnumMap<>(
          Map.of(
              Format.JSONL, articles -> one(articles, "", "", ""),
              Format.JSON, articles -> one(articles, "[", ",", "]"),
              Format.CSV, articles -> List.of(csv(articles)),
              Format.TEXT, articles -> articles.stream().map(RawArticle::text).toList(),
              Format.NITF, MarkupWriters::nitf,
              Format.HTML, MarkupWriters::html,
              Format.WARC, MarkupWriters::warc));

  private FormatWriters() {}

  /** The articles as files of each format. */
  static Map<Format, List<byte[]>> files(List<RawArticle> articles) {
    Map<Format, List<byte[]>> files = new EnumMap<>(Format.class);
    WRITERS.forEach(
        (format, writer) ->
            files.put(
                format,
                writer.apply(articles).stream()
                    .map(file -> file.getBytes(StandardCharsets.UTF_8))
                    .toList()));
    return files;
  }

  /** An article as a line of JSON, its line feed included. */
  static String line(RawArticle article) {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", article.id());
    record.put("title", article.title());
    record.put("published", article.published());
    record.put("tags", article.tags());
    record.put("text", article.text());
    try {
      return JSON.writeValueAsString(record) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Strings can be written as JSON", e);
    }
  }

  private static List<String> one(
      List<RawArticle> articles, String begin, String separator, String end) {
    return List.of(
        articles.stream()
            .map(FormatWriters::line)
            .collect(Collectors.joining(separator, begin, end)));
  }

  private static String csv(List<RawArticle> articles) {
    return articles.stream()
        .map(a -> quoted(a.id()) + "," + quoted(a.title()) + "," + quoted(a.text()) + "\n")
        .collect(Collectors.joining("", "id,title,text\n", ""));
  }

  private static String quoted(String cell) {
    return cell == null ? "" : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
