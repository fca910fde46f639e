package news.cuttings.query.syntax;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.cuttings.query.syntax.Clause.Part;

/**
 * Writes trees for a reader of tests, one way for each: {@code +} must, {@code #} filter, {@code -}
 * must not; words in {@code <>} where they hold more than letters and digits.
 */
final class Trees {
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\x{10000}-\\x{10FFFF}]]");

  private Trees() {}

  /** The tree in a line; characters that cannot be seen as {@code ⟨200B⟩}. */
  static String line(Clause.Group group) {
    return UNSEEN
        .matcher(show(group))
        .replaceAll(m -> String.format(Locale.ROOT, "⟨%04X⟩", (int) m.group().charAt(0)));
  }

  private static String show(Clause.Group group) {
    return group.parts().stream().map(Trees::show).collect(Collectors.joining(" "));
  }

  private static String show(Part part) {
    String sign =
        switch (part.occur()) {
          case MAY -> "";
          case MUST -> "+";
          case FILTER -> "#";
          case NOT -> "-";
        };
    return sign + show(part.clause());
  }

  private static String show(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything -> "every";
      case Clause.Word word -> in(word.field()) + word(word.text());
      case Clause.Phrase phrase ->
          in(phrase.field())
              + '"'
              + phrase.text()
              + (phrase.isBegun() ? "*" : "")
              + '"'
              + (phrase.slop() > 0 ? "~" + phrase.slop() : "");
      case Clause.Prefix prefix -> in(prefix.field()) + word(prefix.text()) + "*";
      case Clause.Fuzzy fuzzy -> in(fuzzy.field()) + word(fuzzy.text()) + "~" + fuzzy.edits();
      case Clause.Days days ->
          "days["
              + (days.from() == null ? "" : days.from())
              + ".."
              + (days.to() == null ? "" : days.to())
              + "]";
      case Clause.Undated undated -> "undated";
      case Clause.Weighted weighted -> show(weighted.clause()) + "^" + weighted.weight();
      case Clause.Group group -> "(" + show(group) + ")";
    };
  }

  private static String in(Field field) {
    return field == Field.ALL ? "" : field.label() + ":";
  }

  private static String word(String text) {
    return text.codePoints().allMatch(Character::isLetterOrDigit) ? text : "<" + text + ">";
  }
}
