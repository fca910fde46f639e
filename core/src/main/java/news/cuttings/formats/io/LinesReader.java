package news.cuttings.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;

/** The decoded lines of a stream as characters, for parsers of others; of a huge line the start. */
public final class LinesReader extends Reader {
  private static final int KEPT = 1000;

  private final Lines lines;
  private final Set<Long> tooLong = new HashSet<>();
  private String line = "";
  private int at;

  public LinesReader(InputStream in, Decoder decoder) {
    lines = new Lines(in, decoder);
  }

  /** Whether of that line, from 1, only the start was read. */
  public boolean isTooLong(long number) {
    return tooLong.contains(number);
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    if (at == line.length()) {
      if (!lines.next()) {
        return -1;
      }
      line = lines.text() + "\n";
      if (lines.isTooLong()) {
        tooLong.add(lines.number());
        line = line.substring(0, KEPT) + "\n";
      }
      at = 0;
    }
    int count = Math.min(length, line.length() - at);
    line.getChars(at, at + count, into, offset);
    at += count;
    return count;
  }

  /** Closes nothing: whoever opened the stream does. */
  @Override
  public void close() {}
}
