package news.cuttings.query.syntax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Clause.Part;

/** Writes a tree in the query language. What could be read as syntax is escaped. */
public final class QueryText {
  /** What no reading changes: letters and digits, with marks inside that are no syntax. */
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N}'’.&/@_-]*[\\p{L}\\p{N}])?|(?:\\p{L}\\.){2,}");

  private static final Pattern NEEDS_NONE = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{Cs}]");
  private static final Pattern SMALL = Pattern.compile("\\b(?:and|or|not)\\b");
  private static final String OR = " OR ";
  private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

  private QueryText() {}

  public static String of(Clause.Group clauses) {
    List<Part> parts = clauses.parts();
    boolean isGroup =
        parts.size() == 1
            && parts.getFirst().occur() == Occur.MAY
            && parts.getFirst().clause() instanceof Clause.Group;
    String text =
        isGroup // which brackets alone would not say
            ? joined(((Clause.Group) parts.getFirst().clause()).parts(), OR)
            : parts.stream().map(QueryText::top).collect(Collectors.joining(" "));
    boolean isHeadline = TextAnalysis.isCapitals(text) && text.indexOf('\\') < 0;
    return isHeadline ? escapedFirst(text) : SMALL.matcher(text).find() ? withSmall(text) : text;
  }

  /** Escapes what could be meant for an operator in small letters. */
  private static String withSmall(String text) {
    String written = text;
    String before;
    do { // very many remarks are not told at once
      before = written;
      List<Diagnostic> remarks = QueryLanguage.parse(written, LocalDate.EPOCH).remarks();
      for (Diagnostic remark : remarks.reversed()) {
        written = SmallOperators.escaped(written, remark);
      }
    } while (!written.equals(before));
    return written;
  }

  /** Not a pasted headline in capitals: the first letter is escaped, but not one of an operator. */
  private static String escapedFirst(String text) {
    int letter = 0;
    while (!Character.isLetter(text.charAt(letter)) || isOperator(text, letter)) {
      letter += isOperator(text, letter) ? OR.strip().length() : 1;
    }
    return text.substring(0, letter) + '\\' + text.substring(letter);
  }

  private static boolean isOperator(String text, int index) {
    return index > 0 && text.startsWith(OR, index - 1);
  }

  /** Filters and phrases side by side are required without a sign. */
  private static String top(Part part) {
    boolean bare =
        (part.occur() == Occur.FILTER && QueryLanguage.isFilter(part.clause()))
            || (part.occur() == Occur.MUST && part.clause() instanceof Clause.Phrase);
    return bare ? of(part.clause()) : of(part);
  }

  private static String of(Part part) {
    String text = of(part.clause());
    return switch (part.occur()) {
      case MAY -> text;
      case NOT -> "-" + text;
      case MUST -> "+" + text;
      case FILTER ->
          QueryLanguage.isFilter(part.clause())
              ? "+" + text
              : "+" + of(new Clause.Weighted(part.clause(), 0));
    };
  }

  private static String of(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything -> "*";
      case Clause.Word word -> in(word.field()) + word(word.text());
      case Clause.Phrase phrase ->
          in(phrase.field())
              + phrase(phrase.text(), phrase.isBegun())
              + (phrase.slop() > 0 ? "~" + phrase.slop() : "");
      case Clause.Prefix prefix ->
          in(prefix.field()) + (prefix.text().isEmpty() ? "" : word(prefix.text())) + "*";
      case Clause.Fuzzy fuzzy -> in(fuzzy.field()) + word(fuzzy.text()) + "~" + fuzzy.edits();
      case Clause.Days days -> days(days);
      case Clause.Undated undated -> "date:none";
      case Clause.Weighted weighted -> weighted(weighted);
      case Clause.Group group -> "(" + group(group.parts()) + ")";
    };
  }

  private static String group(List<Part> parts) {
    boolean alternatives = parts.stream().allMatch(part -> part.occur() == Occur.MAY);
    return joined(parts, alternatives ? OR : " ");
  }

  private static String joined(List<Part> parts, String by) {
    return parts.stream().map(QueryText::of).collect(Collectors.joining(by));
  }

  private static String weighted(Clause.Weighted weighted) {
    String text = of(weighted.clause());
    String inner = weighted.clause() instanceof Clause.Weighted ? "(" + text + ")" : text;
    String number = new BigDecimal(Float.toString(weighted.weight())).toPlainString();
    return inner
        + "^"
        + (number.endsWith(".0") ? number.substring(0, number.length() - 2) : number);
  }

  private static String days(Clause.Days days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    if (from == null) {
      return to == null ? "date:*" : "until:" + to;
    }
    return to == null ? "since:" + from : "date:" + from + (from.equals(to) ? "" : ".." + to);
  }

  private static String in(Field field) {
    return field == Field.ALL ? "" : field.label() + ":";
  }

  private static String word(String text) {
    if (PLAIN.matcher(text).matches() && WordShape.hasWord(text)) {
      return OPERATORS.contains(text) ? "\\" + text : text;
    }
    return escaped(text, true);
  }

  /** In quotation marks; what means something there and what nobody sees is escaped. */
  private static String phrase(String text, boolean begun) {
    return '"' + escaped(text, false) + (begun ? "*" : "") + '"';
  }

  /** At least one character is escaped where there is no word in it: else it would be left out. */
  private static String escaped(String text, boolean all) {
    StringBuilder out = new StringBuilder();
    boolean hasWord = WordShape.hasWord(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isLetter = NEEDS_NONE.matcher(String.valueOf(c)).matches();
      boolean isSyntax =
          all || "\\*?~^".indexOf(c) >= 0 || Quotes.isQuote(c) || QueryInput.isChanged(c);
      if ((isSyntax && !isLetter) || (i == 0 && !hasWord)) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
