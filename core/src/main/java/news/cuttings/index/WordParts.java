package news.cuttings.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import news.cuttings.story.Letters;

/**
 * Parts what Unicode takes for one word (UAX #29) and a reader for several: {@code ended.Governor},
 * {@code Photo:Reuters}, {@code Liverpool_FC}, {@code l'Étoile}. Letters with a stop after each are
 * one word ({@code U.S.}), and so are names like {@code D'Arcy}.
 */
final class WordParts {
  /**
   * What French, Italian and Catalan put before a word that begins with a vowel, in place of the
   * last letter an apostrophe: articles, and prepositions and pronouns that do the same. Those of
   * Lucene's analyzers of these languages.
   */
  private static final Set<String> ELIDED =
      Set.of(
          "l", "d", "c", "j", "m", "n", "s", "t", "v", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu",
          "un", "gl", "all", "dall", "dell", "nell", "sull", "coll", "pell", "agl", "dagl", "degl",
          "negl", "sugl");

  private static final String VOWELS = "aeiouyh";

  private WordParts() {}

  /**
   * A word in a longer one.
   *
   * @param from its first character there
   * @param to one past its last
   * @param elided where what was left off before it begins; the same as {@code from} where nothing
   *     was
   */
  record Part(int from, int to, int elided) {
    boolean isElided() {
      return elided < from;
    }
  }

  /** Whether the character parts words that nothing else does. */
  static boolean parts(char c) {
    return switch (c) {
      case '.', '\u2024', '\uFE52', '\uFF0E', ':', '\uFE13', '\uFE55', '\uFF1A', '_' -> true;
      default -> c >= 0x80 && Character.getType(c) == Character.CONNECTOR_PUNCTUATION;
    };
  }

  /** The words in order; none where the word is of underscores alone. */
  static List<Part> of(String word) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= word.length(); i++) {
      if (i == word.length() || isEnd(word, i)) {
        add(word, from, i, parts);
        from = i + 1;
      }
    }
    return parts;
  }

  /** Whether the character there parts the word; a point or colon between digits does not. */
  private static boolean isEnd(String word, int at) {
    char c = word.charAt(at);
    if (!parts(c)) {
      return false;
    }
    boolean isNumber =
        at > 0
            && at + 1 < word.length()
            && Character.isDigit(word.charAt(at - 1))
            && Character.isDigit(word.charAt(at + 1));
    return !isNumber || Character.getType(c) == Character.CONNECTOR_PUNCTUATION;
  }

  private static void add(String word, int from, int to, List<Part> parts) {
    if (from == to) {
      return;
    }
    Part last = parts.isEmpty() ? null : parts.getLast();
    if (last != null
        && last.to() + 1 == from
        && isPoint(word.charAt(last.to()))
        && isLetter(word, from, to)
        && areLetters(word, last)) {
      parts.set(parts.size() - 1, new Part(last.from(), to, last.from()));
    } else {
      int start = from + elided(word.substring(from, to));
      parts.add(new Part(start, to, from));
    }
  }

  private static boolean isPoint(char c) {
    return c == '.' || c == '\u2024' || c == '\uFE52' || c == '\uFF0E';
  }

  /** Whether that is one letter, or letters with a point between. */
  private static boolean areLetters(String word, Part part) {
    int from = part.from();
    for (int i = from; i <= part.to(); i++) {
      if (i == part.to() || isPoint(word.charAt(i))) {
        if (!isLetter(word, from, i)) {
          return false;
        }
        from = i + 1;
      }
    }
    return true;
  }

  private static boolean isLetter(String word, int from, int to) {
    String folded = Letters.fold(word.substring(from, to));
    return folded.length() == 1 && Character.isLetter(folded.charAt(0));
  }

  /** How much of the word was put before it; 0 where nothing was. */
  private static int elided(String word) {
    int mark = 0;
    while (mark < word.length() && !Letters.isApostrophe(word.charAt(mark))) {
      mark++;
    }
    int rest = mark + 1;
    if (mark == 0 || rest >= word.length()) {
      return 0;
    }
    String folded = Letters.fold(word.substring(rest));
    boolean before = !folded.isEmpty() && VOWELS.indexOf(folded.charAt(0)) >= 0;
    String article = Letters.fold(word.substring(0, mark));
    return before && ELIDED.contains(article) && !isName(article, word, rest) ? rest : 0;
  }

  /** Whether both letters are capitals, as in D'Arcy; an article alone is L', whatever follows. */
  private static boolean isName(String article, String word, int rest) {
    return mayBeName(article)
        && Character.isUpperCase(word.charAt(0))
        && Character.isUpperCase(word.charAt(rest));
  }

  private static boolean mayBeName(String article) {
    return article.length() == 1 && !article.equals("l");
  }

  /** Whether what was put before the part would make one word of both, were both in capitals. */
  static boolean mayBeName(String word, Part part) {
    return part.isElided() && mayBeName(Letters.fold(word.substring(part.elided(), part.from())));
  }
}
