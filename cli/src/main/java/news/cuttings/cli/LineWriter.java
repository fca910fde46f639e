package news.cuttings.cli;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands on what is written to it line by line. */
final class LineWriter extends Writer {
  private final Consumer<String> lines;
  private final StringBuilder line = new StringBuilder();

  LineWriter(Consumer<String> lines) {
    this.lines = lines;
  }

  @Override
  public void write(char[] chars, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (chars[i] == '\n') {
        lines.accept(line.toString());
        line.setLength(0);
      } else if (chars[i] != '\r') {
        line.append(chars[i]);
      }
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    if (line.length() > 0) {
      lines.accept(line.toString());
      line.setLength(0);
    }
  }
}
