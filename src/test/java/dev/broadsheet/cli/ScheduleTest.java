package dev.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The schedules in {@code jobs/schedule}, as far as they can be checked without their schedulers.
 */
class ScheduleTest {

  private static final Path FOLDER = Path.of("jobs/schedule");
  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  @Test
  void schedulesUseOptionsThatSyncAndMaintainHave() throws IOException {
    CommandLine broadsheet = new CommandLine(new BroadsheetCommand());
    int checked = 0;
    for (Path file : files()) {
      for (String line : Files.readAllLines(file)) {
        String command = line.contains("maintain") ? "maintain" : "sync";
        Matcher option = OPTION.matcher(line.strip().startsWith("#") ? "" : line);
        while (option.find()) {
          assertNotNull(
              broadsheet.getSubcommands().get(command).getCommandSpec().findOption(option.group()),
              file + ": " + option.group());
          checked++;
        }
      }
    }
    assertFalse(checked < 10, "only " + checked + " options were found");
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void theAirflowDagIsPython() throws IOException, InterruptedException {
    python("import ast, sys; ast.parse(open(sys.argv[1]).read())", "broadsheet_dag.py");
  }

  @Test
  void theKubernetesScheduleIsYamlThatForbidsTwoAtOnce() throws IOException, InterruptedException {
    assumeTrue(run("python3", "-c", "import yaml") == 0, "needs Python with PyYAML");
    python(
        "import sys, yaml; s = yaml.safe_load(open(sys.argv[1]));"
            + " assert s['kind'] == 'ScheduledSparkApplication';"
            + " assert s['spec']['concurrencyPolicy'] == 'Forbid'",
        "scheduled-spark-application.yaml");
  }

  @Test
  void systemdTakesTheUnits(@TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(run("sh", "-c", "command -v systemd-analyze") == 0, "needs systemd-analyze");
    String here = Path.of("").toAbsolutePath().toString();
    for (String unit : List.of("broadsheet-sync.service", "broadsheet-sync.timer")) {
      String text = Files.readString(FOLDER.resolve(unit)).replace("/opt/broadsheet", here);
      Files.writeString(folder.resolve(unit), text);
    }
    for (String unit : List.of("broadsheet-sync.service", "broadsheet-sync.timer")) {
      assertEquals(0, run("systemd-analyze", "verify", folder.resolve(unit).toString()), unit);
    }
  }

  private static void python(String program, String file) throws IOException, InterruptedException {
    assumeTrue(run("sh", "-c", "command -v python3") == 0, "needs Python");
    assertEquals(0, run("python3", "-c", program, FOLDER.resolve(file).toString()), file);
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
