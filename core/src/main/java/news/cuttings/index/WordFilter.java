package news.cuttings.index;

import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import news.cuttings.story.Letters;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.jspecify.annotations.Nullable;

/**
 * Makes a newspaper's words of Unicode's (UAX #29): {@code O’Neill}, {@code O'Neill} and {@code
 * ONeill} are one word, {@code Mexico's} is Mexico, {@code U.S.} is {@code US} and not the word
 * "us", {@code AT&T} and {@code C++} are words; {@link WordParts} parts {@code ended.Governor} and
 * {@code l'Étoile}; accents and case are folded by {@link Letters}.
 *
 * <p>One token a position. {@link #exact()} tells the spelling of the token last given, {@link
 * #elided()} the whole word where something is left out of the token.
 */
final class WordFilter extends TokenFilter {
  /** The term of {@code US} and {@code U.S.}: in capitals, as no other term is. */
  private static final String UNITED_STATES = "US";

  private static final int LONGEST_JOINED = 3;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private String text = "";
  private boolean capitals;
  private @Nullable State next;
  private @Nullable String exact;
  private @Nullable Elided elided;
  private String word = "";
  private int wordStart;
  private List<WordParts.Part> parts = List.of();
  private int part;

  /**
   * A word of whose beginning its token says nothing: {@code l'Étoile}.
   *
   * @param folded the word folded
   * @param exact {@code folded U+001F exact}
   * @param start its first character in the text
   * @param end one past its last
   * @param mayBeName whether it would be one word were it written in capitals, as D'Arcy is
   */
  record Elided(String folded, String exact, int start, int end, boolean mayBeName) {}

  WordFilter(TokenStream input) {
    super(input);
  }

  /** Tells the text that the input reads: what stands between its tokens matters. */
  void text(String text) {
    this.text = text;
    capitals = isCapitals(text);
    next = null;
    parts = List.of();
    part = 0;
  }

  /**
   * The word last given as {@code folded U+001F exact}; null where its spelling has neither accent
   * nor apostrophe.
   */
  @Nullable String exact() {
    return exact;
  }

  /** The word of which the token last given is the end; null where it is a word of its own. */
  @Nullable Elided elided() {
    return elided;
  }

