package news.cuttings.formats.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import news.cuttings.formats.io.MailPart;
import org.jspecify.annotations.Nullable;

/** Lines of bytes, a character each: what they are in is known only after their headers. */
final class RawLines {
  private final InputStream in;
  private long number;

  RawLines(InputStream in) {
    this.in = new BufferedInputStream(in, 1 << 16);
  }

  /** The next line; of a huge one the beginning; null at the end. */
  @Nullable String next() throws IOException {
    int b = in.read();
    if (b < 0) {
      return null;
    }
    number++;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (b >= 0 && b != '\n' && b != '\r') {
      if (line.size() < MailPart.MOST) {
        line.write(b);
      }
      b = in.read();
    }
    if (b == '\r') {
      in.mark(1);
      if (in.read() != '\n') {
        in.reset();
      }
    }
    return line.toString(ISO_8859_1);
  }

  /** The number of the line last given, from 1. */
  long number() {
    return number;
  }
}
