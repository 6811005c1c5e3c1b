package dev.broadsheet.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Who holds a lock.
 *
 * @param host for people: containers may share a name
 * @param machine one running system and its space of process ids; null in locks of older versions
 * @param started when the process began, so that a process id that is used again is not taken for
 *     the holder
 */
record LockHolder(String runId, String host, String machine, long pid, String started) {

  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path PROCESS_IDS = Path.of("/proc/self/ns/pid");

  /** Of the fields of {@code /proc/PID/stat} behind the name: the start in ticks since the boot. */
  private static final int START = 19;

  /** This process. */
  static LockHolder self(String runId) {
    long pid = ProcessHandle.current().pid();
    return new LockHolder(runId, hostName(), thisMachine(), pid, startOf(pid));
  }

  /** Whether it is a process whose life can be told from here. */
  boolean isHere() {
    return machine != null && machine.equals(thisMachine());
  }

  /** Whether a process that {@link #isHere} has ended; one that was stopped lives. */
  boolean isGone() {
    return ProcessHandle.of(pid).isEmpty() || !startOf(pid).equals(started);
  }

  /** By no clock that can be set; where the system has no such number, by the time. */
  private static String startOf(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[START];
    } catch (IOException e) {
      return ProcessHandle.of(pid)
          .flatMap(process -> process.info().startInstant())
          .map(Instant::toString)
          .orElse("unknown");
    }
  }

  private static String thisMachine() {
    try {
      return Files.readString(BOOT).strip() + " " + Files.readSymbolicLink(PROCESS_IDS);
    } catch (IOException e) {
      return hostName();
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a machine without a name";
    }
  }

  @Override
  public String toString() {
    return "run " + runId + " (process " + pid + " on " + host + ")";
  }
}
