package dev.broadsheet.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What lies on a local disk. Hadoop's own statuses take a pipe for a file, leave out a link that
 * leads nowhere, and do not tell two paths to one file.
 */
record LocalListing(LocalFileSystem system) implements InputListing {

  /** What Java shows for bytes of a name that are no text in its encoding. */
  private static final char UNDECODED = '\ufffd';

  private static final String UNNAMEABLE =
      "Its name cannot be read in this locale. Rename it in UTF-8, or set LC_ALL=C.UTF-8.";
  private static final String NOWHERE =
      "It is a link that leads nowhere. Remove it, or bring back the file that it leads to.";
  private static final String CIRCLE =
      "It is a link to a folder that it lies in, which is read already. Remove it.";
  private static final String SPECIAL =
      "It is no plain file but a pipe, a socket or a device. Remove it, or give files only.";

  @Override
  public InputEntry at(Path path) throws IOException {
    return entry(system.makeQualified(path));
  }

  @Override
  public List<InputEntry> children(InputEntry.Folder folder) throws IOException {
    String[] names = system.pathToFile(folder.path()).list();
    if (names == null) {
      throw new IOException("The folder " + folder.path() + " may not be read by this user.");
    }
    List<InputEntry> children = new ArrayList<>();
    for (String name : names) {
      addChild(new Path(folder.path(), new Path(null, null, name)), children);
    }
    children.sort(Comparator.comparing(InputEntry::path));
    return children;
  }

  /** Not if it is gone since its name was listed. */
  private void addChild(Path path, List<InputEntry> children) throws IOException {
    try {
      children.add(entry(path));
    } catch (InvalidPathException e) {
      children.add(new InputEntry.Odd(path, path, false, UNNAMEABLE));
    } catch (NoSuchFileException e) {
      if (path.getName().indexOf(UNDECODED) >= 0) {
        children.add(new InputEntry.Odd(path, path, false, UNNAMEABLE));
      }
    }
  }

  private InputEntry entry(Path path) throws IOException {
    java.nio.file.Path file = system.pathToFile(path).toPath();
    BasicFileAttributes itself = attributes(file, LinkOption.NOFOLLOW_LINKS);
    return itself.isSymbolicLink()
        ? linked(path, file)
        : of(path, file.toRealPath(), itself, false);
  }

  private static InputEntry linked(Path path, java.nio.file.Path link) throws IOException {
    java.nio.file.Path target;
    try {
      target = link.toRealPath();
    } catch (IOException e) {
      return new InputEntry.Odd(path, path, true, NOWHERE);
    }
    if (link.getParent().toRealPath().startsWith(target)) {
      return new InputEntry.Odd(path, path, true, CIRCLE);
    }
    return of(path, target, attributes(target), true);
  }

  private static InputEntry of(
      Path path, java.nio.file.Path real, BasicFileAttributes found, boolean isLinked)
      throws IOException {
    if (found.isDirectory()) {
      return new InputEntry.Folder(path, real, isLinked);
    }
    if (!found.isRegularFile()) {
      return new InputEntry.Odd(path, real, isLinked, SPECIAL);
    }
    Object identity = hasSeveralNames(real) ? found.fileKey() : real;
    return new InputEntry.File(
        path, identity, isLinked, found.size(), found.lastModifiedTime().toMillis());
  }

  /** Hard links: only then is the disk's own key asked, which some network disks do not keep. */
  private static boolean hasSeveralNames(java.nio.file.Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        && (int) Files.getAttribute(file, "unix:nlink") > 1;
  }

  private static BasicFileAttributes attributes(java.nio.file.Path file, LinkOption... options)
      throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, options);
  }
}
