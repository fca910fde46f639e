package news.cuttings.formats.edition;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/**
 * What tells an edition from the others of a publication, as it is written: {@code December 29,
 * 2023}, {@code Autumn 2022}, {@code Spring/Summer 2021}, {@code Issue 57}, {@code 29. Dezember
 * 2023}.
 */
final class EditionLabel {
  private static final String MONTH =
      "(?:jan(?:uary|uar|vier|uari|eiro)?|ene(?:ro)?|gen(?:naio)?|feb(?:ruary|ruar|rero|braio|ruari)?"
          + "|fev(?:rier|ereiro)?|mar(?:ch|s|zo|co)?|maerz|marz|maart|apr(?:il|ile)?|abr(?:il)?|avr(?:il)?"
          + "|may|mai|mayo|maggio|maio|mei|maj|june?|juni|juin|junio|giugno|junho|july?|juli|juillet|julio"
          + "|luglio|julho|aug(?:ust|ustus|usti)?|aout|ago(?:sto)?|sept?(?:ember|embre|tembre|iembre)?"
          + "|settembre|setembro|oct(?:ober|obre|ubre)?|okt(?:ober)?|ottobre|outubro|nov(?:ember|embre"
          + "|iembre|embro)?|dec(?:ember|embre|embro)?|dez(?:ember|embro)?|dic(?:iembre|embre)?"
          + "|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrzesnia|pazdziernika"
          + "|listopada|grudnia)\\.?";
  private static final String SEASON =
      "(?:spring|summer|autumn|fall|winter|holiday|christmas|easter|fruhling|fruhjahr|sommer|herbst"
          + "|printemps|ete|automne|hiver|primavera|verano|otono|invierno|estate|autunno|inverno"
          + "|verao|outono|lente|zomer|herfst|annual|special)";
  private static final String YEAR = "(?:1[89]|20)\\d\\d";
  private static final String DAY = "\\d{1,2}(?:st|nd|rd|th|er|\\.|º)?";
  private static final String JOIN = "\\s?(?:[-/&+]|to|and)\\s?";
  private static final String OF = "(?:\\s?,)?\\s(?:de[l]?\\s|of\\s)?";
  private static final String NUMBERED =
      "(?:issue|no\\.?|nr\\.?|number|numero|nummer|n[°º]|ausgabe|heft|vol\\.?|volume|edition)"
          + "\\s?#?\\d{1,5}";

  private static final String TEXT =
      "(?:(?:\\p{L}+day,?\\s)?"
          + ("(?:" + MONTH + "\\s" + DAY + "(?:" + JOIN + "(?:" + MONTH + "\\s)?" + DAY + ")?" + OF
              + YEAR)
          + ("|" + DAY + "(?:" + JOIN + DAY + ")?\\s(?:de\\s|of\\s)?" + MONTH + OF + YEAR)
          + ("|(?:" + MONTH + "|" + SEASON + ")(?:" + JOIN + "(?:" + MONTH + "|" + SEASON + "))?"
              + OF + YEAR)
          + ("|" + YEAR + "-\\d\\d-\\d\\d")
          + ("|" + NUMBERED + "(?:[,/:\\s-]{1,3}" + NUMBERED + ")?(?:,?\\s\\(?" + YEAR + "\\)?)?")
          + "))";

  private static final Pattern WHOLE = Pattern.compile(TEXT);
  private static final Pattern WITHIN = Pattern.compile("(?<![\\p{L}\\d])" + TEXT + "(?!\\d)");
  private static final Pattern YEAR_WITHIN = Pattern.compile("(?<![\\d-])" + YEAR + "(?!\\d)");
  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?:published|posted|updated|date|issue"
              + " date|erschienen|publie|publicado|pubblicato|gepubliceerd)"
              + "(?:\\s(?:on|am|le|el|il|em|op))?:?\\s(.*)");

  private EditionLabel() {}

  /** The line without {@code Published on}, where the whole line is a label. */
  static Optional<String> whole(String line) {
    String folded = folded(line);
    if (folded.length() > 60) {
      return Optional.empty();
    }
    if (WHOLE.matcher(folded).matches()) {
      return Optional.of(line);
    }
    Matcher introduced = INTRODUCED.matcher(folded);
    return introduced.matches() && WHOLE.matcher(introduced.group(1)).matches()
        ? Optional.of(line.substring(line.length() - introduced.group(1).length()))
        : Optional.empty();
  }

  /** Where a label stands in the line: its first and one past its last character; else null. */
  static int @Nullable [] within(String line) {
    String folded = folded(line);
    Matcher label = WITHIN.matcher(folded);
    if (label.find()) {
      return new int[] {label.start(), label.end()};
    }
    Matcher year = YEAR_WITHIN.matcher(folded);
    return year.find() ? new int[] {year.start(), year.end()} : null;
  }

  /** Folded letter by letter, so that places stay where they are. */
  private static String folded(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < 0x80) {
        out.append(Character.toLowerCase(c));
      } else if (c == '–' || c == '—') {
        out.append('-');
      } else {
        String folded = Letters.fold(String.valueOf(c));
        out.append(folded.length() == 1 ? folded : String.valueOf(c).toLowerCase(Locale.ROOT));
      }
    }
    return out.toString();
  }
}
