package news.cuttings.formats.export;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The blocks of a page in HTML that are open where it is cut into pieces: the next piece begins
 * with them, so that what stands in a cell of a table, or in a part with a name, still does.
 */
final class OpenTags {
  /** So many are kept, the innermost: a page may open blocks for ever and close none. */
  private static final int MOST = 200;

  private static final int LONGEST = 500;

  private static final Set<String> CELLS = Set.of("td", "th");

  private static final Set<String> NAMES =
      Set.of(
          "article",
          "aside",
          "blockquote",
          "center",
          "div",
          "footer",
          "header",
          "main",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr");

  /** What a tag closes where no tag has closed it. */
  private static final Map<String, Set<String>> CLOSES =
      Map.of(
          "td", CELLS,
          "th", CELLS,
          "tr", Set.of("td", "th", "tr"),
          "tbody", Set.of("td", "th", "tr", "tbody", "thead", "tfoot"),
          "tfoot", Set.of("td", "th", "tr", "tbody", "thead", "tfoot"));

  private record Tag(String name, String html) {}

  /** The innermost first. */
  private final Deque<Tag> open = new ArrayDeque<>();

  /** Takes a tag and what follows it, up to the next one. */
  void take(String html) {
    boolean isEnd = html.startsWith("</");
    int from = isEnd ? 2 : 1;
    int to = from;
    while (to < html.length() && Character.isLetterOrDigit(html.charAt(to))) {
      to++;
    }
    String name = to > from ? html.substring(from, to).toLowerCase(Locale.ROOT) : "";
    if (!NAMES.contains(name)) {
      return;
    }
    if (isEnd) {
      close(name);
    } else {
      open(name, html);
    }
  }

  private void open(String name, String html) {
    Set<String> closed = CLOSES.getOrDefault(name, Set.of());
    while (!open.isEmpty() && closed.contains(open.getFirst().name())) {
      open.removeFirst();
    }
    String tag = tag(html, name);
    open.addFirst(new Tag(name, tag.replace('\n', ' ').replace('\r', ' ')));
    if (open.size() > MOST) {
      open.removeLast();
    }
  }

  /** The tag without the text behind it; what is quoted in it may have its last sign too. */
  private static String tag(String html, String name) {
    char quote = 0;
    for (int i = 0; i < Math.min(html.length(), LONGEST); i++) {
      char c = html.charAt(i);
      if (quote == 0 && c == '>') {
        return html.substring(0, i + 1);
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    return "<" + name + ">";
  }

  /** Closes the innermost of that name; none outside the cell, unless it is a part of a table. */
  private void close(String name) {
    boolean isOfTable = CLOSES.containsKey(name) || name.equals("table") || name.equals("thead");
    int inner = 0;
    for (Iterator<Tag> tags = open.iterator(); tags.hasNext(); inner++) {
      String next = tags.next().name();
      if (next.equals(name)) {
        for (int i = 0; i <= inner; i++) {
          open.removeFirst();
        }
        return;
      }
      if (next.equals("table") || (!isOfTable && CELLS.contains(next))) {
        return;
      }
    }
  }

  /** The tags that are open, the outermost first, in one line. */
  String html() {
    StringBuilder html = new StringBuilder();
    open.descendingIterator().forEachRemaining(tag -> html.append(tag.html()));
    return html.toString();
  }
}
