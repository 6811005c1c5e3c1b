package dev.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * The classes of this process as they lie in memory, in a file with which later ones start in half
 * of the time. The launcher names the file if there is none yet; Java must then have been started
 * with {@code -XX:+RecordDynamicDumpInfo}. It is written when a command has done its work, and so
 * neither by help nor by one that was stopped.
 */
public final class ClassArchive {

  /** System property by which the launcher names the file. */
  private static final String FILE = "broadsheet.class-archive";

  private ClassArchive() {}

  /** Writes the file that is asked for, if any; it gets its name when it is complete. */
  public static void write() {
    String file = System.getProperty(FILE);
    if (file != null) {
      try {
        write(Path.of(file));
      } catch (IOException | JMException e) {
        // The next runs start as slowly as this one, which has done what it was asked for.
        System.err.println("broadsheet: " + file + " cannot be written: " + e.getMessage());
      }
    }
  }

  private static void write(Path file) throws IOException, JMException {
    Path part = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    part.toFile().deleteOnExit();
    dump(part);
    if (Files.exists(part)) {
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Java tells of the dump on standard output, where a command's result belongs. */
  private static void dump(Path part) throws JMException {
    String[] arguments = {"dynamic_dump", part.toString()};
    PrintStream out = System.out;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmCds",
              new Object[] {arguments},
              new String[] {String[].class.getName()});
    } finally {
      System.setOut(out);
    }
  }
}
