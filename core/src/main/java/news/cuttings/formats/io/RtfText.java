package news.cuttings.formats.io;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document in RTF: what a reader sees of it, without headers, footers, footnotes and
 * pictures. A cell of a table is a paragraph.
 */
final class RtfText extends DocumentText {
  private static final int DEEPEST = 10_000;
  private static final int LONGEST_WORD = 32;

  /** Groups that hold no text of the document. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          ("fonttbl colortbl stylesheet info header headerl headerr headerf footer footerl footerr"
                  + " footerf pict object footnote annotation fldinst xe tc tcn bkmkstart bkmkend"
                  + " listtable listoverridetable rsidtbl generator themedata colorschememapping"
                  + " datastore latentstyles xmlnstbl nonshppict template")
              .split(" "));

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("tab", "\t"),
          Map.entry("line", "\n"),
          Map.entry("emdash", "—"),
          Map.entry("endash", "–"),
          Map.entry("lquote", "‘"),
          Map.entry("rquote", "’"),
          Map.entry("ldblquote", "“"),
          Map.entry("rdblquote", "”"),
          Map.entry("bullet", "•"),
          Map.entry("emspace", " "),
          Map.entry("enspace", " "));

  private static final Set<String> PARAGRAPH_ENDS =
      Set.of("par", "cell", "nestcell", "sect", "page");

  /** Code pages that Java has by other names than {@code windows-N}. */
  private static final Map<Integer, String> CODE_PAGES =
      Map.of(
          932,
          "windows-31j",
          936,
          "GBK",
          949,
          "x-windows-949",
          950,
          "Big5",
          65001,
          "UTF-8",
          10000,
          "x-MacRoman");

  /** What a group sets: whether its text is left out, and what follows a sign of Unicode. */
  private record Group(boolean isLeftOut, int replaced) {}

  private final Bytes in;
  private final Deque<Group> groups = new ArrayDeque<>();
  private Group group = new Group(false, 1);
  private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
  private final StringBuilder text = new StringBuilder();
  private Charset charset = Charset.forName("windows-1252");
  private int toReplace;
  private int ahead = -1;
  private boolean ended;

  private RtfText(InputStream in) {
    this.in = new Bytes(in);
  }

  /** The text of a stream in that format. */
  static DocumentText of(InputStream in) {
    return new RtfText(in);
  }

  @Override
  @Nullable String paragraph() throws IOException {
    while (!ended) {
      int c = next();
      switch (c) {
        case -1 -> {
          decode();
          if (!groups.isEmpty() && text.isEmpty()) {
            throw new EOFException();
          }
          ended = groups.isEmpty();
          return taken();
        }
        case '{' -> begin();
        case '}' -> end();
        case '\\' -> {
          if (control()) {
            return taken();
          }
        }
        case '\n' -> {}
        default -> encoded(c);
      }
    }
    return null;
  }

  private int next() throws IOException {
    int c = ahead >= 0 ? ahead : in.read();
    ahead = -1;
    return c;
  }

  private void begin() throws IOException {
    decode();
    if (groups.size() == DEEPEST) {
      throw new IOException("its groups are nested too deep");
    }
    groups.push(group);
  }

  private void end() {
    decode();
    group = groups.isEmpty() ? group : groups.pop();
    toReplace = 0;
  }

  private String taken() {
    decode();
    String paragraph = text.toString();
    text.setLength(0);
    return paragraph;
  }

  /** Reads what follows a backslash; whether it ends a paragraph. */
  private boolean control() throws IOException {
    int c = next();
    if (c == '\'') {
      int high = Character.digit(next(), 16);
      int low = Character.digit(next(), 16);
      if (high >= 0 && low >= 0) {
        encoded(high * 16 + low);
      }
      return false;
    }
    if (c < 'A' || c > 'z' || !Character.isLetter(c)) {
      return sign(c);
    }
    StringBuilder word = new StringBuilder();
    while (Character.isLetter(c) && c < 128 && word.length() < LONGEST_WORD) {
      word.append((char) c);
      c = next();
    }
    StringBuilder number = new StringBuilder();
    while ((c == '-' && number.isEmpty()) || (Character.isDigit(c) && number.length() < 10)) {
      number.append((char) c);
      c = next();
    }
    ahead = c == ' ' ? -1 : c;
    return word(word.toString(), number(number));
  }

  private static int number(StringBuilder digits) {
    boolean isNumber = digits.length() > 0 && Character.isDigit(digits.charAt(digits.length() - 1));
    return isNumber ? (int) Long.parseLong(digits.toString()) : 1;
  }

  private boolean sign(int c) {
    switch (c) {
      case '*' -> group = new Group(true, group.replaced());
      case '~' -> append(" ");
      case '_' -> append("-");
      case '\\', '{', '}' -> encoded(c);
      case '\n' -> {
        return !group.isLeftOut();
      }
      default -> {}
    }
    return false;
  }

  private boolean word(String word, int number) throws IOException {
    if (LEFT_OUT.contains(word)) {
      group = new Group(true, group.replaced());
    } else if (PARAGRAPH_ENDS.contains(word)) {
      return !group.isLeftOut();
    } else if (SIGNS.containsKey(word)) {
      append(SIGNS.getOrDefault(word, ""));
    } else {
      switch (word) {
        case "u" -> {
          append(String.valueOf((char) number));
          toReplace = group.replaced();
        }
        case "uc" -> group = new Group(group.isLeftOut(), Math.max(0, number));
        case "v" -> group = new Group(number != 0 || group.isLeftOut(), group.replaced());
        case "ansicpg" -> charset = charset(number);
        case "bin" -> skip(number);
        default -> {}
      }
    }
    return false;
  }

  private static Charset charset(int page) {
    String name = CODE_PAGES.getOrDefault(page, "windows-" + page);
    return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.ISO_8859_1;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count && next() >= 0; i++) {
      // bytes of a picture
    }
  }

  private void encoded(int c) {
    if (toReplace > 0) {
      toReplace--;
    } else if (!group.isLeftOut()) {
      encoded.write(c);
    }
  }

  private void append(String more) {
    decode();
    toReplace = 0;
    if (!group.isLeftOut() && text.length() < LONGEST) {
      text.append(more);
    }
  }

  private void decode() {
    if (encoded.size() > 0) {
      if (text.length() < LONGEST) {
        text.append(encoded.toString(charset));
      }
      encoded.reset();
    }
  }
}
