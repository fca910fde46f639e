package news.cuttings.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rows as CSV (RFC 4180): comma, double quotes where needed. */
final class Csv {
  /** What opens a formula, narrow and wide. */
  private static final String FORMULA = "=+-@＝＋－＠";

  private Csv() {}

  static String row(List<String> values) {
    return values.stream().map(Csv::value).collect(Collectors.joining(","));
  }

  /**
   * A value; one that a spreadsheet would take for a formula is led by an apostrophe, as a story is
   * not to be trusted with a formula.
   */
  private static String value(String value) {
    String safe = Text.safe(value);
    String shown = safe.strip(); // some overlook the space before a formula
    boolean formula = !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0;
    String text = formula ? "'" + safe : safe;
    boolean quoted = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || !text.equals(text.strip());
    return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
