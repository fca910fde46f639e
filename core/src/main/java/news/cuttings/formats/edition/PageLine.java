package news.cuttings.formats.edition;

import java.util.Locale;
import news.cuttings.formats.io.Sentences;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/**
 * A line of a page that holds something. What it looks like by itself is found once, when it is
 * first asked for; not for use by several threads.
 */
final class PageLine {
  private final String text;
  private final long number;
  private final int blanks;
  private @Nullable String name;
  private @Nullable String key;
  private @Nullable LineLook look;

  /**
   * A line.
   *
   * @param text the line, white space collapsed, {@code \"} read as a quote
   * @param number its number in the file, from 1
   * @param blanks how many empty lines stand before it
   */
  PageLine(String text, long number, int blanks) {
    this.text = text;
    this.number = number;
    this.blanks = blanks;
  }

  static PageLine of(String line, long number, int blanks) {
    return new PageLine(
        Letters.squeeze(line).replace("\\\"", "\"").replace("\\'", "'"), number, blanks);
  }

  String text() {
    return text;
  }

  long number() {
    return number;
  }

  int blanks() {
    return blanks;
  }

  /** The key of the name that the line is, if it is one. */
  String name() {
    if (name == null) {
      name = Letters.key(text);
    }
    return name;
  }

  /** Letters and digits only, folded: what two copies of a line have in common. */
  String key() {
    if (key == null) {
      key = name().replace(" ", "");
    }
    return key;
  }

  LineLook look() {
    if (look == null) {
      look = LineLook.of(text);
    }
    return look;
  }

  boolean isRule() {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** Whether the line ends as sentences do, closing quotes and brackets apart. */
  boolean endsSentence() {
    String bare = Sentences.withoutClosing(text);
    return bare.endsWith(".") || bare.endsWith("…");
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
      " of the and for in on at to de la le les del della di da do das dos van von der die das und"
          + " et y e ";
}
