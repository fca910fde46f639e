package news.cuttings.cli;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person sees who looks: carriage returns and line ends as a terminal takes them, letters
 * that are a cell wide.
 */
final class Screen extends OutputStream {
  private final int width;
  private final int[] line = new int[1 << 14];
  private final List<String> ended = new ArrayList<>();
  private final List<String> drawn = new ArrayList<>();
  private int at;
  private int end;

  Screen(int width) {
    this.width = width;
  }

  @Override
  public synchronized void write(int b) {
    if (b == '\r' || b == '\n') {
      String shown = shown();
      if (b == '\n') {
        ended.add(shown);
        end = 0;
      } else if (!shown.isBlank()) {
        drawn.add(shown);
      }
      at = 0;
    } else if ((b & 0xC0) == 0x80) { // goes on with a letter of UTF-8
      line[at - 1] = (line[at - 1] << 6) | (b & 0x3F);
    } else {
      boolean begins = (b & 0x80) != 0;
      line[at++] = begins ? b & ((b & 0xE0) == 0xC0 ? 0x1F : (b & 0xF0) == 0xE0 ? 0x0F : 7) : b;
      end = Math.max(end, at);
    }
  }

  /** The line that the cursor is in. */
  synchronized String shown() {
    return new String(line, 0, end).stripTrailing();
  }

  /** The lines that were ended. */
  synchronized List<String> ended() {
    return List.copyOf(ended);
  }

  /** What was drawn over. */
  synchronized List<String> drawn() {
    return List.copyOf(drawn);
  }

  /** Whether all that was drawn over stayed in its line. */
  synchronized boolean isWithinWidth() {
    return drawn.stream().allMatch(text -> Text.width(text) < width);
  }
}
