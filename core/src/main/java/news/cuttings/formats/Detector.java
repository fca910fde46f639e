package news.cuttings.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import news.cuttings.formats.edition.EditionPageReader;
import news.cuttings.formats.io.Decoder;
import news.cuttings.formats.io.Lines;
import news.cuttings.formats.record.Sgml;
import org.jspecify.annotations.Nullable;

/** Tells a format by what the first bytes of a text say. */
final class Detector {
  /** One in so many bytes may be a control character in a text that was sent over a wire. */
  private static final int TEXT_PER_CONTROL = 20;

  private static final int LOOKED_AT = 50;

  private static final Pattern OBJECT = Pattern.compile("\\{\\s*[\"}]");

  /** An object in one line, as it should be or with its quotes forgotten. */
  private static final Pattern OBJECT_LINE =
      Pattern.compile("\\{\\s*(?:[\"}]|[\\w']+\\s*:.*\\}\\s*,?$)", Pattern.DOTALL);

  private static final List<String> MARKUP =
      List.of("<?xml", "<!doctype", "<html", "<head>", "<body", "<!--", "<rss", "<feed", "{\\rtf");

  private Detector() {}

  /**
   * The format of a text in UTF-8.
   *
   * @param head its first bytes
   * @return null where it is no text, or marked-up text that no reader reads
   */
  static @Nullable Format of(byte[] head) {
    if (isBinary(head)) {
      return null;
    }
    List<String> lines = lines(head);
    int looked = 0;
    int objects = 0;
    for (String line : lines) {
      if (looked == LOOKED_AT) {
        break;
      }
      String text = bare(line);
      if (text.isEmpty()) {
        continue;
      }
      looked++;
      if (Sgml.indexOfTag(text, "<REUTERS", 0) == 0) {
        return Format.REUTERS;
      }
      if (Sgml.indexOfTag(text, "<DOC", 0) == 0) {
        return Format.TREC;
      }
      if (OBJECT_LINE.matcher(text).lookingAt()) {
        objects++;
      }
    }
    String first = first(lines);
    if (opensJson(first) || (objects > 0 && objects * 2 >= looked)) {
      return Format.JSON_LINES;
    }
    if (isMarkup(first)) {
      return null;
    }
    return EditionPageReader.isPage(lines) ? Format.EDITION_PAGE : Format.PLAIN_TEXT;
  }

  private static boolean isBinary(byte[] head) {
    int controls = 0;
    for (byte b : head) {
      if ((b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') || b == 0x7F) {
        controls++;
      }
    }
    boolean pdf = head.length > 4 && head[0] == '%' && head[1] == 'P' && head[2] == 'D';
    return pdf || controls * TEXT_PER_CONTROL > head.length;
  }

  private static List<String> lines(byte[] head) {
    List<String> texts = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(head)) {
      Lines lines = new Lines(in, new Decoder(line -> {}));
      while (lines.next()) {
        texts.add(lines.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
    return texts;
  }

  /** The line without white space, NUL and their like at its ends. */
  private static String bare(String line) {
    return line.trim().strip();
  }

  /** The first line that says something; before it what brackets stand in lines of their own. */
  private static String first(List<String> lines) {
    StringBuilder first = new StringBuilder();
    for (String line : lines) {
      String text = bare(line);
      first.append(text);
      if (!text.isEmpty() && !text.equals("{") && !text.equals("[")) {
        break;
      }
      first.append(' ');
    }
    return first.toString().strip();
  }

  private static boolean opensJson(String line) {
    String inner = line.startsWith("[") ? line.substring(1).strip() : line;
    return opensObject(inner) || (line.startsWith("[") && inner.startsWith("]"));
  }

  private static boolean opensObject(String line) {
    return OBJECT.matcher(line).lookingAt();
  }

  private static boolean isMarkup(String first) {
    String start = first.toLowerCase(Locale.ROOT);
    return MARKUP.stream().anyMatch(start::startsWith);
  }
}
