package dev.broadsheet.read;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.RejectReason;
import dev.broadsheet.article.Rejected;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads bytes as if they were files. */
final class Reading {

  static final Limits SMALL = new Limits(200, 1 << 20, 50);

  private Reading() {}

  static List<Incoming> read(String name, String content) {
    return read(name, utf8(content));
  }

  static List<Incoming> read(String name, byte[] content) {
    return read(name, content, Limits.DEFAULT, FieldMap.STANDARD);
  }

  static List<Incoming> read(String name, byte[] content, Limits limits, FieldMap fields) {
    Source source = new Source("file:/in/" + name, name);
    return all(
        new ArticleReader(fields, limits)
            .read(source, from -> new ByteArrayInputStream(content), null));
  }

  /** As from a file whose bytes arrive one by one. */
  static List<Incoming> slowly(String name, byte[] file) {
    InputStream slow =
        new ByteArrayInputStream(file) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(1, length));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };
    Source source = new Source("file:/in/" + name, name);
    ArticleReader reader = new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT);
    return all(reader.read(source, from -> slow, null));
  }

  static List<Incoming> all(Records records) {
    List<Incoming> all = new ArrayList<>();
    records.forEachRemaining(all::add);
    return all;
  }

  /** Each record in a few letters: the text of an article, the reason of a reject. */
  static List<String> inShort(List<Incoming> records) {
    return records.stream().map(Reading::inShort).toList();
  }

  static RawArticle article(List<Incoming> records) {
    return (RawArticle) records.get(0);
  }

  static Rejected reject(List<Incoming> records) {
    return (Rejected) records.get(records.size() - 1);
  }

  static RejectReason reason(List<Incoming> records) {
    return reject(records).reason();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static String inShort(Incoming record) {
    return record instanceof RawArticle article
        ? article.text()
        : ((Rejected) record).reason().name();
  }
}
