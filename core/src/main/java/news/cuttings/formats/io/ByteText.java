package news.cuttings.formats.io;

import java.util.Arrays;

/**
 * The bytes of one line or record, at most {@link #MAX}; what comes after is counted out, so that
 * no input, however shaped, takes more memory than that.
 */
public final class ByteText {
  /**
   * The most bytes a line or record may have: four for each character of the longest story, which
   * leaves room for escapes.
   */
  public static final int MAX = 16 << 20;

  /** How much of a longer one is kept to show what it was. */
  private static final int SHOWN = 2000;

  private static final int USUAL = 1 << 12;
  private static final int HELD = 1 << 20;

  private byte[] bytes = new byte[USUAL];
  private int length;
  private boolean tooLong;

  public void add(int b) {
    if (length == bytes.length) {
      if (tooLong) {
        return;
      }
      if (length >= MAX) {
        tooLong = true;
        bytes = Arrays.copyOf(bytes, SHOWN);
        length = SHOWN;
        return;
      }
      bytes = Arrays.copyOf(bytes, Math.min(MAX, length * 2));
    }
    bytes[length++] = (byte) b;
  }

  public void clear() {
    length = 0;
    if (tooLong || bytes.length > HELD) {
      bytes = new byte[USUAL]; // one long record is no reason to hold its room for ever
    }
    tooLong = false;
  }

  public boolean isEmpty() {
    return length == 0;
  }

  /** Whether bytes beyond {@link #MAX} were left out; the beginning is kept. */
  public boolean isTooLong() {
    return tooLong;
  }

  public String decode(Decoder decoder, long line) {
    return decoder.decode(bytes, length, line);
  }
}
