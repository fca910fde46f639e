package news.cuttings.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import news.cuttings.story.Letters;

/**
 * A written name taken apart, to tell whether a shorter one may mean the same person: {@code J.
 * Klopp} and {@code Klopp} fit {@code Jürgen Klopp}, {@code López Obrador} fits {@code Andrés
 * Manuel López Obrador}. Immutable.
 *
 * @param written the name as written
 * @param words its folded words in order, without nicknames and {@code Jr.}
 * @param core the words without particles in small letters, or all where nothing else is
 * @param called the words with the nickname in the given name's place; empty where there is none
 * @param suffix {@code jr}, {@code ii} …, or empty
 */
record Name(
    String written, List<String> words, List<String> core, List<String> called, String suffix) {
  /** Does not fit. */
  static final int NONE = 0;

  /** Fits as a given name alone. */
  static final int GIVEN = 1;

  /** Fits as the first of two surnames. */
  static final int INNER = 2;

  /** Fits as a surname, with or without what stands before it. */
  static final int SURNAME = 3;

  private static final Set<String> SUFFIXES = Set.of("jr", "sr", "junior", "senior", "ii", "iii");

  /** Takes a written name apart; a code such as {@code james-baker} too. */
  static Name of(String written) {
    String plain = straighten(withoutNickname(written));
    List<String> words = new ArrayList<>();
    List<String> core = new ArrayList<>();
    boolean code = isCode(plain);
    for (String part : Letters.words(plain)) {
      for (String piece : pieces(part)) {
        for (String word : Letters.words(Letters.key(piece))) {
          words.add(word);
          if (code || !isSmallParticle(piece)) {
            core.add(word);
          }
        }
      }
    }
    if (words.isEmpty()) {
      words.add(Letters.exact(written)); // neither letter nor digit: the marks are the name
    }
    if (core.isEmpty()) {
      core.addAll(words);
    }
    String suffix = "";
    if (core.size() > 1 && SUFFIXES.contains(core.getLast())) {
      suffix = core.removeLast();
      words.removeLast();
    }
    return new Name(written, List.copyOf(words), List.copyOf(core), called(written), suffix);
  }

  /** Whether the name is a code: small letters, hyphens for spaces. */
  boolean isCode() {
    return isCode(written);
  }

  private static boolean isCode(String name) {
    boolean hyphen = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Letters.isSpace(c) || Character.isUpperCase(c)) {
        return false;
      }
      hyphen |= c == '-';
    }
    return hyphen;
  }

  /** What two spellings of the same words have in common. */
  String key() {
    return Letters.nameKey(String.join(" ", words)) + (suffix.isEmpty() ? "" : " " + suffix);
  }

  /** Whether it has capitals only, as in a headline. */
  boolean isLoud() {
    boolean letters = false;
    for (int i = 0; i < written.length(); i++) {
      if (Character.isLowerCase(written.charAt(i))) {
        return false;
      }
      letters |= Character.isUpperCase(written.charAt(i));
    }
    return letters && written.length() > 3;
  }

  /** How full the form is: more words, then more letters. */
  int fullness() {
    int letters = suffix.length();
    for (String word : words) {
      letters += word.length();
    }
    return core.size() * 10_000 + Math.min(letters, 9_999);
  }

  /** How this name fits a fuller one: one of the four constants. Linear in the fuller one. */
  int fit(Name full) {
    if (!suffix.isEmpty() && !full.suffix.isEmpty() && !suffix.equals(full.suffix)) {
      return NONE;
    }
    int fit = fit(words, full.words);
    if (fit == NONE && core.size() < words.size()) {
      fit = fit(core, full.words);
    }
    return fit == NONE ? fit(words, full.called) : fit;
  }

  private static int fit(List<String> words, List<String> full) {
    if (words.isEmpty() || words.size() > full.size()) {
      return NONE;
    }
    String surname = words.getLast();
    int at = full.lastIndexOf(surname);
    if (at < 0 || surname.length() == 1) {
      return NONE;
    }
    int last = at;
    for (int i = words.size() - 2; i >= 0; i--) {
      at--;
      while (at >= 0 && !isSame(words.get(i), full.get(at))) {
        at--;
      }
      if (at < 0) {
        return NONE;
      }
    }
    if (last == full.size() - 1) {
      return SURNAME;
    }
    return last == 0 ? GIVEN : INNER;
  }

  private static boolean isSame(String a, String b) {
    return a.equals(b)
        || (a.length() == 1 && b.startsWith(a))
        || (b.length() == 1 && a.startsWith(b));
  }

  /** The part without its hyphens. */
  private static List<String> pieces(String part) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= part.length(); i++) {
      if (i == part.length() || "-\u2010\u2011".indexOf(part.charAt(i)) >= 0) {
        pieces.add(part.substring(from, i));
        from = i + 1;
      }
    }
    return pieces;
  }

  private static boolean isSmallParticle(String piece) {
    return Character.isLowerCase(piece.isEmpty() ? ' ' : piece.charAt(0))
        && Particles.ALL.contains(Letters.key(piece));
  }

  /** The name as it is to be shown: the surname last, not in capitals of its own. */
  String shown() {
    return straighten(written);
  }

  /** Whether the surname is written first. */
  boolean isSurnameFirst() {
    return !shown().equals(written);
  }

  /** {@code Baker, James} and {@code BAKER James} the other way round. */
  private static String straighten(String name) {
    int comma = name.indexOf(',');
    if (comma <= 0 || name.indexOf(',', comma + 1) >= 0) {
      return comma < 0 ? withoutCapitals(name) : name;
    }
    String rest = Letters.squeeze(name.substring(comma + 1));
    String surname = name.substring(0, comma);
    return SUFFIXES.contains(Letters.key(rest)) ? surname + " " + rest : rest + " " + surname;
  }

  private static String withoutCapitals(String name) {
    List<String> words = Letters.words(name);
    int first = 0;
    while (first < words.size() && isCapitals(words.get(first))) {
      first++;
    }
    List<String> rest = words.subList(first, words.size());
    boolean is = first > 0 && !rest.isEmpty() && rest.stream().noneMatch(Name::isCapitals);
    if (!is) {
      return name;
    }
    List<String> straight = new ArrayList<>(rest);
    words.subList(0, first).forEach(word -> straight.add(capital(word)));
    return String.join(" ", straight);
  }

  /** Whether a word is in capitals and no initials: three letters or more. */
  private static boolean isCapitals(String word) {
    int letters = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLowerCase(c) || c == '.') {
        return false;
      }
      letters += Character.isUpperCase(c) ? 1 : 0;
    }
    return letters > 2;
  }

  private static String capital(String word) {
    StringBuilder out = new StringBuilder(word.toLowerCase(Locale.ROOT));
    for (int i = 0; i < out.length(); i++) {
      if (i == 0 || !Character.isLetter(out.charAt(i - 1))) {
        out.setCharAt(i, Character.toTitleCase(out.charAt(i)));
      }
    }
    return out.toString();
  }

  /** The name without a word or words in quotes; with them where the name begins with them. */
  private static String withoutNickname(String name) {
    int open = openingQuote(name);
    int close = open < 0 ? -1 : closingQuote(name, open);
    if (close < 0) {
      return name;
    }
    return open == 0
        ? name.substring(1, close) + name.substring(close + 1)
        : name.substring(0, open) + name.substring(close + 1);
  }

  private static List<String> called(String name) {
    int open = openingQuote(name);
    int close = open < 0 ? -1 : closingQuote(name, open);
    return close < 0
        ? List.of()
        : Letters.words(
            Letters.key(name.substring(open + 1, close) + " " + name.substring(close + 1)));
  }

  private static int openingQuote(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (isQuote(name.charAt(i)) && (i == 0 || Letters.isSpace(name.charAt(i - 1)))) {
        return i;
      }
    }
    return -1;
  }

  private static int closingQuote(String name, int open) {
    for (int i = open + 1; i + 1 < name.length(); i++) {
      if (isQuote(name.charAt(i)) && Letters.isSpace(name.charAt(i + 1))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\u201C' || c == '\u201D' || Letters.isApostrophe(c);
  }
}
