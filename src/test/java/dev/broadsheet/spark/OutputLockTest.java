package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock of an output, with holders that are processes. */
class OutputLockTest {

  private static final Duration HEARTBEAT = Duration.ofMillis(500);

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private java.nio.file.Path folder;
  private final List<Process> started = new ArrayList<>();
  private FileSystem files;
  private Path output;
  private java.nio.file.Path lock;

  @BeforeEach
  void place() throws IOException {
    files = FileSystem.getLocal(new Configuration());
    output = new Path(folder.resolve("out").toUri());
    lock = folder.resolve(".out.lock");
  }

  @AfterEach
  void endAll() throws IOException, InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Takes the lock, says so, and waits to be told to look after it. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException {
      FileSystem files = FileSystem.getLocal(new Configuration());
      OutputLock lock = OutputLock.take(files, new Path(args[0]), args[1], HEARTBEAT);
      System.out.println("taken");
      while (System.in.read() >= 0) {
        System.out.println(lock.isHeld() ? "held" : "lost");
      }
    }
  }

  private Process holder(String name) throws IOException {
    String classes = System.getProperty("java.class.path");
    ProcessBuilder builder =
        Processes.java(
            "-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", classes, Holder.class.getName());
    builder.command().addAll(List.of(output.toString(), name));
    Process process = builder.redirectError(new File("/dev/null")).start();
    started.add(process);
    assertEquals("taken", line(process));
    return process;
  }

  private static String line(Process process) throws IOException {
    BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
    return reader.readLine();
  }

  private static String ask(Process process) throws IOException {
    process.getOutputStream().write('\n');
    process.getOutputStream().flush();
    return line(process);
  }

  private OutputLock take() throws IOException {
    return OutputLock.take(files, output, "second", HEARTBEAT);
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
  }

  /** The lock as if it were of a process that cannot be looked up from here. */
  private void moveElsewhere() throws IOException {
    ObjectNode holder = (ObjectNode) JSON.readTree(Files.readString(lock));
    holder.put("machine", "another boot pid:[1]").put("pid", 1);
    Files.writeString(lock, JSON.writeValueAsString(holder));
  }

  @Test
  void aStoppedHolderKeepsItsLockAndAKilledOneLosesItAtOnce() throws Exception {
    Process first = holder("first");
    Exception held = assertThrows(OutputHeldException.class, this::take);
    assertTrue(held.getMessage().contains("process " + first.pid()), held.getMessage());
    signal("STOP", first);
    assertThrows(OutputHeldException.class, this::take);
    signal("CONT", first);
    assertEquals("held", ask(first));
    signal("KILL", first);
    first.waitFor();
    try (OutputLock second = take()) {
      assertTrue(second.isHeld());
    }
    assertFalse(Files.exists(lock));
  }

  @Test
  void aHolderElsewhereKeepsItsLockAsLongAsItRenewsIt() throws Exception {
    Process first = holder("first");
    moveElsewhere();
    assertThrows(OutputHeldException.class, this::take);
    assertTrue(Files.readString(lock).contains("first"));
    signal("STOP", first);
    try (OutputLock second = take()) {
      signal("CONT", first);
      assertEquals("lost", ask(first));
      first.getOutputStream().close();
      first.waitFor();
      assertTrue(second.isHeld());
      second.requireHeld();
    }
  }

  @Test
  void aLockOfAProcessIdThatIsUsedAgainOrThatIsDamagedIsTaken() throws Exception {
    Process first = holder("first");
    ObjectNode holder = (ObjectNode) JSON.readTree(Files.readString(lock));
    first.destroyForcibly().waitFor();
    holder.put("pid", ProcessHandle.current().pid());
    Files.writeString(lock, JSON.writeValueAsString(holder));
    take().close();
    Files.writeString(lock, "");
    take().close();
    assertFalse(Files.exists(lock));
  }

  @Test
  void aRunWhoseLockWasTakenOverIsToldSoAndLeavesItAlone() throws IOException {
    OutputLock first = take();
    Files.writeString(lock, "another's");
    Exception lost = assertThrows(IOException.class, first::requireHeld);
    assertTrue(lost.getMessage().contains("is another run's by now"), lost.getMessage());
    first.close();
    assertTrue(Files.exists(lock));
  }

  @Test
  void anOutputWhereNoFolderCanBeMadeIsSaidSo() {
    assumeTrue(Files.exists(java.nio.file.Path.of("/proc/self")), "needs a folder of the kernel's");
    Path nowhere = new Path("/proc/none/out");
    Exception error =
        assertThrows(IOException.class, () -> OutputLock.take(files, nowhere, "a-run"));
    assertTrue(error.getMessage().contains("/proc/none cannot be made"), error.getMessage());
  }
}
