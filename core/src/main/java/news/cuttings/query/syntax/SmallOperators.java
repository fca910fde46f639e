package news.cuttings.query.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import news.cuttings.query.syntax.Item.Kind;

/**
 * Tells of {@code and}, {@code or} and {@code not} in small letters where they are hardly words of
 * a sentence: beside a phrase, a filter, a bracket or an operator; {@code and not} and {@code not}
 * between words none of which holds a sentence together. {@code war and peace} is what it says.
 */
final class SmallOperators {
  private static final Set<String> SMALL = Set.of("and", "or", "not");

  /** Of more words than these {@code not} alone is rather a headline's. */
  private static final int MOST_WORDS = 4;

  private static final String PROBLEM = " joins words in capitals only";

  private final List<Item> items;
  private final Operands operands;
  private final String typed;
  private final boolean isSentence;

  SmallOperators(List<Item> items, Operands operands, String typed) {
    this.items = items;
    this.operands = operands;
    this.typed = typed;
    isSentence =
        items.stream()
            .anyMatch(item -> isWord(item) && !isSmall(item) && StopWords.has(item.written()));
  }

  /** The text with each of them escaped of which that remark tells; the text itself for another. */
  static String escaped(String text, Diagnostic told) {
    if (!told.problem().endsWith(PROBLEM)) {
      return text;
    }
    String run = text.substring(told.from(), told.to()).replaceAll("\\b(?=[a-z])", "\\\\");
    return text.substring(0, told.from()) + run + text.substring(told.to());
  }

  /** Adds a remark on each of them, on those side by side one. */
  void tell(Diagnostics remarks) {
    int end;
    for (int i = 0; i < items.size(); i = Math.max(end, i + 1)) {
      end = i;
      while (end < items.size() && isSmall(items.get(end))) {
        end++;
      }
      if (end > i && isOperator(i, end)) {
        remarks.add(remark(items.subList(i, end)));
      }
    }
  }

  private boolean isOperator(int from, int to) {
    if (to == items.size() || !startsOperand(items.get(to))) {
      return false;
    }
    String written = written(items.subList(from, to));
    boolean isAfter = from > 0 && endsOperand(items.get(from - 1));
    if (!isAfter && !written.equals("not")) {
      return false;
    }
    if (isSyntax(from - 1) || isSigned(from - 1) || isSyntax(to)) {
      return true;
    }
    return isAfter
        && !isSentence
        && (written.equals("and not") || (written.equals("not") && items.size() <= MOST_WORDS));
  }

  private static boolean startsOperand(Item item) {
    return item.kind() == Kind.OPERAND || item.kind() == Kind.OPEN || item.kind() == Kind.BEFORE;
  }

  private static boolean endsOperand(Item item) {
    return item.kind() == Kind.OPERAND || item.kind() == Kind.CLOSE;
  }

  /** Whether nobody writes that in a sentence; what is not there is no syntax. */
  private boolean isSyntax(int place) {
    return place >= 0 && place < items.size() && !isWord(items.get(place));
  }

  private boolean isSigned(int place) {
    Kind before = place > 0 ? items.get(place - 1).kind() : Kind.OPERAND;
    return before == Kind.BEFORE || before == Kind.BETWEEN;
  }

  private boolean isWord(Item item) {
    if (item.kind() != Kind.OPERAND) {
      return false;
    }
    return switch (operands.of(item)) {
      case Clause.Word word -> word.field() == Field.ALL;
      case Clause.Prefix prefix -> prefix.field() == Field.ALL;
      case Clause.Fuzzy fuzzy -> fuzzy.field() == Field.ALL;
      default -> false;
    };
  }

  /** Whether it is such a word, and nothing of it is escaped. */
  private boolean isSmall(Item item) {
    return isWord(item)
        && SMALL.contains(item.written())
        && (item.from() == 0 || typed.charAt(item.from() - 1) != '\\');
  }

  private static String written(List<Item> run) {
    return run.stream().map(Item::written).collect(Collectors.joining(" "));
  }

  private static Diagnostic remark(List<Item> run) {
    String written = written(run);
    return new Diagnostic(
        '"' + written + '"' + PROBLEM,
        run.size() == 1 ? "it was read as a word" : "it was read as words",
        "write " + written.toUpperCase(Locale.ROOT) + ", or \\" + run.getFirst().written(),
        run.getFirst().from(),
        run.getLast().to());
  }
}
