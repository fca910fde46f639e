package news.cuttings.query.syntax;

import java.util.Arrays;
import news.cuttings.story.Letters;

/**
 * A text as typed, and which of its characters can be syntax: one behind a backslash never is, nor
 * is the mark inside a Hebrew acronym. Marks that nobody sees (direction, zero width) are left out.
 * Knows where in what was typed each character stood. Immutable but for what it remembers of
 * searches for closing marks.
 */
final class QueryInput {
  /** Stands for a character that is no syntax, whatever it is. */
  static final char NEUTRAL = '\uE000';

  private final String text;
  private final String syntax;
  private final int[] places;
  private final boolean escapes;
  private final boolean[] unclosed = new boolean[Quotes.kinds()];

  QueryInput(String typed) {
    StringBuilder plain = new StringBuilder(typed.length());
    StringBuilder marked = new StringBuilder(typed.length());
    int[] at = new int[typed.length() + 1];
    boolean escaped = false;
    boolean any = false;
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      if (!escaped && c == '\\' && i + 1 < typed.length()) {
        escaped = true;
        any = true;
      } else if (escaped || !isUnseen(c)) {
        at[plain.length()] = i;
        boolean control = !escaped && isChanged(c);
        plain.append(control ? ' ' : c);
        marked.append(escaped || isInWord(typed, i) ? NEUTRAL : control ? ' ' : c);
        escaped = false;
      }
    }
    at[plain.length()] = typed.length();
    text = plain.toString();
    syntax = marked.toString();
    places = Arrays.copyOf(at, plain.length() + 1);
    escapes = any;
  }

  int length() {
    return text.length();
  }

  /** The character as syntax; {@link #NEUTRAL} where it is none. */
  char at(int index) {
    return syntax.charAt(index);
  }

  /** The text without backslashes, in the same places as {@link #syntax}. */
  String text(int from, int to) {
    return text.substring(from, to);
  }

  /** The text with what is no syntax hidden. */
  String syntax() {
    return syntax;
  }

  boolean isBlank() {
    return Letters.squeeze(text).isEmpty();
  }

  /** Whether something is escaped: then it is no pasted headline. */
  boolean hasEscapes() {
    return escapes;
  }

  boolean isSpace(int index) {
    return Letters.isSpace(syntax.charAt(index));
  }

  boolean isQuote(int index) {
    return Quotes.isQuote(syntax.charAt(index));
  }

  /** The mark that closes the one there; -1 where none does. Linear over all calls. */
  int closing(int open) {
    char mark = syntax.charAt(open);
    int kind = Quotes.kind(mark);
    for (int i = open + 1; i < syntax.length() && !unclosed[kind]; i++) {
      if (Quotes.closes(mark, syntax.charAt(i))) {
        return i;
      }
    }
    unclosed[kind] = true;
    return -1;
  }

  /** One past the last character of a word that begins there: space, brackets and quotes end it. */
  int wordEnd(int from) {
    int i = from;
    while (i < syntax.length() && !isSpace(i) && !isQuote(i) && at(i) != '(' && at(i) != ')') {
      i++;
    }
    return i;
  }

  /** Whether what stands there stands at the beginning of a word. */
  boolean isBegun(int index) {
    return index == 0 || isSpace(index - 1) || at(index - 1) == '(';
  }

  /** Whether a sign or a word that ends before that place has nothing glued to it. */
  boolean isEnded(int end) {
    return end == length() || isSpace(end) || isQuote(end) || at(end) == '(' || at(end) == ')';
  }

  /** A remark on what stands between two places. */
  Diagnostic remark(String problem, String done, String advice, int from, int to) {
    return new Diagnostic(problem, done, advice, place(from), placeAfter(to));
  }

  /** Where in what was typed the character stood. */
  int place(int index) {
    return places[index];
  }

  /** One past the place of the last character before that one. */
  int placeAfter(int index) {
    return index == 0 ? places[0] : Math.max(places[index - 1] + 1, 0);
  }

  /** Whether it is a quotation mark between letters of Hebrew: an acronym. */
  private static boolean isInWord(String typed, int i) {
    return typed.charAt(i) == '"'
        && i > 0
        && i + 1 < typed.length()
        && isHebrew(typed.charAt(i - 1))
        && isHebrew(typed.charAt(i + 1));
  }

  private static boolean isHebrew(char c) {
    return c >= 0x05D0 && c <= 0x05EA;
  }

  /** Whether the character does not come through the reading unless it is escaped. */
  static boolean isChanged(char c) {
    return c < ' ' || c == 0x7F || isUnseen(c);
  }

  private static boolean isUnseen(char c) {
    return c == 0x200B
        || c == 0x200E
        || c == 0x200F
        || c == 0x061C
        || c == 0x2060
        || c == 0xFEFF
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
