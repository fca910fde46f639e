package news.cuttings.formats.io;

/** Looks at how a line ends. */
public final class Sentences {
  private Sentences() {}

  /** The text without the quotes and brackets that close it. */
  public static String withoutClosing(String text) {
    int end = text.length();
    while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
