package news.cuttings.query.syntax;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.index.TextAnalysis;
import news.cuttings.story.Letters;

/**
 * A word of a query taken apart: the word itself without punctuation at its ends, and what is
 * behind it.
 *
 * @param text the word; empty where there is nothing in it that can be searched for
 * @param isPrefix whether a star ends it
 * @param hasStars whether stars are elsewhere in it
 * @param tilde what stands behind its tilde; empty where there is no tilde
 * @param weight what stands behind its caret; empty where there is no caret
 */
record WordShape(
    String text,
    boolean isPrefix,
    boolean hasStars,
    Optional<String> tilde,
    Optional<String> weight) {

  /** So short a word with another letter is another word. */
  private static final int LONGEST_EXACT = 2;

  /** So short a word with two other letters is another word. */
  private static final int LONGEST_NEAR = 5;

  private static final String NUMBER = "\\d{1,38}(?:\\.\\d{1,60})?";
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?:~(?<t1>"
              + NUMBER
              + ")?)?(?:\\^(?<w>"
              + NUMBER
              + "))?(?:~(?<t2>"
              + NUMBER
              + ")?)?\\z");
  private static final String PUNCTUATION_BEFORE = "-–—+!¿¡/,;:?…|<>=[]{}_&~^*'‘’‚‛`";
  private static final String PUNCTUATION_AFTER = "!?,;:…/–—-|<>=[]{}~^'‘’`";

  /** The word between two places of a text. */
  static WordShape of(QueryInput typed, int from, int to, Field field) {
    int end = to;
    Optional<String> tilde = Optional.empty();
    Optional<String> weight = Optional.empty();
    Matcher behind = BEHIND.matcher(typed.syntax()).region(from, to);
    if (hasSuffix(typed, from, to) && behind.find() && behind.start() > from) {
      end = behind.start();
      weight = Optional.ofNullable(behind.group("w"));
      if (typed.syntax().substring(end, to).indexOf('~') >= 0) {
        String first = behind.group("t1");
        String second = behind.group("t2");
        tilde = Optional.of(first != null ? first : second != null ? second : "");
      }
    }
    return of(typed, from, end, field, tilde, weight);
  }

  private static WordShape of(
      QueryInput typed,
      int from,
      int to,
      Field field,
      Optional<String> tilde,
      Optional<String> weight) {
    int end = to;
    while (end > from && typed.at(end - 1) == '*') {
      end--;
    }
    boolean prefix = end < to;
    int start = from;
    if (field != Field.ID && field != Field.ORIGIN) {
      start = start(typed, from, end);
      end = prefix ? end : end(typed, start, end);
    }
    boolean stars = typed.syntax().substring(from, end).indexOf('*') >= 0;
    String word = typed.text(start, end);
    boolean kept = isKept(typed, start, end);
    return new WordShape(kept ? word : "", prefix, stars, tilde, weight);
  }

  private static boolean hasSuffix(QueryInput typed, int from, int to) {
    for (int i = from; i < to; i++) {
      if (typed.at(i) == '~' || typed.at(i) == '^') {
        return true;
      }
    }
    return false;
  }

  private static int start(QueryInput typed, int from, int end) {
    int start = from;
    while (start < end && PUNCTUATION_BEFORE.indexOf(typed.at(start)) >= 0) {
      start++;
    }
    return start;
  }

  private static int end(QueryInput typed, int start, int to) {
    int end = to;
    while (end > start && PUNCTUATION_AFTER.indexOf(typed.at(end - 1)) >= 0) {
      end--;
    }
    int last = end;
    while (last > start + 1 && typed.at(last - 1) == '.') {
      last--;
    }
    boolean dotted = typed.syntax().substring(start, last).indexOf('.') >= 0;
    return dotted && last + 1 == end ? end : last; // U.S. keeps its last stop
  }

  /** Whether there is a word in it, or something escaped, which is meant. */
  static boolean isKept(QueryInput typed, int from, int to) {
    return hasWord(typed.text(from, to))
        || typed.syntax().substring(from, to).indexOf(QueryInput.NEUTRAL) >= 0;
  }

  /** Whether something in it is in the index: letters, digits, pictures. */
  static boolean hasWord(String text) {
    return !Letters.key(text).isEmpty() || text.codePoints().anyMatch(WordShape::isPicture);
  }

  private static boolean isPicture(int c) {
    return c > 0xFF && (Character.isEmojiPresentation(c) || Character.isExtendedPictographic(c));
  }

  /**
   * How many letters may differ: where no number says so as many as leave the word like few others;
   * as in Lucene's syntax a number from 1, or a share of the word's length that must be the same; 0
   * for an exact word.
   */
  int edits() {
    String number = tilde.orElse("");
    if (number.isEmpty()) {
      String folded = TextAnalysis.folded(text);
      int letters = folded.codePointCount(0, folded.length());
      return letters <= LONGEST_EXACT ? 0 : letters <= LONGEST_NEAR ? 1 : 2;
    }
    float same = Float.parseFloat(number);
    if (same >= 1) {
      return (int) Math.min(same, 2);
    }
    return same == 0 ? 0 : (int) Math.min((1.0 - same) * text.codePointCount(0, text.length()), 2);
  }
}
