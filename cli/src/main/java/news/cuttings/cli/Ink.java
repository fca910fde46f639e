package news.cuttings.cli;

/**
 * Colours for a terminal, or none.
 *
 * @param coloured whether there are any
 */
record Ink(boolean coloured) {
  private static final String ESCAPE = "\u001B[";

  /** What a line is about. */
  String strong(String text) {
    return paint("1", text);
  }

  /** What may be overlooked. */
  String faint(String text) {
    return paint("2", text);
  }

  /** What stands before a word that a query found, in a line that may be strong. */
  String opening() {
    return coloured ? ESCAPE + "33;4m" : "";
  }

  /** What stands after it. */
  String closing() {
    return coloured ? ESCAPE + "39;24m" : "";
  }

  /** Names of people. */
  String name(String text) {
    return paint("36", text);
  }

  /** What is wrong. */
  String wrong(String text) {
    return paint("31", text);
  }

  private String paint(String code, String text) {
    return coloured && !text.isEmpty() ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
  }
}
