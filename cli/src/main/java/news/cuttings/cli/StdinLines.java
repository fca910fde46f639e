package news.cuttings.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of standard input, each up to a length: one without an end is not held. */
final class StdinLines {
  /** More than anybody asks; a query of so many characters still takes less than a second. */
  static final int LONGEST = 1_000_000;

  private final Reader in;
  private boolean skipsLineFeed;
  private long number;

  /**
   * A line.
   *
   * @param number counted from 1
   * @param text without its end; of a longer one the beginning
   */
  record Line(long number, String text, boolean isTooLong) {}

  StdinLines(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** The next line; null behind the last. */
  @Nullable Line next() throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isTooLong = false;
    int c = in.read();
    if (skipsLineFeed && c == '\n') {
      c = in.read();
    }
    skipsLineFeed = false;
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && c != '\n' && c != '\r'; c = in.read()) {
      isTooLong |= text.length() == LONGEST;
      if (!isTooLong) {
        text.append((char) c);
      }
    }
    skipsLineFeed = c == '\r';
    number++;
    return new Line(number, text.toString(), isTooLong);
  }
}
