package news.cuttings.formats.edition;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/**
 * The line that says which edition of which publication a page's story is from, in English or in
 * the language of the aggregator's site: the anchor by which the parts of a page are found.
 *
 * @param edition the edition's label as written
 * @param source the publication; null where the line does not name it
 */
record EditionLine(String edition, @Nullable String source) {
  private static final int LONGEST = 200;
  private static final int YEAR = 4;

  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?:this|the|above)\\s(?:story|article|piece|feature|interview|report|extract|excerpt|column|content)\\s(?:is|was|comes|came|appeared|appears|is"
              + " taken|was taken|was published|first appeared|originally appeared|was first"
              + " published|has been taken)\\s(?:from|in)\\s(?:the\\s)?(.{1,60}?)\\s"
              + "(?:edition|issue|number)\\s(?:of|from)\\s(.{1,80})",
          Pattern.CASE_INSENSITIVE);

  /** Folded words for an edition in the languages that aggregators' sites speak. */
  private static final Pattern EDITION_WORD =
      Pattern.compile(
          "(?<=[\\s'’-])(?:edition|issue|ausgabe|numero|edicion|edizione|edicao|editie|uitgave|nummer"
              + "|utgavan|utgava|utgaven|utgave|udgave|udgaven|wydania|wydanie|edisi|baski)(?=[\\s,.:]|$)");

  private static final Set<String> OPENINGS =
      Set.of(
          "this",
          "the",
          "from",
          "published",
          "originally",
          "taken",
          "diese",
          "dieser",
          "dieses",
          "aus",
          "cette",
          "cet",
          "ce",
          "extrait",
          "esta",
          "este",
          "questa",
          "questo",
          "tratto",
          "tratta",
          "dit",
          "deze",
          "uit",
          "denna",
          "denne",
          "den",
          "ta",
          "ten",
          "artykul",
          "cerita",
          "bu");

  private static final Set<String> LINKS =
      Set.of(
          "of",
          "from",
          "by",
          "von",
          "vom",
          "der",
          "des",
          "dem",
          "aus",
          "de",
          "du",
          "d",
          "del",
          "la",
          "di",
          "da",
          "do",
          "della",
          "dello",
          "van",
          "av",
          "af",
          "fra",
          "z",
          "in",
          "im",
          "magazynu",
          "gazety",
          "om",
          "em",
          "en",
          "den",
          "el",
          "het",
          "die",
          "dari",
          "zeitung",
          "zeitschrift");

  /** What the line says; empty where it is no such line. */
  static Optional<EditionLine> of(String line) {
    return of(line, false);
  }

  /** Whether it is worth asking: what it says has a number, and is short. */
  static boolean mayBe(String line) {
    return line.length() <= LONGEST && (hasDigit(line) || mayBeEnglish(line));
  }

  /**
   * The edition that a line names, where it is known how often the page says it.
   *
   * @param repeated whether the page says the line more than once, as it does with boilerplate
   *     only: then it may be in any language that has a word for an edition
   */
  static Optional<EditionLine> of(String line, boolean repeated) {
    if (line.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher english = ENGLISH.matcher(line);
    if (mayBeEnglish(line) && english.matches()) {
      String source = source(english.group(2));
      return source == null
          ? Optional.empty()
          : Optional.of(new EditionLine(english.group(1), source));
    }
    if (!hasDigit(line)) {
      return Optional.empty();
    }
    int space = line.indexOf(' ');
    return space > 0 && (repeated || OPENINGS.contains(Letters.fold(line.substring(0, space))))
        ? anyLanguage(line, repeated)
        : Optional.empty();
  }

  /** Whether one of the words for an edition is there: the expression is costly. */
  private static boolean mayBeEnglish(String line) {
    return line.contains("dition")
        || line.contains("ssue")
        || line.contains("umber")
        || (line.equals(line.toUpperCase(Locale.ROOT)) && hasDigit(line));
  }

  private static boolean hasDigit(String line) {
    return line.chars().anyMatch(Character::isDigit);
  }

  /**
   * What a line says that has an edition's label and a name, and hardly a word of English besides.
   */
  static Optional<EditionLine> strange(String line) {
    int[] label = line.length() > LONGEST || !hasDigit(line) ? null : EditionLabel.within(line);
    if (label == null || label[1] - label[0] <= YEAR) {
      return Optional.empty();
    }
    String name = longestName(line, label);
    if (name == null) {
      return Optional.empty();
    }
    String rest = line.substring(0, label[0]) + line.substring(label[1]);
    return LanguageGuess.isHardlyEnglish(rest.replace(name, ""))
        ? Optional.of(new EditionLine(line.substring(label[0], label[1]), name))
        : Optional.empty();
  }

  private static Optional<EditionLine> anyLanguage(String line, boolean repeated) {
    int[] label = EditionLabel.within(line);
    String lower = line.toLowerCase(Locale.ROOT);
    String folded = Letters.fold(lower);
    Matcher edition =
        EDITION_WORD.matcher(folded.length() == line.length() ? folded : plain(lower));
    boolean named = edition.find();
    if (label == null || (!named && !repeated)) {
      return Optional.empty();
    }
    int start = named ? Math.min(label[0], edition.start()) : label[0];
    int end = named ? Math.max(label[1], edition.end()) : label[1];
    String source = source(line.substring(end));
    if (source == null && named && edition.end() < label[0]) {
      source = source(line.substring(edition.end(), label[0]));
    }
    if (source == null && repeated) {
      source = longestName(line, label);
    }
    boolean opens = start < line.length() / 2 || repeated;
    return source == null || !opens
        ? Optional.empty()
        : Optional.of(new EditionLine(line.substring(label[0], label[1]), source));
  }

  /**
   * The longest run of capitalised words that stands neither at the line's beginning nor in its
   * label: a guess good enough for a line that the page says twice.
   */
  private static @Nullable String longestName(String line, int[] label) {
    String longest = "";
    StringBuilder run = new StringBuilder();
    int at = line.indexOf(' ') + 1;
    while (at < line.length()) {
      int space = line.indexOf(' ', at);
      int end = space < 0 ? line.length() : space;
      boolean inLabel = at < label[1] && end > label[0];
      if (!inLabel && Character.isUpperCase(line.charAt(at))) {
        run.append(line, at, end).append(' ');
        longest = run.length() > longest.length() ? run.toString() : longest;
      } else {
        run.setLength(0);
      }
      at = end + 1;
    }
    return longest.isEmpty() ? null : source(longest);
  }

  /** Lower case without accents, character by character. */
  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String folded = Letters.fold(String.valueOf(text.charAt(i)));
      out.append(folded.length() == 1 ? folded.charAt(0) : text.charAt(i));
    }
    return out.toString();
  }

  /** The name in what stands after {@code edition of}; null where it is no name. */
  private static @Nullable String source(String tail) {
    String text = strip(tail);
    boolean changed = true;
    while (changed) {
      changed = false;
      int space = text.indexOf(' ');
      String first = space < 0 ? text : text.substring(0, space);
      if (LINKS.contains(first)) {
        text = strip(text.substring(first.length()));
        changed = true;
      }
      int last = text.lastIndexOf(' ');
      if (last > 0 && LINKS.contains(text.substring(last + 1))) {
        text = strip(text.substring(0, last));
        changed = true;
      }
    }
    return PageLine.isName(text) ? text : null;
  }

  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && " .,:;-'’\"“”«»".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && " .,:;-\"“”«»".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }
}
