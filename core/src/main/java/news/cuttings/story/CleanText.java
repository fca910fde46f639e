package news.cuttings.story;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes text safe to keep: no character that no text has, paragraphs parted by one line break. */
final class CleanText {
  private static final Pattern LINE_ENDS = Pattern.compile("\\R");

  private CleanText() {}

  /**
   * The text with a space for each control character but tab and line ends, and the replacement
   * character for half a surrogate pair; the same object where there is none.
   */
  static String characters(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char clean = c;
      if ((c < ' ' && c != '\n' && c != '\r' && c != '\t')
          || (c >= 0x7F && c < 0xA0 && c != 0x85)) {
        clean = ' ';
      } else if (Character.isSurrogate(c)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          if (out != null) {
            out.append(c).append(text.charAt(i + 1));
          }
          i++;
          continue;
        }
        clean = '\uFFFD';
      }
      if (clean != c && out == null) {
        out = new StringBuilder(text.length()).append(text, 0, i);
      }
      if (out != null) {
        out.append(clean);
      }
    }
    return out == null ? text : out.toString();
  }

  /**
   * The text's paragraphs, trimmed, parted by line feeds. A line is a paragraph; but where the text
   * was wrapped to a fixed width, blank lines and indents part the paragraphs and the lines between
   * are joined.
   */
  static String paragraphs(String text) {
    List<String> lines = LINE_ENDS.splitAsStream(characters(text)).toList();
    return paragraphs(lines, Wrapping.isLikely(lines));
  }

  /**
   * Cleans, as {@link #paragraphs(String)} does, text that may be its outcome: lines without a
   * blank one among them are joined only where they were broken at one width for certain. Gives its
   * own outcome, and that of {@link #paragraphs(String)}, back as it is.
   */
  static String keptParagraphs(String text) {
    if (isKept(text) && !mayBeWrapped(text)) {
      return text;
    }
    List<String> lines = LINE_ENDS.splitAsStream(characters(text)).toList();
    boolean parted = lines.stream().anyMatch(line -> trim(line).isEmpty());
    return paragraphs(lines, parted && Wrapping.isLikely(lines));
  }

  /** Whether it is trimmed and clean: in one look, for every stored story is read so. */
  private static boolean isKept(String text) {
    char before = '\n';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isTrimmed =
          c == '\n' ? !Letters.isSpace(before) : before != '\n' || !Letters.isSpace(c);
      if (!isTrimmed || isOdd(c)) {
        return false;
      }
      before = c;
    }
    return text.isEmpty() || !Letters.isSpace(before);
  }

  /** Whether no line is longer than any that was broken at a width. */
  private static boolean mayBeWrapped(String text) {
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      if (end - from > Wrapping.WIDEST) {
        return false;
      }
      from = end + 1;
    }
    return from > 0 && text.length() - from <= Wrapping.WIDEST;
  }

  /** Whether it may have to be replaced, or may end a line. */
  private static boolean isOdd(char c) {
    return (c < ' ' && c != '\n' && c != '\t')
        || (c >= 0x7F && c < 0xA0)
        || c == '\u2028'
        || c == '\u2029'
        || Character.isSurrogate(c);
  }

  private static String paragraphs(List<String> lines, boolean wrapped) {
    List<String> paragraphs = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    for (String line : lines) {
      String trimmed = trim(line);
      boolean goesOn = wrapped && !trimmed.isEmpty() && !Wrapping.isIndented(line);
      if (!goesOn) {
        finish(open, paragraphs);
      }
      if (!trimmed.isEmpty()) {
        open.append(open.isEmpty() ? "" : " ").append(trimmed);
      }
    }
    finish(open, paragraphs);
    return String.join("\n", unwrapped(paragraphs));
  }

  /** Joins what was broken at one width, until no such lines are left. */
  private static List<String> unwrapped(List<String> paragraphs) {
    List<String> lines = paragraphs;
    while (Wrapping.isCertain(lines)) {
      int width = lines.stream().mapToInt(String::length).max().orElse(0);
      List<String> joined = new ArrayList<>();
      StringBuilder open = new StringBuilder();
      for (int i = 0; i < lines.size(); i++) {
        if (i > 0 && Wrapping.parts(lines.get(i - 1), lines.get(i), width)) {
          finish(open, joined);
        }
        open.append(open.isEmpty() ? "" : " ").append(lines.get(i));
      }
      finish(open, joined);
      if (joined.size() == lines.size()) {
        break;
      }
      lines = joined;
    }
    return lines;
  }

  private static void finish(StringBuilder open, List<String> paragraphs) {
    if (!open.isEmpty()) {
      paragraphs.add(open.toString());
      open.setLength(0);
    }
  }

  /** The text without white space at its ends. */
  static String trim(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && Letters.isSpace(line.charAt(from))) {
      from++;
    }
    while (to > from && Letters.isSpace(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }
}
