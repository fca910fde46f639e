package news.cuttings.formats.io;

import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream, one at a time, in bounded memory. */
public final class Lines {
  private final Bytes in;
  private final Decoder decoder;
  private final ByteText bytes = new ByteText();
  private String text = "";
  private long number;

  public Lines(InputStream in, Decoder decoder) {
    this.in = new Bytes(in);
    this.decoder = decoder;
  }

  /** Goes on to the next line; false where there is none. */
  public boolean next() throws IOException {
    bytes.clear();
    number = in.line();
    int b = in.read();
    if (b < 0) {
      text = "";
      return false;
    }
    while (b >= 0 && b != '\n') {
      bytes.add(b);
      b = in.read();
    }
    text = bytes.decode(decoder, number);
    return true;
  }

  /** The line without its end; of a line that {@link #isTooLong()} the beginning. */
  public String text() {
    return text;
  }

  /** The line's number, from 1. */
  public long number() {
    return number;
  }

  public boolean isTooLong() {
    return bytes.isTooLong();
  }
}
