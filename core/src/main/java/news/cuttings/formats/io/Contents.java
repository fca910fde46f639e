package news.cuttings.formats.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Opens what a stream holds: hands on a text, or each entry of an archive that is one. */
public final class Contents {
  /** Takes what is no archive: texts, and files that no reader reads. */
  public interface Taker {
    /**
     * Reads it, or refuses it.
     *
     * @param named whether the user named this very file: what cannot be read is then an error
     * @return whether it is in a known format
     */
    boolean take(Head head, Intake intake, boolean named) throws IOException;

    /** Refuses a file that the user named: an archive without a file in a known format. */
    void refuseEmpty(Intake archive) throws IOException;
  }

  /** An archive in an archive in a compressed file: more is no way to keep news. */
  private static final int DEEPEST = 3;

  /** A part of the path that begins with a dot and is more than dots; what a Mac leaves. */
  private static final Pattern HIDDEN = Pattern.compile("(^|[/\\\\])(\\.+[^./\\\\]|__MACOSX/)");

  private final Unpacking unpacking;
  private final Taker taker;
  private boolean known;
  private boolean broken;

  /** Opens archives within those limits. */
  public Contents(Unpacking unpacking, Taker taker) {
    this.unpacking = unpacking;
    this.taker = taker;
  }

  /**
   * Reads to the end; does not close the stream.
   *
   * @param named whether the user named this very file: what cannot be read is then an error
   */
  public void read(InputStream in, Intake intake, boolean named) throws IOException {
    read(unpacking.packed(in), intake, named, 0);
  }

  private void read(InputStream in, Intake intake, boolean named, int depth) throws IOException {
    CutStream cut = new CutStream(in);
    Head head = Head.of(cut);
    if (cut.failure() != null && head.bytes().length == 0 && depth == 0) {
      throw cut.failure();
    }
    if (depth < DEEPEST && head.isGzip()) {
      unpack(head.whole(), intake, named, depth);
    } else if (named && Foreign.isDocument(head)) {
      known |= taker.take(head, intake, true);
    } else if (depth < DEEPEST && head.isZip()) {
      entries(head.whole(), head.isEmptyZip(), intake, depth);
      if (named && !known && cut.failure() == null && !broken) {
        taker.refuseEmpty(intake);
      }
    } else {
      known |= taker.take(head, intake, named);
    }
    IOException failure = cut.failure();
    if (failure != null) {
      intake.skip(
          0,
          "cut short",
          "reading stopped: " + Failure.inWords(failure) + "; what was read before is kept",
          "");
    }
  }

  private void unpack(InputStream in, Intake intake, boolean named, int depth) throws IOException {
    InputStream unpacked;
    try {
      unpacked = new GZIPInputStream(in, 1 << 16);
    } catch (IOException e) {
      intake.skip(0, "cut short", "not a whole gzip file: " + Failure.inWords(e), "");
      return;
    }
    read(unpacking.unpacked(unpacked), intake, named, depth + 1);
  }

  private void entries(InputStream in, boolean isEmpty, Intake intake, int depth)
      throws IOException {
    // A name that is not marked as UTF-8 may be in any encoding: taken as bytes, decoded below.
    Entries zip = new Entries(in);
    InputStream content = unpacking.unpacked(zip);
    try {
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        unpacking.entry();
        if (!entry.isDirectory()) {
          entry(content, entry, intake, depth);
          content.transferTo(OutputStream.nullOutputStream()); // what no reader wanted counts too
        }
      }
      if (!isEmpty && !zip.hasDirectory()) {
        throw new EOFException();
      }
    } catch (IOException e) {
      broken = true;
      intake.skip(
          0, "cut short", "not a whole zip file: " + Failure.inWords(e) + "; the rest is lost", "");
    }
  }

  /** The entries in the order of the stream. */
  private static final class Entries extends ZipInputStream {
    Entries(InputStream in) {
      super(in, StandardCharsets.ISO_8859_1);
    }

    /** After the last entry: whether the list of entries follows that ends every whole file. */
    boolean hasDirectory() throws IOException {
      return in.read() >= 0;
    }
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException("an entry's name is not in the encoding that it says");
    }
  }

  /** An entry is read and never written: its name says where a story is from and nothing else. */
  private void entry(InputStream content, ZipEntry entry, Intake intake, int depth)
      throws IOException {
    String own = name(entry.getName());
    String name = intake.entry() == null ? own : intake.entry() + "!" + own;
    Intake inside = intake.inside(name);
    if (isHidden(own)) {
      inside.passOver("hidden", "hidden");
    } else {
      read(content, inside, false, depth + 1);
    }
  }

  private static boolean isHidden(String name) {
    return HIDDEN.matcher(name).find();
  }

  private static String name(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0xFF) {
        return name; // the archive says it is UTF-8
      }
    }
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    return new Decoder(line -> {}).decode(bytes, bytes.length, 0);
  }
}
