package dev.broadsheet.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process, in a checkout that is built, with a script in the place of Java. */
class LauncherTest {

  /** Tells its locale, and takes a second to be stopped. */
  private static final String JAVA =
      """
      #!/usr/bin/env bash
      echo "$LC_ALL" >"$HOME_OF_TEST/locale"
      [ -n "$LASTS" ] || exit 0
      trap 'sleep 1; touch "$HOME_OF_TEST/ended"; exit 143' TERM
      touch "$HOME_OF_TEST/started"
      while :; do sleep 0.1; done
      """;

  @TempDir private Path home;

  @BeforeEach
  void makeCheckout() throws IOException {
    Path launcher = Files.createDirectory(home.resolve("jobs")).resolve("broadsheet");
    Files.copy(Path.of("jobs/broadsheet"), launcher);
    Files.createDirectories(home.resolve("src/main"));
    Files.writeString(home.resolve("pom.xml"), "");
    for (String source : List.of("pom.xml", "src/main")) {
      Files.setLastModifiedTime(home.resolve(source), FileTime.fromMillis(0));
    }
    Files.createDirectories(home.resolve("target/spark/jars"));
    Files.writeString(home.resolve("target/broadsheet.jar"), "");
    Files.setLastModifiedTime(home.resolve("target/broadsheet.jar"), FileTime.fromMillis(1000));
    Files.createDirectories(home.resolve("java/bin"));
    Path java = Files.writeString(home.resolve("java/bin/java"), JAVA);
    assumeTrue(java.toFile().setExecutable(true) && launcher.toFile().setExecutable(true));
  }

  private Process start(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("jobs/broadsheet").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().remove("SPARK_HOME");
    builder.environment().put("JAVA_HOME", home.resolve("java").toString());
    builder.environment().put("HOME_OF_TEST", home.toString());
    builder.environment().put("LASTS", "");
    builder.environment().putAll(environment);
    return builder.start();
  }

  @Test
  void aSignalToTheFirstRunEndsItsJavaBeforeTheLauncher() throws Exception {
    Process launcher = start(Map.of("LASTS", "yes"), "run", "--input", "a");
    while (launcher.isAlive() && !Files.exists(home.resolve("started"))) {
      Thread.sleep(20);
    }
    launcher.destroy();
    assertTrue(launcher.waitFor(1, TimeUnit.MINUTES));
    assertTrue(Files.exists(home.resolve("ended")), "the launcher did not wait for its Java");
    assertEquals(143, launcher.exitValue());
  }

  @Test
  void namesOfFilesAreUtf8WhateverTheLocale() throws Exception {
    for (String locale : List.of("C", "POSIX", "xx_XX.UTF-8")) {
      start(Map.of("LANG", locale, "LC_ALL", locale), "verify", "o").waitFor();
      String used = Files.readString(home.resolve("locale")).strip();
      assertTrue(used.toLowerCase(java.util.Locale.ROOT).replace("-", "").endsWith("utf8"), used);
      assertFalse(used.startsWith("xx"), used);
    }
  }
}
