package news.cuttings.cli;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import news.cuttings.formats.Box;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** The boxes that are opened beside gzip and zip: tar, WARC, and what bzip2, xz and zstd made. */
final class Boxes {
  /** All of them. */
  static final List<Box> ALL =
      List.of(
          new Packed("a bzip2 file", in -> new BZip2CompressorInputStream(in, true), "BZh"),
          new Packed("an xz file", Boxes::xz, "\u00FD7zXZ\0"),
          new Packed("a zstd file", in -> new ZstdInputStream(in), "(\u00B5/\u00FD"),
          new Tar(),
          new Warc());

  /** What unpacking may need of memory, in kilobytes: more than any level of xz does. */
  private static final int MEMORY = 128 << 10;

  private Boxes() {}

  private static InputStream xz(InputStream in) throws IOException {
    return new XZInputStream(in, MEMORY);
  }

  /** Undoes a compression. */
  private interface Undoing {
    InputStream of(InputStream in) throws IOException;
  }

  /** A file that was compressed as a whole. */
  private record Packed(String kind, Undoing undoing, String start) implements Box {
    @Override
    public boolean isIn(byte[] begins) {
      for (int i = 0; i < start.length(); i++) {
        if (begins.length <= i || (begins[i] & 0xFF) != start.charAt(i)) {
          return false;
        }
      }
      return true;
    }

    @Override
    public void open(InputStream in, Taker files) throws IOException {
      files.take(null, new Sound(undoing.of(in)));
    }
  }

  /** A tar archive. */
  private record Tar() implements Box {
    private static final int RECORD = 512;

    @Override
    public String kind() {
      return "a tar archive";
    }

    @Override
    public boolean isIn(byte[] begins) {
      try {
        return begins.length >= RECORD
            && begins[0] != 0
            && TarUtils.verifyCheckSum(Arrays.copyOf(begins, RECORD));
      } catch (IllegalArgumentException e) {
        return false; // where the sum stands is no number
      }
    }

    @Override
    public void open(InputStream in, Taker files) throws IOException {
      TarArchiveInputStream tar = new TarArchiveInputStream(new Sound(in), "UTF-8");
      for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
        if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
          files.take(entry.getName(), new Sound(tar));
        }
      }
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
      try {
        return tar.getNextEntry();
      } catch (IllegalArgumentException | IllegalStateException e) {
        throw new IOException("an entry that cannot be read", e);
      }
    }
  }

  /** What libraries throw of damaged input beside {@link IOException} is one here. */
  static final class Sound extends InputStream {
    private final InputStream in;

    Sound(InputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      try {
        return in.read(into, offset, length);
      } catch (IllegalArgumentException | IndexOutOfBoundsException | IllegalStateException e) {
        throw new IOException("damaged", e);
      }
    }
  }
}