  /**
   * Whether the text has three words or more, all in capitals: then US is not told from us. White
   * space parts words here, so that one word of a query never looks so: US/UK/EU.
   */
  static boolean isCapitals(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'a' && text.charAt(i) <= 'z') {
        return false; // nearly always, and soon
      }
    }
    return isComposedCapitals(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  private static boolean isComposedCapitals(String text) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      if (Letters.isSpace(c)) {
        inWord = false;
      } else if (!inWord && Character.isLetter(c)) {
        words++;
        inWord = true;
      }
    }
    return words >= 3;
  }

  @Override
  public boolean incrementToken() throws IOException {
    while (true) {
      exact = null;
      elided = null;
      if (part < parts.size()) {
        take(parts.get(part++));
        if (spelt()) {
          return true;
        }
      } else if (!advance()) {
        return false;
      } else if (joined() || isPlain()) {
        return true;
      } else {
        word = term.toString();
        wordStart = offset.startOffset();
        parts = WordParts.of(word);
        part = 0;
      }
    }
  }

  private void take(WordParts.Part one) {
    set(word.substring(one.from(), one.to()), wordStart + one.from(), wordStart + one.to());
    if (one.isElided()) {
      String whole = withoutPossessive(word.substring(one.elided(), one.to()));
      String folded = Letters.fold(whole);
      elided =
          new Elided(
              folded,
              folded + Schema.SEPARATOR + Letters.exact(whole),
              wordStart + one.elided(),
              wordStart + one.to(),
              WordParts.mayBeName(word, one));
    }
  }

  private boolean advance() throws IOException {
    if (next != null) {
      restoreState(next);
      next = null;
      return true;
    }
    return input.incrementToken();
  }

  /** Puts together what the tokenizer parted: AT&amp;T, R&amp;D; C++, C#. */
  private boolean joined() throws IOException {
    int end = offset.endOffset();
    char after = end < text.length() ? text.charAt(end) : ' ';
    return switch (after) {
      case '+' -> isAtMost(1, term) && symbol("++", end);
      case '#' -> isAtMost(1, term) && symbol("#", end);
      case '&' -> isAtMost(LONGEST_JOINED, term) && ampersand(end);
      default -> false;
    };
  }

  /** Whether a word has so many letters, however its accents are written. */
  private static boolean isAtMost(int letters, CharSequence word) {
    return Letters.fold(word).length() <= letters;
  }

  private boolean symbol(String symbol, int end) {
    int after = end + symbol.length();
    if (!Character.isLetter(term.charAt(0))
        || !text.startsWith(symbol, end)
        || (after < text.length() && Character.isLetterOrDigit(text.charAt(after)))) {
      return false;
    }
    set(Letters.fold(term) + symbol, offset.startOffset(), after);
    return true;
  }

  private boolean ampersand(int end) throws IOException {
    String first = term.toString();
    int start = offset.startOffset();
    State before = captureState();
    if (!input.incrementToken()) {
      restoreState(before);
      return false;
    }
    String second = withoutPossessive(term.toString());
    if (offset.startOffset() == end + 1 && isAtMost(LONGEST_JOINED, second)) {
      set(Letters.fold(first + "&" + second), start, offset.endOffset());
      return true;
    }
    next = captureState();
    restoreState(before);
    return false;
  }

  /** Lower-cases a word of ASCII letters and digits in place: nearly all of them. */
  private boolean isPlain() {
    char[] chars = term.buffer();
    int length = term.length();
    for (int i = 0; i < length; i++) {
      char c = chars[i];
      if (c >= 0x80 || c == '\'' || c == '.' || c == ':' || c == '_') {
        return false;
      }
    }
    boolean unitedStates = length == 2 && chars[0] == 'U' && chars[1] == 'S' && !capitals;
    if (!unitedStates) {
      for (int i = 0; i < length; i++) {
        if (chars[i] >= 'A' && chars[i] <= 'Z') {
          chars[i] = (char) (chars[i] + ('a' - 'A'));
        }
      }
    }
    return true;
  }

  /** The word without possessive ending and the dots between single letters. */
  static String bare(String written) {
    String word = withoutPossessive(written);
    if (word.indexOf('.') < 0) {
      return word;
    }
    String composed = Normalizer.normalize(word, Normalizer.Form.NFC);
    return isDotted(composed) ? composed.replace(".", "") : word;
  }

  /** Folds a word with accents, apostrophes or dots; false where nothing of it is left. */
  private boolean spelt() {
    String written = withoutPossessive(term.toString());
    String bare = bare(written);
    boolean dotted = written.indexOf('.') > bare.indexOf('.');
    String folded = Letters.fold(bare);
    if (folded.isEmpty()) {
      return false;
    }
    String spelling = Letters.exact(bare);
    if (!spelling.equals(folded)) {
      exact = folded + Schema.SEPARATOR + spelling;
    }
    boolean unitedStates = folded.equals("us") && (dotted || (bare.equals("US") && !capitals));
    term.setEmpty().append(unitedStates ? UNITED_STATES : folded);
    return true;
  }

  private void set(String word, int start, int end) {
    term.setEmpty().append(word);
    offset.setOffset(start, end);
  }

  static String withoutPossessive(String word) {
    int length = word.length();
    return length > 2
            && (word.charAt(length - 1) == 's' || word.charAt(length - 1) == 'S')
            && Letters.isApostrophe(word.charAt(length - 2))
        ? word.substring(0, length - 2)
        : word;
  }

  /** Whether it is letters with a dot after each but perhaps the last: U.S, J.K. */
  private static boolean isDotted(String word) {
    if (word.length() < 3) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    next = null;
    exact = null;
    elided = null;
    parts = List.of();
    part = 0;
  }
}
