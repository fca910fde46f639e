package news.cuttings.formats.io;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream read byte by byte through a buffer. Every line end ({@code \r\n}, {@code \n}, a lone
 * {@code \r}) is given as {@code \n}, and the lines are counted.
 */
public final class Bytes {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long line = 1;

  public Bytes(InputStream in) {
    this.in = in;
  }

  /** The next byte, 0 to 255; -1 at the end. */
  public int read() throws IOException {
    if (at == end && !fill()) {
      return -1;
    }
    byte b = buffer[at++];
    if (b == '\r') {
      if ((at < end || fill()) && buffer[at] == '\n') {
        at++;
      }
      b = '\n';
    }
    if (b == '\n') {
      line++;
    }
    return b & 0xFF;
  }

  /** The line, from 1, that the next byte stands in. */
  public long line() {
    return line;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }
}
