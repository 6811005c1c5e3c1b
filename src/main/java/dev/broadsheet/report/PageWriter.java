package dev.broadsheet.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * Writes a view of an output as one HTML file that needs no network: markup, style, scripts, chart
 * library and data in one. A Content-Security-Policy lets nothing run but these scripts, named by
 * their hashes, and lets nothing be fetched.
 */
public final class PageWriter {

  private static final String CHARTS =
      "/META-INF/resources/webjars/echarts/5.5.0/echarts.common.min.js";
  private static final List<String> SCRIPTS =
      List.of("dom.js", "model.js", "charts.js", "topics.js", "articles.js", "run.js", "page.js");

  /** By which a page is known as ours. */
  private static final String MARK = "<meta name=\"generator\" content=\"Broadsheet\">";

  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)}}");

  private PageWriter() {}

  /**
   * The page.
   *
   * @throws IOException if a resource of the jar cannot be read
   */
  public static String page(ArchiveView view) throws IOException {
    String style = resource("page.css");
    String charts = resource(CHARTS);
    String script = scripts();
    Map<String, String> parts =
        Map.of(
            "policy", policy(style, charts, script),
            "style", style,
            "charts", charts,
            "data", SafeJson.write(view),
            "script", script);
    return fill(resource("page.html"), parts);
  }

  /**
   * Writes the page to a file, in one step.
   *
   * @return the file's size in bytes
   * @throws FileAlreadyExistsException if the file exists and is no page of ours
   * @throws IOException if it cannot be written
   */
  public static long write(ArchiveView view, Path file) throws IOException {
    checkIsOurs(file);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path unfinished = folder.resolve("." + file.getFileName() + ".part");
    try {
      Files.writeString(unfinished, page(view), UTF_8);
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    return Files.size(file);
  }

  /** So that no file of somebody else's is lost to a mistyped path. */
  private static void checkIsOurs(Path file) throws IOException {
    if (!Files.exists(file)) {
      return;
    }
    if (!Files.isRegularFile(file) || !start(file).contains(MARK)) {
      throw new FileAlreadyExistsException(
          file + " exists and is no report of Broadsheet. Choose another --output.");
    }
  }

  private static String start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(1000), UTF_8);
    }
  }

  private static String scripts() throws IOException {
    StringBuilder scripts = new StringBuilder("(function () {\n\"use strict\";\n");
    for (String name : SCRIPTS) {
      scripts.append(resource(name)).append('\n');
    }
    return scripts.append("})();\n").toString();
  }

  private static String policy(String style, String... scripts) {
    return "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; style-src "
        + source(style)
        + "; script-src "
        + Arrays.stream(scripts).map(PageWriter::source).collect(Collectors.joining(" "));
  }

  /** How a policy names an element by what it holds. */
  private static String source(String content) {
    return "'sha256-" + Base64.getEncoder().encodeToString(DigestUtils.sha256(content)) + "'";
  }

  private static String fill(String template, Map<String, String> parts) {
    Matcher slots = SLOT.matcher(template);
    return slots.replaceAll(slot -> Matcher.quoteReplacement(parts.get(slot.group(1))));
  }

  /** With the line ends that a browser would make of them, as it hashes what it has read. */
  private static String resource(String name) throws IOException {
    String path = name.startsWith("/") ? name : "/dev/broadsheet/report/" + name;
    try (InputStream in = PageWriter.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new FileNotFoundException("The jar lacks " + path + "; build it anew.");
      }
      return new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
    }
  }
}
