package dev.broadsheet.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs Jazzer on each target for {@code fuzz.seconds}, a JVM each; {@code fuzz.targets} names some
 * of them. Corpora grow under {@code target/fuzz}; a finding is left there as {@code crash-…}, and
 * belongs into a test.
 */
class FuzzRun {

  private static final Path FOLDER = Path.of("target/fuzz");
  private static final String SECONDS = System.getProperty("fuzz.seconds", "60");
  private static final String CHOSEN = System.getProperty("fuzz.targets", "");

  @TestFactory
  Stream<DynamicTest> noTargetHasAFinding() {
    List<String> chosen = Arrays.asList(CHOSEN.split(",", -1));
    return Targets.names()
        .filter(target -> CHOSEN.isBlank() || chosen.contains(target))
        .map(target -> DynamicTest.dynamicTest(target, () -> fuzz(target)));
  }

  private static void fuzz(String target) throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(FOLDER.resolve(target));
    Path seeds = Seeds.write(target, FOLDER.resolve(target + "-seeds"));
    Path log = FOLDER.resolve(target + ".log");
    Process jazzer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-D" + FuzzTarget.TARGET + "=" + target,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzTarget.class.getName(),
                "--instrumentation_includes=dev.broadsheet.**",
                "--custom_hook_includes=dev.broadsheet.**",
                "--reproducer_path=" + FOLDER,
                "-artifact_prefix=" + corpus + "-",
                "-max_total_time=" + SECONDS,
                "-timeout=10",
                "-rss_limit_mb=3000",
                "-max_len=20000",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertEquals(0, jazzer.waitFor(), () -> target + " has a finding; see " + log);
  }
}
