package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar as a user starts it. */
@Timeout(300)
class CommandIT {

  private static final String SENTENCE =
      "The foreign ministers of both states met in Vienna on Monday to end the long dispute. ";

  @TempDir private Path folder;

  private static Processes.Ended broadsheet(String... arguments)
      throws IOException, InterruptedException {
    return Processes.run(Processes.broadsheet(List.of(), arguments));
  }

  @Test
  void explainShowsAnArticleOfStandardInput() throws IOException, InterruptedException {
    Path article = Files.writeString(folder.resolve("a.txt"), SENTENCE.repeat(3));
    ProcessBuilder command = Processes.broadsheet(List.of(), "explain");
    Processes.Ended ended = Processes.run(command.redirectInput(article.toFile()));
    assertEquals(0, ended.exitCode(), ended.out());
    assertTrue(ended.out().contains("international relations  medtop:20000638"), ended.out());
  }

  @Test
  void theReadmeShowsWhatExplainPrints() throws IOException, InterruptedException {
    Processes.Ended ended = broadsheet("explain", "data/sample/text/river-talks.txt");
    assertEquals(List.of(), Page.readme().notIn("explain", ended.out()), ended.out());
  }

  @Test
  void theBuildLeavesAnArchiveOfTheClassesThatEachCommandNeeds()
      throws IOException, InterruptedException {
    Path article = Files.writeString(folder.resolve("a.txt"), SENTENCE.repeat(3));
    // Java ends if the archive does not fit, where it would do without.
    List<String> must = List.of("-Xshare:on", "-Xlog:class+load:file=" + folder.resolve("loaded"));
    Processes.Ended ended =
        Processes.run(Processes.broadsheet(must, "explain", article.toString()));
    assertEquals(0, ended.exitCode(), ended.out());
    String loaded = Files.readString(folder.resolve("loaded"));
    assertTrue(loaded.contains("TopicClassifier source: shared objects file (top)"), () -> loaded);
  }

  @Test
  void aWrongOptionIsAUsageErrorThatShowsTheRightOnes() throws IOException, InterruptedException {
    Processes.Ended ended = broadsheet("run", "--inptu", "data/sample");
    assertEquals(2, ended.exitCode());
    assertTrue(ended.out().contains("--inptu") && ended.out().contains("--input"), ended.out());
  }

  @Test
  void aConfigurationWithAnUnknownKeyNamesFileKeyAndWhatIsExpected()
      throws IOException, InterruptedException {
    Path config = Files.writeString(folder.resolve("run.json"), "{\"inptu\": \"data\"}");
    Processes.Ended ended = broadsheet("run", "--config", config.toString());
    assertEquals(2, ended.exitCode());
    assertTrue(ended.out().contains("run.json"), ended.out());
    assertTrue(ended.out().contains("unknown key 'inptu'"), ended.out());
    assertTrue(ended.out().contains("summary-sentences"), ended.out());
  }

  @Test
  void aConfigurationWithABadValueNamesItsKey() throws IOException, InterruptedException {
    Path config = Files.writeString(folder.resolve("run.json"), "{\"mode\": \"replace\"}");
    Processes.Ended ended = broadsheet("run", "--config", config.toString());
    assertEquals(2, ended.exitCode());
    assertTrue(ended.out().contains("key 'mode'"), ended.out());
    assertTrue(ended.out().toLowerCase(java.util.Locale.ROOT).contains("append"), ended.out());
  }

  @Test
  void aFlagWinsOverTheConfigurationAndTooManyRejectsAreExitCodeThree()
      throws IOException, InterruptedException {
    Path input = Files.writeString(folder.resolve("in.jsonl"), "{\"text\": \"\"}\n");
    Path output = folder.resolve("flag");
    Path config =
        Files.writeString(
            folder.resolve("run.json"),
            "{\"input\": [\"%s\"], \"output\": \"%s\", \"max-reject-ratio\": 1}"
                .formatted(input, folder.resolve("config")));
    Processes.Ended ended =
        broadsheet(
            "run",
            "--config=" + config,
            "--output=" + output,
            "--max-reject-ratio=0.1",
            "--master=local[1]");
    assertEquals(3, ended.exitCode(), ended.out());
    assertTrue(Files.exists(output.resolve("_broadsheet/run.json")));
    assertFalse(Files.exists(folder.resolve("config")));
  }

