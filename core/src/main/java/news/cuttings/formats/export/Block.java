package news.cuttings.formats.export;

import java.util.List;

/**
 * A paragraph of an export.
 *
 * @param text in one line, or in several where these stand apart
 * @param line where it begins in the input
 * @param hint what its element is called there; empty where it has no name, or none is known
 */
record Block(String text, long line, String hint) {
  private static final String TOO_LONG = "too long";

  /** The beginning of a line that is longer than any story. */
  static Block tooLong(String beginning, long line) {
    return new Block(beginning, line, TOO_LONG);
  }

  boolean isTooLong() {
    return hint.equals(TOO_LONG);
  }

  /** Its lines. */
  List<String> lines() {
    return text.lines().toList();
  }

  /** Its text in one line. */
  String flat() {
    return text.replace('\n', ' ');
  }
}
