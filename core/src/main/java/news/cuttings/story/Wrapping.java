package news.cuttings.story;

import java.util.List;
import java.util.regex.Pattern;

/** Tells lines that were broken at one width from lines that are paragraphs. */
final class Wrapping {
  /** The longest line that is taken for one of a wrapped text. */
  static final int WIDEST = 100;

  private static final int NARROWEST = 40;

  /** Nobody's first word is longer; what is, is written without spaces. */
  private static final int LONGEST_WORD = 30;

  private static final String SENTENCE_ENDS = ".!?:\"'”’)»…。！？」』।॥؟۔";
  private static final Pattern ITEM = Pattern.compile("(?:[-–—*•·▪]|\\d{1,3}[.)])\\s.*");
  private static final Pattern COLUMNS = Pattern.compile("\\S(?: {3,}|\\t)\\S");

  private Wrapping() {}

  /** Whether a line has an indent, which opens a paragraph. */
  static boolean isIndented(String line) {
    return line.startsWith("  ") || line.startsWith("\t");
  }

  /**
   * Whether lines of a text whose paragraphs are parted by blank lines and indents look wrapped:
   * none very long, most of them long, and most of those that another follows do not end a
   * sentence.
   */
  static boolean isLikely(List<String> lines) {
    int followed = 0;
    int open = 0;
    int longEnough = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = CleanText.trim(lines.get(i));
      if (line.length() > WIDEST) {
        return false;
      }
      String next = lines.get(i + 1);
      if (line.isEmpty() || CleanText.trim(next).isEmpty() || isIndented(next)) {
        continue;
      }
      followed++;
      longEnough += line.length() >= NARROWEST ? 1 : 0;
      open += endsSentence(line) ? 0 : 1;
    }
    return followed >= 2 && longEnough * 10 >= followed * 7 && open * 10 >= followed * 6;
  }

  /**
   * Whether lines without a blank one between them were broken at one width for certain: besides,
   * after hardly a line that ends within a sentence the next one begins with a capital letter
   * though its first word had room.
   */
  static boolean isCertain(List<String> lines) {
    int width = 0;
    for (String line : lines) {
      if (line.length() > WIDEST) {
        return false;
      }
      width = Math.max(width, line.length());
    }
    int open = 0;
    int fitting = 0;
    int columns = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = lines.get(i);
      columns += COLUMNS.matcher(line).find() ? 1 : 0;
      if (!endsSentence(line)) {
        open++;
        boolean goesOn = Character.isLowerCase(lines.get(i + 1).codePointAt(0));
        fitting += goesOn || !hasRoom(line, lines.get(i + 1), width) ? 1 : 0;
      }
    }
    return width >= NARROWEST
        && isLikely(lines)
        && fitting * 10 >= open * 8
        && columns * 4 < lines.size();
  }

  /** Whether in lines broken at that width a paragraph begins with the next line. */
  static boolean parts(String line, String next, int width) {
    return isItem(next) || (endsSentence(line) && hasRoom(line, next, width));
  }

  private static boolean isItem(String line) {
    return ITEM.matcher(line).matches();
  }

  private static boolean hasRoom(String line, String next, int width) {
    int space = next.indexOf(' ');
    int word = space < 0 ? next.length() : space;
    return word > LONGEST_WORD || isItem(next) || line.length() + 1 + word <= width;
  }

  private static boolean endsSentence(String line) {
    return SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) >= 0;
  }
}
