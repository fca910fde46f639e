package news.cuttings.formats.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys and values that head a note in Markdown, between two lines of three hyphens: the little
 * of YAML that is used there.
 *
 * @param values the values by their keys
 * @param lines how many lines it takes up, with those of hyphens
 */
record FrontMatter(Map<String, Node> values, int lines) {
  private static final int LONGEST = 200;
  private static final Pattern KEY = Pattern.compile("([\\w][\\w .-]{0,60}?)\\s*:(?:\\s+(.*))?");
  private static final Pattern ITEM = Pattern.compile("\\s*-\\s+(.*)");
  private static final Pattern LINK =
      Pattern.compile("\\[\\[(?:[^\\[\\]|]*\\|)?([^\\[\\]|]*)\\]\\]");

  /** What heads those lines of a text; null where nothing does. */
  static @Nullable FrontMatter of(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals("---")) {
      return null;
    }
    Map<String, Node> values = new LinkedHashMap<>();
    String key = "";
    List<Node> items = new ArrayList<>();
    for (int i = 1; i < Math.min(lines.size(), LONGEST); i++) {
      String line = lines.get(i);
      if (line.strip().equals("---")) {
        return values.isEmpty() ? null : new FrontMatter(values, i + 1);
      }
      Matcher pair = KEY.matcher(line);
      Matcher item = ITEM.matcher(line);
      if (item.matches() && !key.isEmpty()) {
        items.add(text(item.group(1)));
        values.put(key, new Node.Arr(List.copyOf(items)));
      } else if (pair.matches()) {
        key = pair.group(1);
        items.clear();
        values.put(key, value(pair.group(2) == null ? "" : pair.group(2)));
      } else if (line.startsWith(" ") && values.get(key) instanceof Node.Text begun) {
        String before = begun.text().matches("[|>][+-]?") ? "" : begun.text() + " ";
        values.put(key, new Node.Text(before + line.strip()));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        return null;
      }
    }
    return null;
  }

  private static Node value(String written) {
    String text = written.strip();
    return text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[")
        ? new Node.Arr(
            Stream.of(text.substring(1, text.length() - 1).split(",", -1))
                .map(FrontMatter::text)
                .toList())
        : text(text);
  }

  /** A value without its quotes and without the marks of a link between notes. */
  private static Node text(String written) {
    String text = written.strip();
    boolean isQuoted =
        text.length() > 1
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.endsWith(text.substring(0, 1));
    if (isQuoted) {
      text = text.substring(1, text.length() - 1).replace("\\\"", "\"").replace("''", "'");
    }
    return new Node.Text(LINK.matcher(text).replaceAll("$1"));
  }
}
