package dev.broadsheet.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.spark.InputFiles.InputFile;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is listed of real folders, links and pipes. */
class InputFilesTest {

  @TempDir private Path folder;
  private Path input;

  @BeforeEach
  void makeInput() throws IOException {
    input = Files.createDirectories(folder.resolve("in/sub")).getParent();
    Files.writeString(input.resolve("a.txt"), "a");
    Files.writeString(input.resolve("sub/b.txt"), "b");
  }

  private List<InputFile> list(Object... inputs) throws IOException {
    return InputFiles.list(
        new Configuration(),
        Stream.of(inputs).map(Object::toString).toList(),
        new org.apache.hadoop.fs.Path(folder.resolve("out").toUri()));
  }

  private static String names(List<InputFile> files) {
    return files.stream()
        .map(file -> file.name() + (file.fault() == null ? "" : "!"))
        .collect(Collectors.joining(" "));
  }

  @Test
  void aFileIsListedOnceWhateverLeadsToIt() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), input);
    assertEquals(
        "a.txt sub/b.txt",
        names(list(input, input.resolve("a.txt"), input + "/../in/*.txt", input + "/s*", link)));
    assertEquals("a.txt sub/b.txt", names(list(link, input)));
  }

  @Test
  void aFileGoesByItsOwnNameAndNotByTheLinksToIt() throws IOException {
    Files.createSymbolicLink(input.resolve("A-link.txt"), input.resolve("a.txt"));
    Files.createSymbolicLink(input.resolve("A-folder"), input.resolve("sub"));
    assertEquals("a.txt sub/b.txt", names(list(input)));
  }

  @Test
  void aFileOfTwoNamesOnOneDiskIsListedOnce() throws IOException {
    Files.createLink(input.resolve("sub/c.txt"), input.resolve("a.txt"));
    assertEquals("a.txt sub/b.txt", names(list(input)));
  }

  @Test
  void linksThatLeadOutOfTheInputAreFollowed() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other/deep"));
    Files.writeString(other.resolve("o.txt"), "o");
    Files.createSymbolicLink(input.resolve("sub/more"), other.getParent());
    assertEquals("a.txt sub/b.txt sub/more/deep/o.txt", names(list(input)));
  }

  @Test
  void foldersThatLinkToEachOtherAreReadOnceAndCirclesAreTold() throws IOException {
    for (int i = 0; i < 20; i++) {
      Path made = Files.createDirectory(input.resolve("n" + i));
      Files.writeString(made.resolve("t.txt"), "t");
      for (int j = 0; j < 20; j++) {
        Files.createSymbolicLink(made.resolve("to" + j), input.resolve("n" + j));
      }
    }
    List<InputFile> files = list(input);
    assertEquals(22, files.stream().filter(file -> file.fault() == null).count());
    List<InputFile> circles = files.stream().filter(file -> file.fault() != null).toList();
    assertEquals(20, circles.size(), () -> names(circles));
    assertEquals(
        "It is a link to a folder that it lies in, which is read already. Remove it.",
        circles.get(0).fault());
  }

  @Test
  void whatIsNoPlainFileIsToldAndNotOpened() throws IOException, InterruptedException {
    Files.createSymbolicLink(input.resolve("dangling.txt"), folder.resolve("nowhere.txt"));
    Files.createSymbolicLink(input.resolve("itself.txt"), input.resolve("itself.txt"));
    Files.createSymbolicLink(input.resolve("zero.jsonl"), Path.of("/dev/zero"));
    assumeTrue(new ProcessBuilder("mkfifo", input + "/pipe.txt").start().waitFor() == 0);
    ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try (socket) {
      socket.bind(UnixDomainSocketAddress.of(input.resolve("s.txt")));
      assertEquals(
          "a.txt pipe.txt! s.txt! sub/b.txt dangling.txt! itself.txt! zero.jsonl!",
          names(list(input)));
    }
    assertEquals("zero!", names(list("/dev/zero")));
  }

  @Test
  void aNameThatIsNoTextIsToldAndNotPassedOver() throws IOException, InterruptedException {
    String[] touch = {"bash", "-c", "touch \"$0\"/$'caf\\xe9.txt'", input.toString()};
    assumeTrue(new ProcessBuilder(touch).start().waitFor() == 0);
    assertEquals("a.txt caf\ufffd.txt! sub/b.txt", names(list(input)));
  }

  @Test
  void theOutputIsLeftOutByWhateverPathItIsReached() throws IOException {
    Path output = Files.createDirectory(folder.resolve("out"));
    Files.writeString(output.resolve("o.txt"), "o");
    Files.createSymbolicLink(input.resolve("results"), output);
    assertEquals("a.txt sub/b.txt", names(list(input)));
  }
}
