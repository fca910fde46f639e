package news.cuttings.story;

import java.util.List;
import java.util.regex.Pattern;

/** Makes text safe to keep: no character that no text has, paragraphs parted by one line break. */
final class CleanText {
  private static final Pattern LINE_ENDS = Pattern.compile("\\R");
  private static final int NARROWEST = 40;
  private static final int WIDEST = 100;
  private static final String SENTENCE_ENDS = ".!?:\"'”’)";

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
    return paragraphs(lines, isWrapped(lines));
  }

  /**
   * The same for text that may be the outcome of it: only where blank lines part paragraphs can the
   * lines between them be wrapped. Gives its own outcome back as it is.
   */
  static String keptParagraphs(String text) {
    if (isKept(text)) {
      return text;
    }
    List<String> lines = LINE_ENDS.splitAsStream(characters(text)).toList();
    boolean parted = lines.stream().anyMatch(line -> trim(line).isEmpty());
    return paragraphs(lines, parted && isWrapped(lines));
  }

  /** Whether it is such an outcome for certain: in one look, for every stored story is read so. */
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

  /** Whether it may have to be replaced, or may end a line. */
  private static boolean isOdd(char c) {
    return (c < ' ' && c != '\n' && c != '\t')
        || (c >= 0x7F && c < 0xA0)
        || c == '\u2028'
        || c == '\u2029'
        || Character.isSurrogate(c);
  }

  private static String paragraphs(List<String> lines, boolean wrapped) {
    StringBuilder out = new StringBuilder();
    boolean joins = false;
    for (String line : lines) {
      String trimmed = trim(line);
      if (trimmed.isEmpty()) {
        joins = false;
        continue;
      }
      if (out.length() > 0) {
        out.append(joins && !isIndented(line) ? ' ' : '\n');
      }
      out.append(trimmed);
      joins = wrapped;
    }
    return out.toString();
  }

  /**
   * Whether the lines look wrapped: none very long, most of them long, and most of those that
   * another follows do not end a sentence.
   */
  private static boolean isWrapped(List<String> lines) {
    int followed = 0;
    int open = 0;
    int longEnough = 0;
    for (int i = 0; i + 1 < lines.size(); i++) {
      String line = trim(lines.get(i));
      if (line.length() > WIDEST) {
        return false;
      }
      String next = lines.get(i + 1);
      if (line.isEmpty() || trim(next).isEmpty() || isIndented(next)) {
        continue;
      }
      followed++;
      if (line.length() >= NARROWEST) {
        longEnough++;
      }
      if (SENTENCE_ENDS.indexOf(line.charAt(line.length() - 1)) < 0) {
        open++;
      }
    }
    return followed >= 2 && longEnough * 10 >= followed * 7 && open * 10 >= followed * 6;
  }

  private static boolean isIndented(String line) {
    return line.startsWith("  ") || line.startsWith("\t");
  }

  private static String trim(String line) {
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
