package news.cuttings.query.syntax;

/**
 * The quotation marks of print, straight, curly and angled. A mark of one kind is closed by one of
 * its kind, so that {@code «a “b” c»} is one phrase. Single curly ones are apostrophes and none.
 */
final class Quotes {
  private static final String CURLY = "\"“”„‟＂〝〞〟❝❞⹂";

  private Quotes() {}

  static boolean isQuote(char c) {
    return kind(c) >= 0;
  }

  /** Whether the second closes what the first has opened. */
  static boolean closes(char open, char c) {
    return kind(open) == kind(c) && (c == closer(open) || closer(open) == 0);
  }

  /** A small number for marks that close one another; -1 for what is no mark. */
  static int kind(char c) {
    return switch (c) {
      case '«', '»' -> 1;
      case '‹', '›' -> 2;
      case '「', '」' -> 3;
      case '『', '』' -> 4;
      default -> CURLY.indexOf(c) >= 0 ? 0 : -1;
    };
  }

  /** How many kinds there are. */
  static int kinds() {
    return 5;
  }

  /** The only mark that closes it; 0 where any of its kind does. */
  private static char closer(char open) {
    return open == '「' ? '」' : open == '『' ? '』' : 0;
  }
}
