package dev.broadsheet.pipeline;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Damages files: bytes, pieces, and marks of structure. Half of the packed ones inside. */
final class Mutator {

  private static final String[] MARKS = {
    "<",
    ">",
    "</p>",
    "<p>",
    "</nitf>",
    "<newsItem>",
    "&",
    "&#0;",
    "&#xD800;",
    "&amp;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "-->",
    "<!DOCTYPE x [",
    "\"",
    "'",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\\",
    "\\u0000",
    "\\ud800",
    "null",
    "1e999999",
    "\n",
    "\r\n\r\n",
    "\0",
    "\t",
    ";",
    "\ufeff",
    "\u202e",
    "%00",
    "../",
    "Content-Length: -1\r\n",
    "Content-Length: 99999999999\r\n",
    "WARC/1.1\r\n",
    "Transfer-Encoding: chunked\r\n",
    "PK\3\4",
    "PK\1\2",
    "PK\5\6",
    "\u001f\u008b",
    "encoding='UTF-16'",
    "charset=x",
    "\ud83d\ude00",
    "canceled",
    "-1"
  };

  private final Random random;

  Mutator(Random random) {
    this.random = random;
  }

  byte[] mutate(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    String name = file.toString();
    if (random.nextBoolean() && name.endsWith(".gz")) {
      return mutateInGzip(bytes);
    }
    return random.nextBoolean() && name.endsWith(".zip") ? mutateInZip(bytes) : mutate(bytes);
  }

  private byte[] mutate(byte[] bytes) {
    byte[] mutated = bytes;
    for (int times = 1 + random.nextInt(4); times > 0 && mutated.length > 0; times--) {
      mutated = mutateOnce(mutated);
    }
    return mutated;
  }

  private byte[] mutateOnce(byte[] bytes) {
    int at = random.nextInt(bytes.length);
    int end = Math.min(bytes.length, at + 1 + random.nextInt(1 + random.nextInt(500)));
    byte[] piece = Arrays.copyOfRange(bytes, at, end);
    return switch (random.nextInt(7)) {
      case 0 -> replaced(bytes, at, at + 1, new byte[] {(byte) random.nextInt(256)});
      case 1 -> replaced(bytes, at, end, new byte[0]);
      case 2 -> replaced(bytes, at, at, piece);
      case 3 -> replaced(bytes, random.nextInt(at + 1), at, piece);
      case 4 -> replaced(bytes, at, at, mark());
      case 5 -> replaced(bytes, at, Math.min(bytes.length, at + 1), mark());
      default ->
          random.nextInt(3) == 0 ? Arrays.copyOf(bytes, at) : replaced(bytes, at, end, mark());
    };
  }

  private byte[] mark() {
    String mark = MARKS[random.nextInt(MARKS.length)];
    int times = random.nextInt(20) == 0 ? 1 + random.nextInt(2000) : 1;
    return mark.repeat(times).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] replaced(byte[] bytes, int begin, int end, byte[] by) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, begin);
    out.writeBytes(by);
    out.write(bytes, end, bytes.length - end);
    return out.toByteArray();
  }

  private byte[] mutateInGzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes));
        GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(mutate(in.readAllBytes()));
    } catch (IOException e) {
      return mutate(bytes); // the sample is itself a broken one
    }
    return out.toByteArray();
  }

  private byte[] mutateInZip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(entry.getName()));
        byte[] member = in.readAllBytes();
        zip.write(member.length == 0 ? member : mutate(member));
      }
    } catch (ZipException | EOFException e) {
      return mutate(bytes); // the sample is itself a broken one
    }
    return out.toByteArray();
  }
}
