package news.cuttings.formats.export;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that numbers a document: {@code 1 of 10 DOCUMENTS}, {@code Dokument 1 von 20}, in any
 * language: two numbers, a word between them and a word beside them.
 */
record Count(int number, int of) {
  private static final Pattern NUMBERED =
      Pattern.compile(
          "(?:\\p{Lu}{2,12} - )?(\\p{L}{3,15}\\s)?(\\d{1,6})\\s(\\p{L}{1,5}|/)\\s(\\d{1,6})"
              + "(\\s\\p{L}{3,15})?\\.?");

  /** What is numbered so and is no document. */
  private static final Set<String> PAGES =
      Set.of("page", "pages", "seite", "seiten", "pagina", "página", "paginas", "páginas", "blatt");

  /** The number that a line gives; empty where it gives none. */
  static Optional<Count> of(String line) {
    Matcher numbered = NUMBERED.matcher(line);
    if (line.length() > 60 || !numbered.matches()) {
      return Optional.empty();
    }
    String before = numbered.group(1);
    String after = numbered.group(5);
    Count count = new Count(number(numbered.group(2)), number(numbered.group(4)));
    boolean isOne = (before == null) != (after == null) && count.number <= count.of;
    String noun =
        (before == null ? String.valueOf(after) : before).strip().toLowerCase(Locale.ROOT);
    return isOne && count.number > 0 && !PAGES.contains(noun)
        ? Optional.of(count)
        : Optional.empty();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }

  /** Whether this may be the next document after that one: of as many, or the first of others. */
  boolean follows(Count last) {
    return of == last.of ? number > last.number || number == 1 : number == 1;
  }
}
