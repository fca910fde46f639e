package news.cuttings.formats.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What one file may unpack to, over all archives in it, so that a small file cannot cost days: a
 * limit of entries, and of bytes in proportion to those read of the file itself.
 */
public final class Unpacking {
  private static final int USUAL_ENTRIES = 1_000_000;

  /** Text shrinks to a tenth, and to a hundredth where it says one thing over and over. */
  private static final int USUAL_RATIO = 200;

  /** So much may come out of any file, however small. */
  private static final long USUAL_FREE = 256L << 20;

  private final long mostEntries;
  private final long ratio;
  private final long free;
  private long entries;
  private long packed;
  private long unpacked;

  public Unpacking(long mostEntries, long ratio, long free) {
    this.mostEntries = mostEntries;
    this.ratio = ratio;
    this.free = free;
  }

  public static Unpacking usual() {
    return new Unpacking(USUAL_ENTRIES, USUAL_RATIO, USUAL_FREE);
  }

  /** A file that unpacks to more than it may: what follows in it is not looked at. */
  static final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuchException(String message) {
      super(message);
    }
  }

  /** Counts bytes of the file itself that are read elsewhere. */
  public void packed(long bytes) {
    packed += bytes;
  }

  /** The file itself, as it is read. */
  public InputStream packed(InputStream file) {
    return new Counted(file) {
      @Override
      void add(long bytes) {
        packed += bytes;
      }
    };
  }

  /** What an archive unpacks to; fails where that is too much. */
  public InputStream unpacked(InputStream content) {
    return new Counted(content) {
      @Override
      void add(long bytes) throws IOException {
        unpacked += bytes;
        if (unpacked > free + ratio * packed) {
          throw new TooMuchException(
              "it unpacks to more than " + ratio + " times its size, as no archive of texts does");
        }
      }
    };
  }

  /** Counts an entry; fails where there are too many. */
  public void entry() throws IOException {
    entries++;
    if (entries > mostEntries) {
      throw new TooMuchException("it has more than " + mostEntries + " entries");
    }
  }

  /** Counts the bytes that are read. */
  private abstract static class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    abstract void add(long bytes) throws IOException;

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        add(1);
      }
      return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count = super.read(into, offset, length);
      if (count > 0) {
        add(count);
      }
      return count;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = super.skip(count);
      add(skipped);
      return skipped;
    }
  }
}
