package dev.broadsheet.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.broadsheet.article.Incoming;
import dev.broadsheet.article.RawArticle;
import dev.broadsheet.article.Rejected;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What data asks for and must not get: connections, files, classes, the terminal. */
class NothingGetsInTest {

  private static final String SECRET = "the-secret-of-this-machine";

  @TempDir private Path folder;

  @Test
  void noFormatOpensAConnectionOrAFileThatItsDataNames() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x";
      for (Format format : Format.values()) {
        for (String content : asking(address, secret.toUri().toString())) {
          for (Incoming record : read(format, content)) {
            assertFalse(record.toString().contains(SECRET), () -> format + " reads files");
          }
        }
      }
      server.setSoTimeout(200);
      assertThrows(SocketTimeoutException.class, () -> server.accept().close());
    }
  }

  @Test
  void aClassNamedInJsonIsOnlyAKey() {
    String json =
        "{\"@class\":\"javax.script.ScriptEngineManager\",\"@type\":\"java.net.URL\",\"text\":\"a\"}";
    assertEquals("a", ((RawArticle) Reading.read("a.jsonl", json).get(0)).text());
    String wrapped = "[\"javax.script.ScriptEngineManager\",{\"text\":\"a\"}]";
    assertTrue(Reading.read("a.jsonl", wrapped).get(0) instanceof Rejected);
  }

  @Test
  void detailsOfRejectsDoNotSteerATerminal() {
    String key = "\\u001b[2J\\u202e\\r\\n\\u2028";
    Rejected rejected = Reading.reject(Reading.read("a.jsonl", "{\"" + key + "\":1}"));
    assertTrue(rejected.detail().contains("[2J"), rejected.detail());
    assertTrue(rejected.detail().chars().noneMatch(c -> c < ' ' || c == 0x202E || c == 0x2028));
    Rejected header = Reading.reject(Reading.read("a.csv", "a\u001b[2J,a\u001b[2J\n1,2\n"));
    assertTrue(header.detail().chars().noneMatch(c -> c < ' '), header.detail());
  }

  /** Documents that name an address and a file in every way that a parser might follow. */
  private static List<String> asking(String address, String file) {
    List<String> asking = new ArrayList<>();
    for (String place : List.of(address, file)) {
      String entity = "<!DOCTYPE %1$s [<!ENTITY x SYSTEM \"%2$s\">]><%1$s>&x;</%1$s>";
      String parameter =
          "<!DOCTYPE %1$s [<!ENTITY %% x SYSTEM \"%2$s\"> %%x;]><%1$s><body>a</body></%1$s>";
      for (String root : List.of("nitf", "newsItem", "newsMessage", "html")) {
        asking.add("<?xml version=\"1.0\"?>" + entity.formatted(root, place));
        asking.add("<?xml version=\"1.0\"?>" + parameter.formatted(root, place));
        asking.add("<!DOCTYPE %1$s SYSTEM \"%2$s\"><%1$s>a</%1$s>".formatted(root, place));
        asking.add(
            "<%1$s xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"%2$s\" parse=\"text\"/></%1$s>"
                .formatted(root, place));
        asking.add(
            "<%1$s xmlns=\"%2$s\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"%2$s %2$s\">a</%1$s>"
                .formatted(root, place));
      }
      asking.add(
          "<html><head><base href=\"%1$s\"><link rel=stylesheet href=\"%1$s\"><script src=\"%1$s\"></script></head><body><img src=\"%1$s\"><iframe src=\"%1$s\"></iframe><p>a</body></html>"
              .formatted(place));
      asking.add("{\"text\":{\"$ref\":\"%1$s\"},\"@context\":\"%1$s\"}".formatted(place));
      asking.add("text,url\n=WEBSERVICE(\"%1$s\"),%1$s\n".formatted(place));
    }
    return asking;
  }

  private static List<Incoming> read(Format format, String content) {
    if (format == Format.PARQUET) {
      return List.of(); // read by Spark's library, from no markup
    }
    byte[] bytes = Reading.utf8(content);
    Source source = new Source("file:/in/a", "a");
    return Reading.all(
        new ArticleReader(FieldMap.STANDARD, Limits.DEFAULT)
            .read(source, from -> new ByteArrayInputStream(bytes), format));
  }
}
