package news.cuttings.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines that are held back until they are more than a screen shows, or all there are. */
final class Screenful {
  /** The shell's prompt takes them. */
  private static final int ROWS_OF_PROMPT = 2;

  private final int columns;
  private final int rows;
  private final List<Line> lines = new ArrayList<>();
  private int used;

  /**
   * A line as it is written.
   *
   * @param isResult whether it goes where results go
   */
  record Line(String text, boolean isResult) {}

  Screenful(int columns, int rows) {
    this.columns = columns;
    this.rows = rows - ROWS_OF_PROMPT;
  }

  /** Takes a line; gives whether all of them are still within the screen. */
  boolean add(Line line) {
    lines.add(line);
    for (String row : line.text().split("\n", -1)) {
      used += Math.max(1, (Text.width(row) + columns - 1) / columns);
    }
    return used <= rows;
  }

  List<Line> lines() {
    return lines;
  }
}
