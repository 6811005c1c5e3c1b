package dev.broadsheet.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageWriterTest {

  @TempDir private Path folder;

  private static String data(String page) {
    int begin = page.indexOf("id=\"data\">") + "id=\"data\">".length();
    return page.substring(begin, page.indexOf("</script>", begin));
  }

  @Test
  void noTextCanEndTheDataOrOpenAnElement() throws IOException {
    String data = data(PageWriter.page(Views.hostile()));
    for (String forbidden : List.of("<", ">", "&", "\u2028", "\u2029")) {
      assertFalse(data.contains(forbidden), forbidden);
    }
  }

  @Test
  void theDataAreTheViewUnchanged() throws IOException {
    JsonMapper json = new JsonMapper();
    ArchiveView read = json.readValue(data(PageWriter.page(Views.hostile())), ArchiveView.class);
    assertEquals(json.valueToTree(Views.hostile()).toString(), json.valueToTree(read).toString());
    assertEquals(Views.HOSTILE, read.name());
  }

  @Test
  void thePageNamesNoAddressToFetchFrom() throws IOException {
    String page = PageWriter.page(Views.empty());
    String markup = page.substring(0, page.indexOf("<script>"));
    assertTrue(markup.contains("default-src 'none'"));
    assertFalse(markup.contains("http://") || markup.contains("https://"), markup);
    assertFalse(page.contains("<link rel=\"stylesheet\"") || page.contains("<script src"));
    assertFalse(page.contains("{{"), "a slot of the template was not filled");
  }

  @Test
  void thePageCarriesTheNoticesOfTheScriptInIt() throws IOException {
    String page = PageWriter.page(Views.empty());
    for (String notice :
        List.of(
            "© 2017–2024 The Apache Software Foundation, Apache License 2.0",
            "© 2017 Baidu Inc.",
            "© 2010–2017 Mike Bostock",
            "Licensed to the Apache Software Foundation (ASF)")) {
      assertTrue(page.contains(notice), notice);
    }
  }

  @Test
  void aReportIsReplacedButNoOtherFile() throws IOException {
    Path page = folder.resolve("reports/report.html");
    PageWriter.write(Views.empty(), page);
    long size = PageWriter.write(Views.hostile(), page);
    assertEquals(Files.size(page), size);
    Path thesis = Files.writeString(folder.resolve("thesis.html"), "years of work");
    for (Path inTheWay : List.of(thesis, folder)) {
      assertThrows(
          FileAlreadyExistsException.class, () -> PageWriter.write(Views.empty(), inTheWay));
    }
    assertEquals("years of work", Files.readString(thesis));
    try (Stream<Path> files = Files.list(page.getParent())) {
      assertEquals(List.of(page), files.toList());
    }
  }
}
