package news.cuttings.query;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A piece of a story's text with the places that a query found in it.
 *
 * @param text the text, as in the story
 * @param marks where the query's words are: in order, not overlapping
 */
public record Snippet(String text, List<Mark> marks) {
  /** No text. */
  public static final Snippet EMPTY = new Snippet("", List.of());

  /**
   * One place.
   *
   * @param start the first character
   * @param end one past the last
   */
  public record Mark(int start, int end) {}

  /** Copies the marks. */
  public Snippet {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(marks, "marks");
    marks = List.copyOf(marks);
  }

  /** The text with each mark between those two strings, everything else as it is. */
  public String mark(String before, String after) {
    return mark(before, after, UnaryOperator.identity());
  }

  /** The text as HTML: marks in {@code <mark>}, the story's own markup escaped. */
  public String html() {
    return mark("<mark>", "</mark>", Snippet::escape);
  }

  /**
   * The text with each mark between those two strings, and the text itself changed by a function.
   */
  public String mark(String before, String after, UnaryOperator<String> piece) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(piece, "piece");
    StringBuilder out = new StringBuilder(text.length() + 16 * marks.size());
    int done = 0;
    for (Mark mark : marks) {
      out.append(piece.apply(text.substring(done, mark.start())));
      out.append(before).append(piece.apply(text.substring(mark.start(), mark.end())));
      out.append(after);
      done = mark.end();
    }
    return out.append(piece.apply(text.substring(done))).toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return text;
  }
}
