package news.cuttings.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes text fit to be shown: safe for a terminal, as wide as one. */
final class Text {
  private static final char ESCAPE = '\u001B';

  /** A space that no line is broken at; Unicode keeps the character for uses such as this. */
  private static final char GLUE = '\uFDD0';

  private Text() {}

  /**
   * The text with every character that could steer a terminal or turn the direction of writing
   * shown as {@code \}{@code u001b}, and line ends as spaces.
   */
  static String safe(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = !isControl(c);
      if (!plain && out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out == null) {
        continue;
      }
      if (plain) {
        out.append(c);
      } else if (c == '\n' || c == '\t' || c == '\r') {
        out.append(' ');
      } else {
        out.append(escaped(c));
      }
    }
    return out == null ? text : out.toString();
  }

  /**
   * A line as it may be written, whatever it is made of: the same, but for line ends, tabs, and
   * {@link Ink}'s colours where there are any. In JSON, where such a character can stand in a
   * string only, it is escaped as JSON wants it.
   *
   * @param coloured whether to let colours through
   */
  static String guarded(String line, boolean coloured) {
    StringBuilder out = null;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      int end = i + 1;
      boolean plain = c == '\n' || c == '\t' || !isControl(c);
      if (Character.isSurrogate(c)) {
        plain = Character.isSurrogatePair(c, end < line.length() ? line.charAt(end) : c);
        end += plain ? 1 : 0;
      } else if (coloured && c == ESCAPE) {
        end = colourEnd(line, i);
        plain = end > i + 1;
      }
      if (!plain && out == null) {
        out = new StringBuilder(line.length() + 16).append(line, 0, i);
      }
      if (out != null) {
        out.append(plain ? line.substring(i, end) : escaped(c));
      }
      i = end - 1;
    }
    return out == null ? line : out.toString();
  }

  /** One past the end of a colour that begins there; one past the beginning where none does. */
  private static int colourEnd(String line, int start) {
    int i = start + 1;
    if (i < line.length() && line.charAt(i) == '[') {
      i++;
      while (i < line.length() && (Character.isDigit(line.charAt(i)) || line.charAt(i) == ';')) {
        i++;
      }
      if (i < line.length() && line.charAt(i) == 'm') {
        return i + 1;
      }
    }
    return start + 1;
  }

  /**
   * Whether a terminal may take the character for an order, or what follows it may be seen in
   * another order than it is in. Marks of direction and joiners, which Arabic, Hebrew and many an
   * emoji need, reach no further than the characters beside them: they are text.
   */
  private static boolean isControl(char c) {
    return c < ' '
        || (c >= 0x7F && c < 0xA0)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }

  private static String escaped(char c) {
    return String.format(Locale.ROOT, "\\u%04x", (int) c);
  }

  /** {@code a}; {@code a or b}; {@code a, b or c}. */
  static String listed(List<String> words, String last) {
    int end = words.size() - 1;
    return end < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, end)) + " " + last + " " + words.get(end);
  }

  /**
   * The text as one word for {@link #wrapped}: what a person copies, an id or a command, is not to
   * be broken over two lines.
   */
  static String whole(String text) {
    return text.replace(' ', GLUE);
  }

  /**
   * The text in lines of at most that many cells where its words allow, each after that margin,
   * which is narrower on a narrow terminal. Colours of {@link Ink} have no width.
   */
  static List<String> wrapped(String text, int width, String margin) {
    return wrapped(text, width, fitting(margin, width), margin);
  }

  /** The text in lines, with something else before the first than the margin. */
  static List<String> wrapped(String text, int width, String first, String margin) {
    String before = fitting(margin, width);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    int used = width(first);
    boolean isEmpty = first.isBlank();
    boolean isFirst = true; // in its line
    for (String word : words(text, width - before.length())) {
      int length = width(word);
      if (!isEmpty && used + (isFirst ? 0 : 1) + length > width) {
        lines.add(ended(line));
        line = new StringBuilder(before);
        used = before.length();
        isFirst = true;
      }
      if (isFirst && word.isEmpty() && !lines.isEmpty()) {
        continue; // of several spaces, where a line ended
      }
      line.append(isFirst ? "" : " ").append(word);
      used += (isFirst ? 0 : 1) + length;
      isEmpty = false;
      isFirst = false;
    }
    lines.add(ended(line));
    return lines;
  }

  /** A margin takes at most a quarter of the width. */
  static String fitting(String margin, int width) {
    return margin.substring(0, Math.min(margin.length(), width / 4));
  }

  private static String ended(StringBuilder line) {
    return unbroken(line.toString().stripTrailing());
  }

  /** What {@link #whole} has made, as it is shown. */
  static String unbroken(String text) {
    return text.replace(GLUE, ' ');
  }

  /** What may stand on lines of its own: words, and of one too wide the ideographs in it. */
  private static List<String> words(String text, int room) {
    List<String> words = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      if (width(word) > room && word.codePoints().anyMatch(Character::isIdeographic)) {
        parts(word, room, words);
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static void parts(String word, int room, List<String> parts) {
    int start = 0;
    int used = 0;
    for (int i = 0; i < word.length(); i = next(word, i)) {
      int c = word.codePointAt(i);
      int width = c == ESCAPE ? 0 : cells(c);
      if (used + width > room && i > start && Character.isIdeographic(c)) {
        parts.add(word.substring(start, i));
        start = i;
        used = 0;
      }
      used += width;
    }
    parts.add(word.substring(start));
  }

  /** One past the character or the colour that begins there. */
  private static int next(String text, int i) {
    int c = text.codePointAt(i);
    return c == ESCAPE ? colourEnd(text, i) : i + Character.charCount(c);
  }

  /** How many cells of a terminal the text takes. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i = next(text, i)) {
      int c = text.codePointAt(i);
      width += c == ESCAPE ? 0 : cells(c);
    }
    return width;
  }

  /** None for what is set upon the character before, two for what is drawn in a square. */
  private static int cells(int c) {
    if (c < 0x300) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** East Asian letters, their punctuation, and pictures: what Unicode calls wide. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0x303E)
        || (c >= 0x3041 && c <= 0xA4CF)
        || (c >= 0xA960 && c <= 0xA97F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF01 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F680 && c <= 0x1F6FF)
        || (c >= 0x1F900 && c <= 0x1F9FF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }

  /** The text, or its beginning and an ellipsis, in at most that many cells. */
  static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    int used = 0;
    int end = 0;
    while (end < text.length() && used + cells(text.codePointAt(end)) < width) {
      used += cells(text.codePointAt(end));
      end = next(text, end);
    }
    return width < 1 ? "" : text.substring(0, end) + "…";
  }

  /** The text as a shell takes it for one argument; as it is where that needs no quotes. */
  static String argument(String text) {
    boolean isPlain = !text.isEmpty() && text.chars().allMatch(c -> isWordOfShell((char) c));
    String quoted = isPlain ? text : "'" + text.replace("'", "'\\''") + "'";
    return text.startsWith("-") ? "-- " + quoted : quoted;
  }

  private static boolean isWordOfShell(char c) {
    return Character.isLetterOrDigit(c) || "-_./:@%+=,".indexOf(c) >= 0;
  }

  /** A number with its thousands parted: {@code 21,578}. */
  static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of things: {@code 1 story}, {@code 2 stories}. */
  static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** Bytes in the unit that suits them: {@code 31.2 MB}. */
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " bytes";
    }
    double size = bytes;
    String unit = "";
    for (String next : List.of("kB", "MB", "GB", "TB")) {
      if (size < 1000) {
        break;
      }
      size /= 1000;
      unit = next;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, unit);
  }
}
