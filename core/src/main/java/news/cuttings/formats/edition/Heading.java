package news.cuttings.formats.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;

/** The heading over a page's teasers: {@code MORE STORIES FROM THE GUARDIAN}. */
final class Heading {
  private static final String NOUN =
      "(?:stories|articles|news|reads|features|issues|editions|stuff|geschichten|artikel|artikeln|beitrage|nachrichten"
          + "|histoires|articles|actualites|historias|articulos|noticias|storie|articoli|notizie"
          + "|artigos|materias|verhalen|berattelser|artiklar|historier|artikler|historie|artykuly)";
  private static final Pattern FROM =
      Pattern.compile(
          "(?:(?:more|other|latest|further|related|top|weitere|mehr|plus|autres|d'autres|mas|otras|altre|altri"
              + "|piu|mais|outras|outros|meer|andere|fler|flere|mere|wiecej|inne)\\s(?:[\\p{L}']+\\s)?(?:d'|de\\s)?"
              + NOUN
              + "\\s(?:from|in|by|aus|von|vom|de|du|di|da|do|della|dalla|van|uit|fran|fra|z)\\s)(.+)");
  private static final Pattern BARE =
      Pattern.compile(
          "(?:more|other|latest|further|related|top|recommended|trending|weitere|mehr|autres|mas|otras|altre"
              + "|altri|mais|outras|meer|andere)\\s(?:[\\p{L}']+\\s)?"
              + NOUN
              + "|you (?:may|might) also like|recommended for you|more for you|read next|up next");
  private static final int LONGEST = 90;

  private Heading() {}

  /**
   * The publication that the heading names, empty text where it names none; empty where the line is
   * no heading.
   */
  static Optional<String> of(String line) {
    if (line.length() > LONGEST || line.endsWith(".")) {
      return Optional.empty();
    }
    String text = line.endsWith(":") ? line.substring(0, line.length() - 1).strip() : line;
    String folded = Letters.fold(text).replace('’', '\'');
    if (BARE.matcher(folded).matches()) {
      return Optional.of("");
    }
    Matcher from = FROM.matcher(folded);
    if (!from.matches() || from.group(1).length() > text.length()) {
      return Optional.empty();
    }
    String name = text.substring(text.length() - from.group(1).length());
    return PageLine.isName(name) ? Optional.of(lowered(text, name)) : Optional.empty();
  }

  /**
   * Whether the line is the publication's name with words of another language before or after it.
   *
   * @param source the publication that the page is from
   */
  static boolean isStrange(String line, String source) {
    if (line.length() > LONGEST || line.length() <= source.length()) {
      return false;
    }
    String rest =
        line.startsWith(source)
            ? line.substring(source.length())
            : line.endsWith(source) ? line.substring(0, line.length() - source.length()) : "";
    List<String> words = Letters.words(rest);
    boolean parted = rest.startsWith(" ") || rest.endsWith(" ");
    boolean capitals = rest.equals(rest.toUpperCase(Locale.ROOT)) && words.size() >= 2;
    return parted
        && rest.chars().noneMatch(Character::isDigit)
        && (LanguageGuess.isStrange(rest)
            || (capitals && !LanguageGuess.isEnglish(LanguageGuess.words(rest))));
  }

  /** The name as it would be printed elsewhere, where the heading is all in capitals. */
  private static String lowered(String heading, String name) {
    if (!heading.equals(heading.toUpperCase(Locale.ROOT))) {
      return name;
    }
    List<String> words = new ArrayList<>();
    for (String word : Letters.words(name)) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean small = List.of("of", "and", "for", "in", "on", "at").contains(lower);
      words.add(small && !words.isEmpty() ? lower : capitalised(word, lower));
    }
    return String.join(" ", words);
  }

  /** Short words without a vowel are initials: {@code BBC}. */
  private static String capitalised(String word, String lower) {
    boolean initials = word.length() <= 4 && lower.chars().noneMatch(c -> "aeiouy".indexOf(c) >= 0);
    return initials || word.length() == 1 ? word : word.charAt(0) + lower.substring(1);
  }
}
