package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** The packaged jar says what is in it, and under which licence. */
class LicencesIT {

  private static final Pattern LIBRARY =
      Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom.properties");

  private static String text(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry("META-INF/" + name);
    assertNotNull(entry, name);
    try (InputStream in = jar.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void eachLibraryInTheJarIsListedWithItsLicence() throws IOException {
    try (JarFile jar = new JarFile(Processes.JAR)) {
      String list = text(jar, "THIRD-PARTY.txt");
      List<String> libraries =
          jar.stream()
              .map(entry -> LIBRARY.matcher(entry.getName()))
              .filter(Matcher::matches)
              .map(name -> name.group(1) + ":" + name.group(2))
              .filter(name -> !name.equals("dev.broadsheet:broadsheet"))
              .toList();
      assertTrue(libraries.size() >= 8, libraries::toString);
      for (String library : libraries) {
        assertTrue(list.contains("(" + library + ":"), library);
      }
      long licensed =
          list.lines()
              .filter(line -> line.matches(" *\\((Apache-2.0|MIT|BSD-3-Clause)\\) .*"))
              .count();
      assertEquals(list.lines().filter(line -> line.contains(" - http")).count(), licensed, list);
    }
  }

  /** Texts of licences that are in the jar. */
  private static Set<String> names(JarFile jar) {
    return jar.stream()
        .map(entry -> entry.getName().replace("META-INF/", ""))
        .filter(name -> name.matches("licenses/.+"))
        .collect(Collectors.toSet());
  }

  /** Texts of licences that the notice sends its reader to. */
  private static Set<String> named(String notice) {
    return Pattern.compile("licenses/\\w+\\.txt")
        .matcher(notice)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  @Test
  void theTextsOfAllLicencesAndTheNoticeOfAllSourcesAreThere() throws IOException {
    try (JarFile jar = new JarFile(Processes.JAR)) {
      assertTrue(text(jar, "LICENSE").contains("Apache License"));
      assertTrue(text(jar, "LICENSE").contains("END OF TERMS AND CONDITIONS"));
      for (String holder :
          List.of(
              "jsoup:Jonathan Hedley",
              "brotli:Brotli Authors",
              "zrender:Baidu Inc.",
              "d3:Mike Bostock",
              "snowball:Martin Porter",
              "wordpiece:Rob Rua")) {
        String[] parts = holder.split(":", -1);
        String text = text(jar, "licenses/" + parts[0] + ".txt");
        assertTrue(text.contains(parts[1]) && text.contains("WARRANT"), holder);
      }
      String notice = text(jar, "NOTICE");
      assertEquals(names(jar), named(notice));
      for (String source :
          List.of(
              "Apache OpenNLP",
              "Leland Stanford",
              "Leipzig Corpora Collection",
              "Apache ECharts",
              "Tatu Saloranta",
              "IPTC Media Topics",
              "https://creativecommons.org/licenses/by/4.0/",
              "Portal:Current events",
              "https://creativecommons.org/licenses/by-sa/4.0/",
              "Rishabh Misra",
              "Wikinews",
              "https://creativecommons.org/licenses/by/2.5/")) {
        assertTrue(notice.contains(source), source);
      }
    }
    List<String> readme = Files.readAllLines(Path.of("README.md"));
    assertTrue(readme.get(readme.size() - 1).contains("META-INF/NOTICE"));
  }
}
