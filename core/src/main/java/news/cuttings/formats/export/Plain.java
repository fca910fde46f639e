package news.cuttings.formats.export;

import java.util.List;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Markup;
import news.cuttings.formats.io.Sample;
import news.cuttings.story.Letters;
import org.jsoup.parser.Parser;

/** The lines of a sample as they are read, without markup where it has any: enough to tell by. */
final class Plain {
  private static final Pattern LINE_END =
      Pattern.compile(
          "<(?:/p|/div|/tr|/td|/h[1-6]|br|p|div|hr)\\b[^<>]*>", Pattern.CASE_INSENSITIVE);

  private static final Pattern TAG = Pattern.compile("<[^<>]*>");

  /** A program has more than one in so many lines that end in a sign of it. */
  private static final int OF_CODE = 5;

  private Plain() {}

  /** Whether they are a program's, which may hold an export for a test of it. */
  static boolean areCode(List<String> lines) {
    long code =
        lines.stream().filter(line -> "{};".indexOf(line.charAt(line.length() - 1)) >= 0).count();
    return code * OF_CODE > lines.size();
  }

  /** Lines without a blank one among them. */
  static List<String> lines(Sample sample) {
    List<String> lines = sample.lines();
    if (Markup.opens(sample)) {
      String text = LINE_END.matcher(String.join("\n", lines)).replaceAll("\n");
      lines = Parser.unescapeEntities(TAG.matcher(text).replaceAll(""), false).lines().toList();
    }
    return lines.stream().map(Letters::squeeze).filter(line -> !line.isEmpty()).toList();
  }
}
