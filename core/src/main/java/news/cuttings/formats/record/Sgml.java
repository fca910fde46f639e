package news.cuttings.formats.record;

import java.util.ArrayList;
import java.util.List;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Sample;
import org.jspecify.annotations.Nullable;

/** The little of SGML that news collections use: elements by name, references, stripped tags. */
public final class Sgml {
  private static final int LONGEST_REFERENCE = 10;

  private static final int LOOKED_AT = 50;

  private Sgml() {}

  /** Sure where one of the first lines begins with that tag. */
  static Evidence opensLine(Sample sample, String tag) {
    boolean opens =
        sample.lines().stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .limit(LOOKED_AT)
            .anyMatch(line -> indexOfTag(line, tag, 0) == 0);
    return opens ? Evidence.sure("a line that begins with " + tag + ">") : Evidence.NONE;
  }

  /**
   * Where a tag stands: {@code <DOC} finds {@code <DOC>} and {@code <doc id="1">}, not {@code
   * <DOCNO>}; -1 where nowhere.
   */
  public static int indexOfTag(String text, String tag, int from) {
    return indexOfTag(text, tag, tag, from);
  }

  /** Where the first of two tags stands, whichever it is; -1 where neither does. */
  static int indexOfTag(String text, String tag, String other, int from) {
    for (int at = text.indexOf('<', from); at >= 0; at = text.indexOf('<', at + 1)) {
      if (isTagAt(text, tag, at) || isTagAt(text, other, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether that tag stands at that place. */
  static boolean isTagAt(String text, String tag, int at) {
    int end = at + tag.length();
    return text.regionMatches(true, at, tag, 0, tag.length())
        && (tag.endsWith(">") || end == text.length() || !isNamePart(text.charAt(end)));
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == ':';
  }

  /** What stands in the first element of that name, as written; null where there is none. */
  static @Nullable String element(String record, String name) {
    List<String> all = elements(record, name, 1);
    return all.isEmpty() ? null : all.getFirst();
  }

  /** What stands in each element of that name, as written. */
  static List<String> elements(String record, String name) {
    return elements(record, name, Integer.MAX_VALUE);
  }

  private static List<String> elements(String record, String name, int most) {
    List<String> found = new ArrayList<>();
    String open = "<" + name;
    String close = "</" + name + ">";
    int at = 0;
    while (found.size() < most) {
      int start = indexOfTag(record, open, at);
      int content = start < 0 ? -1 : record.indexOf('>', start) + 1;
      if (content <= 0) {
        break;
      }
      int end = indexOfTag(record, close, content);
      if (end < 0) {
        break;
      }
      found.add(record.substring(content, end));
      at = end + close.length();
    }
    return found;
  }

  /** The value of an attribute of the record's first tag; null where it has none. */
  static @Nullable String attribute(String record, String name) {
    int tagEnd = record.indexOf('>');
    int at = record.indexOf(' ' + name + "=\"");
    if (at < 0 || at > tagEnd) {
      return null;
    }
    int from = at + name.length() + 3;
    int to = record.indexOf('"', from);
    return to < 0 || to > tagEnd ? null : record.substring(from, to);
  }

  /** The text without its tags; those that part paragraphs become line breaks. */
  static String withoutTags(String text) {
    int tag = text.indexOf('<');
    if (tag < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    int end = -1;
    while (tag >= 0) {
      end = end < tag ? text.indexOf('>', tag) : end; // looked for once, however many open
      if (end < 0) {
        break;
      }
      if (isTag(text, tag)) {
        out.append(text, from, tag);
        if (isBlock(text, tag)) {
          out.append("\n\n");
        }
        from = end + 1;
        tag = text.indexOf('<', from);
      } else {
        tag = text.indexOf('<', tag + 1);
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private static boolean isTag(String text, int at) {
    char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    return Character.isLetter(next) || next == '/' || next == '!';
  }

  private static boolean isBlock(String text, int at) {
    int name = text.charAt(at + 1) == '/' ? at + 2 : at + 1;
    char c = name < text.length() ? text.charAt(name) : ' ';
    char after = name + 1 < text.length() ? text.charAt(name + 1) : ' ';
    return (c == 'p' || c == 'P') && !isNamePart(after);
  }

  /** The text with numeric references, and the named ones that news collections use, resolved. */
  static String resolve(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      int end = text.indexOf(';', at, Math.min(text.length(), at + LONGEST_REFERENCE + 1));
      String meaning = end < 0 ? null : meaning(text.substring(at + 1, end));
      if (meaning == null) {
        at = text.indexOf('&', at + 1);
      } else {
        out.append(text, from, at).append(meaning);
        from = end + 1;
        at = text.indexOf('&', from);
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  private static @Nullable String meaning(String name) {
    return switch (name) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      default -> name.startsWith("#") ? character(name) : null;
    };
  }

  private static @Nullable String character(String reference) {
    try {
      boolean hex = reference.startsWith("#x") || reference.startsWith("#X");
      int code = hex ? Integer.parseInt(reference, 2, reference.length(), 16) : decimal(reference);
      boolean isCharacter =
          Character.isValidCodePoint(code) && Character.getType(code) != Character.SURROGATE;
      return isCharacter ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null; // not a reference after all: stays as written
    }
  }

  private static int decimal(String reference) {
    return Integer.parseInt(reference, 1, reference.length(), 10);
  }
}
