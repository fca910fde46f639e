package news.cuttings.formats;

import java.util.Locale;
import news.cuttings.story.Letters;

/**
 * A line of a page that holds something.
 *
 * @param text the line, white space collapsed, {@code \"} read as a quote
 * @param number its number in the file, from 1
 * @param blanks how many empty lines stand before it
 */
record PageLine(String text, long number, int blanks) {

  static PageLine of(String line, long number, int blanks) {
    return new PageLine(
        Letters.squeeze(line).replace("\\\"", "\"").replace("\\'", "'"), number, blanks);
  }

  /** Letters and digits only, folded: what two copies of a line have in common. */
  String key() {
    return Letters.key(text).replace(" ", "");
  }

  boolean isRule() {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Whether the line ends as sentences do, closing quotes and brackets apart. */
  boolean endsSentence() {
    String bare = withoutClosing(text);
    return bare.endsWith(".") || bare.endsWith("…");
  }

  static String withoutClosing(String text) {
    int end = text.length();
    while (end > 0 && "\"'”’»)]".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  /** Whether it could be the name of a publication: few words, all but particles capitalised. */
  static boolean isName(String text) {
    if (text.isEmpty()
        || text.length() > 60
        || ".,;:?!".indexOf(text.charAt(text.length() - 1)) >= 0) {
      return false;
    }
    int words = 0;
    for (String word : Letters.words(text)) {
      char first = word.charAt(0);
      if (++words > 7
          || (!Character.isUpperCase(first)
              && !Character.isDigit(first)
              && first != '&'
              && !PARTICLES.contains(" " + word.toLowerCase(Locale.ROOT) + " "))) {
        return false;
      }
    }
    return words > 0;
  }

  private static final String PARTICLES =
      " of the and for in on at to de la le les del della di da do das dos van von der die das und et y e ";
}
