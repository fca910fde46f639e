package news.cuttings.formats.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.IntStream;
import news.cuttings.formats.io.Intake;
import news.cuttings.formats.io.Lines;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/**
 * The paragraphs of a text. Where it was broken at one width, blank lines part them, and a line
 * goes on in the next where its first word had no room; else each line is one.
 */
final class TextBlocks implements Blocks {
  /** Tells which of the lines that no blank one parts begin a paragraph. */
  interface Parting {
    /** None does. */
    Parting NEVER = (line, goesOn) -> false;

    /**
     * Whether this line does.
     *
     * @param goesOn whether its first word had no room in the line before
     */
    boolean begins(String line, boolean goesOn);
  }

  /** Nobody breaks lines at more. */
  private static final int WIDEST = 110;

  private static final int NARROWEST = 50;

  /** One line in so many may be longer than the others. */
  private static final int ONE_IN = 50;

  private static final int FEW = 10;

  /** Where lines are broken at a width, one in ten of the long ones ends so near to it. */
  private static final int RAGGED = 12;

  /** How much of the width was there for certain, since others may have been longer by a little. */
  private static final double ABOUT = 0.92;

  /** One line in so many is blank where blank lines part paragraphs. */
  private static final int FEW_BLANK = 12;

  private final Lines lines;
  private final int width;
  private final Parting parting;
  private @Nullable String ahead;

  /**
   * The paragraphs of a stream.
   *
   * @param width where its lines were broken; 0 where they were not
   * @param parting what begins a paragraph within lines that no blank one parts
   */
  TextBlocks(InputStream in, Intake intake, int width, Parting parting) {
    this.lines = new Lines(in, intake.decoder());
    this.width = width;
    this.parting = parting;
  }

  /**
   * Where the lines of a text were broken: at most so wide are all but a few, and many nearly so; 0
   * where nowhere, as in a text with long lines, or with hardly a blank one.
   */
  static int width(List<String> sample) {
    int[] lengths =
        sample.stream()
            .mapToInt(line -> line.strip().length())
            .filter(length -> length > 0)
            .sorted()
            .toArray();
    int widest = lengths.length;
    while (widest > 0 && lengths[widest - 1] > WIDEST) {
      widest--;
    }
    int longer = lengths.length - widest;
    int blank = sample.size() - lengths.length;
    boolean hasLong = longer > Math.max(lengths.length / ONE_IN, lengths.length < FEW ? 0 : 1);
    if (hasLong || blank * FEW_BLANK <= sample.size()) {
      return 0;
    }
    long many = IntStream.of(lengths).filter(length -> length >= NARROWEST).count() / FEW;
    for (int i = widest - 1; i >= 0; i--) {
      int width = lengths[i];
      long near =
          IntStream.of(lengths)
              .filter(length -> length <= width && length > width - RAGGED)
              .count();
      if (near > many) {
        return Math.max(width, NARROWEST);
      }
    }
    return NARROWEST;
  }

  @Override
  public @Nullable Block next() throws IOException {
    String line = ahead == null ? line() : ahead;
    ahead = null;
    while (line != null && line.isEmpty()) {
      line = line();
    }
    if (line == null) {
      return null;
    }
    long begun = lines.number();
    if (lines.isTooLong()) {
      return Block.tooLong(line, begun);
    }
    StringBuilder text = new StringBuilder(line);
    while (width > 0) {
      String next = line();
      if (next == null || next.isEmpty()) {
        break;
      }
      boolean goesOn = goesOn(line, next);
      boolean isFull = text.length() + next.length() > Story.MAX_LENGTH;
      if (lines.isTooLong() || isFull || parting.begins(next, goesOn)) {
        ahead = next;
        break;
      }
      text.append(goesOn ? ' ' : '\n').append(next);
      line = next;
    }
    return new Block(text.toString(), begun, "");
  }

  private boolean goesOn(String line, String next) {
    int space = next.indexOf(' ');
    return line.length() + 1 + (space < 0 ? next.length() : space) > width * ABOUT
        && !isRule(line)
        && !isRule(next);
  }

  /** A line of signs, which parts documents. */
  private static boolean isRule(String line) {
    return line.length() >= FEW && line.chars().noneMatch(Character::isLetterOrDigit);
  }

  private @Nullable String line() throws IOException {
    return lines.next() ? lines.text().replace('\u00A0', ' ').replace('\f', ' ').strip() : null;
  }
}
