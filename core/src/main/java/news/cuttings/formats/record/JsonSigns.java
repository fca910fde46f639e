package news.cuttings.formats.record;

import java.util.List;
import java.util.regex.Pattern;
import news.cuttings.formats.io.Evidence;
import news.cuttings.formats.io.Sample;

/** Tells JSON: by how it opens, or by objects in at least half of the first lines. */
final class JsonSigns {
  private static final int LOOKED_AT = 50;

  /** Below what certain tags have: stories in SGML may hold braces. */
  private static final int LESS = -5;

  private static final Pattern OBJECT = Pattern.compile("\\{\\s*[\"}]");

  /** An object in one line, as it should be or with its quotes forgotten. */
  private static final Pattern OBJECT_LINE =
      Pattern.compile("\\{\\s*(?:[\"}]|[\\w']+\\s*:.*\\}\\s*,?$)", Pattern.DOTALL);

  private JsonSigns() {}

  static Evidence in(Sample sample) {
    if (opens(first(sample.lines()))) {
      return Evidence.sure("a JSON object at its beginning").plus(LESS);
    }
    List<String> lines =
        sample.lines().stream()
            .map(JsonSigns::bare)
            .filter(line -> !line.isEmpty())
            .limit(LOOKED_AT)
            .toList();
    long objects = lines.stream().filter(line -> OBJECT_LINE.matcher(line).lookingAt()).count();
    return objects > 0 && objects * 2 >= lines.size()
        ? Evidence.sure("JSON objects, one a line").plus(LESS)
        : Evidence.NONE;
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

  private static boolean opens(String line) {
    String inner = line.startsWith("[") ? line.substring(1).strip() : line;
    return OBJECT.matcher(inner).lookingAt() || (line.startsWith("[") && inner.startsWith("]"));
  }
}
