package news.cuttings.formats.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** The first bytes of a stream, by which it is told what it holds. */
public final class Head {
  /** Enough for the longest lead story of a page, so that the line after it is still seen. */
  private static final int SIZE = 1 << 18;

  private final byte[] bytes;
  private final InputStream in;

  private Head(byte[] bytes, InputStream in) {
    this.bytes = bytes;
    this.in = in;
  }

  /** Reads the head; the whole stream, head included, is then {@link #whole()}. */
  public static Head of(InputStream in) throws IOException {
    return new Head(in.readNBytes(SIZE), in);
  }

  /** Whether it is the whole stream. */
  public boolean isWhole() {
    return bytes.length < SIZE;
  }

  public byte[] bytes() {
    return bytes;
  }

  public InputStream whole() {
    InputStream head = new ByteArrayInputStream(bytes);
    return bytes.length < SIZE ? head : new SequenceInputStream(head, in);
  }

  public boolean startsWith(int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  public boolean isGzip() {
    return startsWith(0x1F, 0x8B, 8);
  }

  public boolean isZip() {
    return startsWith('P', 'K', 3, 4) || isEmptyZip();
  }

  public boolean isEmptyZip() {
    return startsWith('P', 'K', 5, 6);
  }
}
