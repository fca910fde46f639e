package news.cuttings.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes text fit to be shown: safe for a terminal, as wide as one. */
final class Text {
  private static final char ESCAPE = '\u001B';

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

  /**
   * The text in lines of at most that many characters where its words allow, each after that
   * margin. Colours of {@link Ink} have no width.
   */
  static List<String> wrapped(String text, int width, String margin) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(margin);
    int used = margin.length();
    int start = 0;
    while (start <= text.length()) {
      int space = text.indexOf(' ', start);
      int end = space < 0 ? text.length() : space;
      String word = text.substring(start, end);
      int length = width(word);
      if (used > margin.length() && used + 1 + length > width) {
        lines.add(line.toString());
        line = new StringBuilder(margin);
        used = margin.length();
      }
      if (used > margin.length()) {
        line.append(' ');
        used++;
      }
      line.append(word);
      used += length;
      start = end + 1;
    }
    lines.add(line.toString());
    return lines;
  }

  /** How many characters of the text are seen. */
  static int width(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ESCAPE) {
        i = Math.max(i, text.indexOf('m', i));
      } else if (!Character.isLowSurrogate(c)
          && Character.getType(c) != Character.NON_SPACING_MARK) {
        width++;
      }
    }
    return width;
  }

  /** The text, or its beginning and an ellipsis, in at most that many characters. */
  static String cut(String text, int width) {
    if (text.length() <= width) {
      return text;
    }
    int end = Math.max(0, width - 1);
    return text.substring(
            0, end > 0 && Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end)
        + "…";
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
