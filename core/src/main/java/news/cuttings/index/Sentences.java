package news.cuttings.index;

import java.util.Locale;
import java.util.Set;

/** Tells where a sentence or a paragraph ends: between two words of a text. */
public final class Sentences {
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "rev", "hon", "sen", "rep", "gov", "gen", "col", "lt",
          "sgt", "capt", "cmdr", "maj", "supt", "st", "mt", "ft", "no", "nos", "vs", "jr", "sr",
          "inc", "ltd", "co", "corp", "bros", "dept", "univ", "jan", "feb", "mar", "apr", "jun",
          "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri",
          "sat", "sun", "fig", "vol", "pp", "cf", "eg", "ie", "al", "approx", "est", "mlle", "mme",
          "sra", "srta", "hr", "fr", "messrs");

  /** What ends between two words. */
  public enum End {
    /** Nothing: they are in one sentence. */
    NONE,
    /** A sentence. */
    SENTENCE,
    /** A paragraph. */
    PARAGRAPH
  }

  private Sentences() {}

  /**
   * What ends between the word that ends at {@code end} and the one that starts at {@code start}.
   *
   * @param text the text
   * @param end one past the last character of a word
   * @param start the first character of the next word
   */
  public static End between(CharSequence text, int end, int start) {
    boolean stop = false;
    boolean space = false;
    boolean fullStop = false;
    for (int i = end; i < start; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return End.PARAGRAPH;
      }
      if (c == '.' && !stop) {
        fullStop = true;
      }
      stop |= c == '.' || c == '!' || c == '?' || c == '…' || c == '。' || c == '！' || c == '？';
      space |= stop && Character.isWhitespace(c);
    }
    if (!stop || !space || Character.isLowerCase(text.charAt(start))) {
      return End.NONE;
    }
    return fullStop && isAbbreviation(text, end) ? End.NONE : End.SENTENCE;
  }

  /** How many positions the second of two words stands after the first; see {@link #between}. */
  public static int step(CharSequence text, int end, int start) {
    return switch (between(text, end, start)) {
      case NONE -> 1;
      case SENTENCE -> 1 + Schema.SENTENCE_GAP;
      case PARAGRAPH -> 1 + Schema.PARAGRAPH_GAP;
    };
  }

  private static boolean isAbbreviation(CharSequence text, int end) {
    int start = end;
    while (start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
      start--;
    }
    String word = text.subSequence(start, end).toString();
    if (word.length() <= 1) {
      return word.isEmpty() || Character.isUpperCase(word.charAt(0));
    }
    if (word.charAt(1) == '.') {
      return true; // U.S., J.K.
    }
    return word.length() <= 6 && ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }
}
