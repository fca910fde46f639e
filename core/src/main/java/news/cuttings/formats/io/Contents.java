package news.cuttings.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
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

    /**
     * Refuses a file that the user named: an archive without a file in a known format.
     *
     * @param areLost whether there are files in it that could not be read
     */
    void refuseEmpty(Intake archive, boolean areLost) throws IOException;
  }

  /** Opens a kind of compressed file or archive that is not known here. */
  public interface Opener {
    /** What it opens, in words: {@code a tar archive}. */
    String kind();

    /** Whether it opens what begins so. */
    boolean opens(byte[] start);

    /**
     * Hands on each file in it: its name, null where there is one thing without a name, and what is
     * in it.
     */
    void open(InputStream in, Filed files) throws IOException;

    /** Takes the files of a box. */
    interface Filed {
      void take(@Nullable String name, InputStream content) throws IOException;

      /** Takes word of what is no file to be read: its name, and what it is. */
      void passOver(String name, String what) throws IOException;
    }
  }

  /** An archive in an archive in a compressed file: more is no way to keep news. */
  private static final int DEEPEST = 3;

  private final Unpacking unpacking;
  private final Taker taker;
  private final List<Opener> openers;
  private boolean known;

  /** Opens archives within those limits. */
  public Contents(Unpacking unpacking, Taker taker, List<Opener> openers) {
    this.unpacking = unpacking;
    this.taker = taker;
    this.openers = List.copyOf(openers);
  }

  /**
   * Reads to the end; does not close the stream.
   *
   * @param named whether the user named this very file: what cannot be read is then an error
   */
  public void read(InputStream in, Intake intake, boolean named) throws IOException {
    read(unpacking.packed(in), null, intake, named, 0);
  }

  /**
   * Reads a file.
   *
   * @param named whether the user named this very file: what cannot be read is then an error
   */
  public void read(Path file, Intake intake, boolean named) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      // What is no file of its own, a pipe for instance, is read once.
      Path own = Files.isRegularFile(file) ? file : null;
      read(unpacking.packed(in), own, intake, named, 0);
    }
  }

  private void read(InputStream in, @Nullable Path file, Intake intake, boolean named, int depth)
      throws IOException {
    CutStream cut = new CutStream(in);
    Head head = Head.of(cut);
    if (cut.failure() != null && head.bytes().length == 0 && depth == 0) {
      throw cut.failure();
    }
    Opener opener = depth < DEEPEST ? opener(head.bytes()) : null;
    if (opener != null) {
      new Box(opener, intake, named, depth).open(head.whole());
    } else if (head.isRtf() || head.isDocx()) {
      document(head, intake, named);
    } else if (depth < DEEPEST && head.isGzip()) {
      unpack(head.whole(), intake, named, depth);
    } else if (named && Foreign.isDocument(head)) {
      known |= taker.take(head, intake, true);
    } else if (depth < DEEPEST && head.isZip()) {
      archive(head, file, intake, named, depth);
    } else {
      known |= taker.take(head, intake, named);
    }
    cut.tell(intake);
  }

  /** Reads the text of a document; tells where that is cut short. */
  private void document(Head packed, Intake intake, boolean named) throws IOException {
    CutStream cut =
        new CutStream(
            packed.isRtf() ? RtfText.of(packed.whole()) : DocxText.of(packed.whole(), unpacking));
    Head text = Head.ofDocument(cut, Foreign.kind(packed, null));
    boolean isReadable = text.bytes().length > 0 || cut.failure() == null;
    known |= taker.take(isReadable ? text : packed, intake, named);
    cut.tell(intake);
  }

  private @Nullable Opener opener(byte[] start) {
    return openers.stream().filter(opener -> opener.opens(start)).findFirst().orElse(null);
  }

  /** What an opener opens. */
  private final class Box implements Opener.Filed {
    private final Opener opener;
    private final Intake intake;
    private final boolean named;
    private final int depth;
    private boolean isArchive;

    Box(Opener opener, Intake intake, boolean named, int depth) {
      this.opener = opener;
      this.intake = intake;
      this.named = named;
      this.depth = depth;
    }

    void open(InputStream in) throws IOException {
      boolean knownBefore = known;
      known = false;
      boolean isWhole = true;
      try {
        opener.open(in, this);
      } catch (UnreadableHereException e) {
        throw e.refusal();
      } catch (IOException e) {
        isWhole = false;
        String why = Failure.inWords(e) + "; the rest is lost";
        intake.skip(0, "cut short", "not the whole of " + opener.kind() + ": " + why, "");
      }
      if (isArchive && isWhole && !known) {
        nothingIn(intake, named, false);
      }
      known |= knownBefore;
    }

    @Override
    public void passOver(String name, String what) {
      ZipEntries.inside(name, intake).passOver(what, what);
    }

    @Override
    public void take(@Nullable String name, InputStream packed) throws IOException {
      InputStream content = unpacking.unpacked(packed);
      if (name == null) {
        handOn(content, intake, named);
        return;
      }
      isArchive = true;
      unpacking.entry();
      Intake inside = ZipEntries.inside(name, intake);
      if (ZipEntries.isHidden(name)) {
        inside.passOver("hidden", "hidden");
      } else {
        handOn(content, inside, false);
      }
      content.transferTo(OutputStream.nullOutputStream()); // what no reader wanted counts too
    }

    /** What a reader says of the file itself is no damage of the box. */
    private void handOn(InputStream content, Intake inside, boolean isNamed) throws IOException {
      try {
        read(content, null, inside, isNamed, depth + 1);
      } catch (IOException e) {
        throw new UnreadableHereException(e);
      }
    }
  }

  /** Carries a refusal out of a box. */
  private static final class UnreadableHereException extends IOException {
    private static final long serialVersionUID = 1L;
    private final IOException refusal;

    UnreadableHereException(IOException refusal) {
      super(refusal);
      this.refusal = refusal;
    }

    IOException refusal() {
      return refusal;
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
    read(unpacking.unpacked(unpacked), null, intake, named, depth + 1);
  }

  private void archive(Head head, @Nullable Path file, Intake intake, boolean named, int depth)
      throws IOException {
    boolean knownBefore = known;
    known = false;
    boolean isWhole = true;
    boolean areLost = false;
    try (Spooled archive = file == null ? Spooled.of(head.whole()) : Spooled.of(file)) {
      if (file != null) {
        unpacking.packed(archive.size() - head.bytes().length);
      }
      ZipEntries entries =
          new ZipEntries(
              archive,
              unpacking,
              intake,
              (content, inside) -> read(content, null, inside, false, depth + 1));
      try {
        entries.read();
      } finally {
        areLost = entries.areLost();
      }
    } catch (IOException e) {
      isWhole = false;
      intake.skip(
          0, "cut short", "not a whole zip file: " + Failure.inWords(e) + "; the rest is lost", "");
    }
    if (isWhole && !known) {
      nothingIn(intake, named, areLost);
    }
    known |= knownBefore;
  }

  private void nothingIn(Intake archive, boolean named, boolean areLost) throws IOException {
    if (named) {
      taker.refuseEmpty(archive, areLost);
    }
    archive.passOver("empty archive", "an archive that holds no file in a known format");
  }
}