  @Test
  void aNightOfRejectsIsExitCodeThreeOnceAndNotAgainWhileNothingElseComes()
      throws IOException, InterruptedException {
    Path input = Files.write(folder.resolve("cut.jsonl.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    String[] sync = {"sync", "--input=" + input, "--output=" + folder.resolve("table")};
    Processes.Ended first = broadsheet(sync);
    assertEquals(3, first.exitCode(), first.out());
    Processes.Ended quiet = broadsheet(sync);
    assertEquals(0, quiet.exitCode(), quiet.out());
    assertTrue(quiet.out().contains("UNREADABLE_FILE"), quiet.out());
  }

  @Test
  void aMissingInputIsOneLineAndExitCodeOne() throws IOException, InterruptedException {
    Path output = folder.resolve("out");
    Processes.Ended ended =
        broadsheet("run", "--master=local[1]", "--input=nowhere", "--output=" + output);
    assertEquals(1, ended.exitCode(), ended.out());
    List<String> lines = ended.out().lines().filter(l -> !l.startsWith("configuration")).toList();
    assertEquals(1, lines.size(), ended.out());
    assertTrue(lines.get(0).contains("nowhere does not exist"), ended.out());
  }

  @Test
  void reportWritesOnePageThatHasAllItNeeds() throws IOException, InterruptedException {
    Path input = Files.writeString(folder.resolve("few.jsonl"), line(0) + line(1));
    Path output = folder.resolve("out");
    SharedSpark.run(input, output);
    Path page = folder.resolve("page.html");
    Processes.Ended ended = broadsheet("report", output.toString(), "--output=" + page);
    assertEquals(0, ended.exitCode(), ended.out());
    assertTrue(ended.out().contains("page.html: 2 articles"), ended.out());
    assertTrue(Files.readString(page).contains("Apache ECharts"));
    assertEquals(List.of("few.jsonl", "out", "page.html"), names());
    Processes.Ended none = broadsheet("report", folder.toString(), "--output=" + page);
    assertEquals(1, none.exitCode(), none.out());
    assertTrue(none.out().contains("is no output of Broadsheet"), none.out());
  }

  @Test
  void aRunKilledAtAnyMomentLeavesTheOldOutputWhole() throws IOException, InterruptedException {
    Path input = archive(3000);
    Path output = folder.resolve("out");
    Path few = Files.writeString(folder.resolve("few.jsonl"), line(0));
    assertEquals(0, broadsheet("run", "--input=" + few, "--output=" + output).exitCode());
    List<String> before = SharedSpark.comparable(output, "articles");
    for (int millis : new int[] {2500, 4000, 5000, 6000, 7000}) {
      kill(millis, "run", "--mode=overwrite", "--input=" + input, "--output=" + output);
      List<String> after = SharedSpark.comparable(output, "articles");
      assertTrue(after.equals(before) || after.size() == 3000, "killed after " + millis + " ms");
      assertEquals(List.of(), SharedSpark.failures(output));
    }
    String[] last = {"run", "--mode=overwrite", "--input=" + input, "--output=" + output};
    Processes.Ended ended = broadsheet(last);
    assertEquals(0, ended.exitCode(), ended.out());
    assertEquals(3000, SharedSpark.rows(output, "articles").size());
    assertEquals(List.of("archive.jsonl", "few.jsonl", "out"), names());
  }

  @Test
  void aRunThatIsToldToEndSaysSoAndLeavesNothingBehind() throws IOException, InterruptedException {
    Path input = archive(40_000);
    Path output = folder.resolve("out");
    Path log = folder.resolve("log");
    ProcessBuilder run =
        Processes.broadsheet(List.of(), "run", "--input=" + input, "--output=" + output);
    Process process = Processes.start(run, log);
    while (process.isAlive() && !Files.exists(folder.resolve(".out.staging/articles"))) {
      Thread.sleep(20);
    }
    process.destroy();
    assertEquals(143, process.waitFor(), Files.readString(log));
    List<String> lines =
        Files.readString(log).lines().filter(line -> !line.startsWith("configuration")).toList();
    assertEquals(List.of("broadsheet: stopped; what is unfinished is being removed."), lines);
    assertEquals(List.of(input.getFileName().toString(), "log"), names());
  }

  private void kill(int millis, String... arguments) throws IOException, InterruptedException {
    Path log = folder.resolve("killed.log");
    Process process = Processes.start(Processes.broadsheet(List.of(), arguments), log);
    Thread.sleep(millis);
    process.destroyForcibly().waitFor();
    Files.delete(log);
  }

  @Test
  void nothingListensBeyondThisMachine() throws IOException, InterruptedException {
    Path sockets = Path.of("/proc/self/net/tcp6");
    assumeTrue(Files.exists(sockets), "needs Linux, to see which sockets a process has");
    Path log = folder.resolve("run.log");
    Process process =
        Processes.start(
            Processes.broadsheet(
                List.of(), "run", "--input=" + archive(5000), "--output=" + folder.resolve("out")),
            log);
    List<String> seen = List.of();
    while (process.isAlive()) {
      seen = Stream.concat(seen.stream(), listening(process.pid()).stream()).distinct().toList();
      Thread.sleep(50);
    }
    assertEquals(0, process.exitValue(), Files.readString(log));
    assertFalse(seen.isEmpty(), "Spark's own loopback socket should have been seen");
    for (String address : seen) {
      assertTrue(InetAddress.getByAddress(bytes(address)).isLoopbackAddress(), address);
    }
  }

  /** Local addresses, as the kernel writes them, of the process's listening TCP sockets. */
  private static List<String> listening(long pid) throws IOException {
    Path process = Path.of("/proc/" + pid);
    List<String> inodes;
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      inodes = files.map(CommandIT::target).filter(t -> t.startsWith("socket:[")).toList();
    } catch (IOException e) {
      return List.of(); // it has just ended
    }
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> lines(process.resolve("net/" + table)))
        .map(line -> line.strip().split("\\s+", -1))
        .filter(column -> column.length > 9 && column[3].equals("0A"))
        .filter(column -> inodes.contains("socket:[" + column[9] + "]"))
        .map(column -> column[1].substring(0, column[1].indexOf(':')))
        .toList();
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream();
    } catch (IOException e) {
      return Stream.of(); // it has just ended
    }
  }

  /** The kernel writes each group of four bytes backwards. */
  private static byte[] bytes(String address) {
    byte[] written = HexFormat.of().parseHex(address);
    byte[] bytes = new byte[written.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = written[i / 4 * 4 + 3 - i % 4];
    }
    return bytes;
  }

  private Path archive(int articles) throws IOException {
    String lines =
        IntStream.range(0, articles).mapToObj(CommandIT::line).collect(Collectors.joining());
    return Files.writeString(folder.resolve("archive.jsonl"), lines);
  }

  private static String line(int id) {
    return "{\"id\": \"%d\", \"text\": \"%s\"}\n".formatted(id, SENTENCE.repeat(20));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
