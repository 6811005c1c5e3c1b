package dev.broadsheet.read;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.IOException;
import java.io.InputStream;

/** The content of files that are compressed, as their names say. */
public final class Unpacked {

  private Unpacked() {}

  /**
   * Opens a file's content, which is the file itself unless its name ends with {@code .gz}, {@code
   * .tgz} or {@code .zst}. One thread; closing the content closes the file. Reading a file that is
   * cut, damaged or above the bounds is an IOException.
   */
  public static InputStream open(String fileName, InputStream file, Limits limits)
      throws IOException {
    return open(fileName, file, limits, null);
  }

  /**
   * As above.
   *
   * @param around the packing that the file lies in; null if none
   */
  static InputStream open(String fileName, InputStream file, Limits limits, Expansion around)
      throws IOException {
    if (Format.isGzip(fileName)) {
      return Gunzip.open(file, limits, around);
    }
    return Format.isZstd(fileName) ? unzstd(file, limits, around) : file;
  }

  /** All frames; a window above 128 MB is refused. */
  private static InputStream unzstd(InputStream file, Limits limits, Expansion around)
      throws IOException {
    Metered packed = new Metered(new Filled(file));
    Expansion expansion = new Expansion(limits, packed::taken, around);
    return expansion.of(new Unzstd(packed));
  }

  /** Says what is wrong in a user's words. */
  private static final class Unzstd extends ZstdInputStreamNoFinalizer {

    Unzstd(InputStream packed) throws IOException {
      super(packed);
    }

    @Override
    public synchronized int read(byte[] target, int offset, int length) throws IOException {
      try {
        return super.read(target, offset, length);
      } catch (ZstdIOException e) {
        throw new IOException("its Zstandard data is cut or damaged", e);
      }
    }
  }
}
