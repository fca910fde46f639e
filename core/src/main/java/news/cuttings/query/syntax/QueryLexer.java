package news.cuttings.query.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.syntax.Item.Kind;

/**
 * Decides what of a typed text is syntax and what is words: from the text to {@link Item}s. Words,
 * phrases and filters are put by as {@link Operands}; what was meant as syntax and cannot be is
 * taken as words, and told. Linear in the text; serves one text.
 */
final class QueryLexer {
  private static final int MAX_DEPTH = 50;
  private static final int LONGEST_SHOWN = 60;

  private final QueryInput typed;
  private final Operands operands;
  private final Diagnostics remarks;
  private final boolean capitals;
  private final OperandReader reader;
  private final List<Item> items = new ArrayList<>();
  private final Deque<Field> fields = new ArrayDeque<>();
  private int at;

  /** How many remarks there were before the piece that is read. */
  private int told;

  QueryLexer(QueryInput typed, QueryDates dates, Operands operands, Diagnostics remarks) {
    this.typed = typed;
    this.operands = operands;
    this.remarks = remarks;
    capitals = !typed.hasEscapes() && TextAnalysis.isCapitals(typed.syntax());
    reader = new OperandReader(typed, dates, remarks, capitals);
  }

  /** The pieces in order; not yet a grammar's. */
  List<Item> read() {
    while (at < typed.length()) {
      if (operands.isFull() || remarks.isFull()) {
        remark(
            operands.isFull()
                ? "the query has more than " + Operands.MOST + " words"
                : "more than " + Diagnostics.MOST_PROBLEMS + " words cannot be read",
            "only the first were used",
            "write fewer",
            at,
            typed.length());
        break;
      }
      next();
    }
    return items;
  }

  private void next() {
    char c = typed.at(at);
    told = remarks.count();
    if (typed.isSpace(at)) {
      at++;
    } else if (typed.isQuote(at)) {
      operand(reader.phrase(field(), false, at, at), at);
    } else if (c == '(') {
      open(field(), at);
    } else if (c == ')') {
      close();
    } else if ((c == '+' || c == '-' || c == '!') && typed.isBegun(at) && startsOperand(at + 1)) {
      item(Kind.BEFORE, c == '+' ? "+" : "-", at, at + 1);
      at++;
    } else if (!operator()) {
      word();
    }
  }

  private boolean startsOperand(int index) {
    if (index >= typed.length()) {
      return false;
    }
    char c = typed.at(index);
    return isOfWord(c) || typed.isQuote(index) || "($£€#@*".indexOf(c) >= 0;
  }

  /** Whether words are made of it: letters, digits, marks on them, and what is escaped. */
  static boolean isOfWord(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.SURROGATE ->
          true;
      default -> c == QueryInput.NEUTRAL || Character.isLetterOrDigit(c);
    };
  }

  /** AND, OR, NOT, &amp;&amp; and ||, where they stand alone. */
  private boolean operator() {
    for (String name : List.of("AND", "OR", "NOT", "&&", "||")) {
      int end = at + name.length();
      boolean isSyntax = !(capitals && Character.isLetter(name.charAt(0)));
      if (isSyntax && typed.syntax().startsWith(name, at) && typed.isEnded(end)) {
        switch (name) {
          case "NOT" -> item(Kind.BEFORE, "NOT ", at, end);
          case "AND", "&&" -> item(Kind.BETWEEN, "AND", at, end);
          default -> item(Kind.BETWEEN, "OR", at, end);
        }
        at = end;
        return true;
      }
    }
    return false;
  }

  private void open(Field field, int from) {
    if (fields.size() >= MAX_DEPTH) {
      remark(
          "there are more than " + MAX_DEPTH + " brackets in one another",
          "this one was left out",
          "use fewer",
          from,
          at + 1);
      at++;
      return;
    }
    fields.push(field);
    at++;
    item(Kind.OPEN, "(", from, at);
  }

  private void close() {
    at++;
    if (fields.isEmpty()) {
      remark(
          "a closing bracket has no opening one",
          "it was left out",
          "open it, or write \\)",
          at - 1,
          at);
      return;
    }
    fields.pop();
    int from = at - 1;
    String weight = reader.weight(at);
    at = reader.end();
    item(Kind.CLOSE, ")" + weight, from, at);
  }

  private Field field() {
    return fields.isEmpty() ? Field.ALL : fields.peek();
  }

  /** A word, or the name of a field and what follows it. */
  private void word() {
    int from = at;
    int colon = capitals ? -1 : colon();
    boolean hasValue =
        colon > at
            && colon + 1 < typed.length()
            && !typed.isSpace(colon + 1)
            && typed.at(colon + 1) != ')';
    if (hasValue) {
      String name = typed.text(at, colon);
      Optional<Field> field = Field.ofWritten(name);
      if (field.isPresent()) {
        at = colon + 1;
        value(name, field.get(), from);
        return;
      }
      unknownField(name, from, colon);
    }
    boolean isFirst = items.isEmpty() || items.getLast().kind() != Kind.OPERAND;
    operand(reader.word(field(), from, from, isFirst), from);
  }

  /** The colon that ends a run of letters here; -1 where there is none. */
  private int colon() {
    int i = at;
    while (i < typed.length() && (Character.isLetter(typed.at(i)) || typed.at(i) == '_')) {
      i++;
    }
    return i < typed.length() && typed.at(i) == ':' ? i : -1;
  }

  private void unknownField(String name, int from, int to) {
    if (typed.syntax().startsWith("//", to + 1)) {
      return; // an address
    }
    String like = Field.like(name).map(field -> " (did you mean " + field + ":?)").orElse("");
    remark(
        "there is no field \"" + name + "\"" + like,
        "it was read as a word",
        "write \\: for a colon in a word; the fields are " + String.join(", ", Field.names()),
        from,
        to);
  }

  private void value(String name, Field field, int from) {
    boolean isEnd = !name.equalsIgnoreCase(field.label()) && field == Field.DATE;
    if (isEnd || "[{".indexOf(typed.at(at)) >= 0) {
      operand(reader.range(name, field, from, at), true, from);
    } else if (typed.isQuote(at)) {
      operand(reader.phrase(field, true, from, at), true, from);
    } else if (typed.at(at) == '(') {
      open(field, from);
    } else {
      operand(reader.word(field, from, at, true), true, from);
    }
  }

  private void operand(Optional<OperandReader.Read> read, int from) {
    operand(read, false, from);
  }

  private void operand(Optional<OperandReader.Read> read, boolean named, int from) {
    at = reader.end();
    if (read.isPresent()) {
      String name = operands.add(read.get().clause());
      item(Kind.OPERAND, name + read.get().weight(), from, at);
    } else {
      nothing(named, remarks.count() > told, from);
    }
  }

  /** Where there is no word, what stands before it has nothing to join, and a filter no value. */
  private void nothing(boolean named, boolean isTold, int from) {
    if (!typed.isEnded(at)) {
      return; // the rest is read as words
    }
    boolean isJoined = !items.isEmpty() && isOperator(items.getLast().kind());
    if ((isJoined || named) && !isTold) {
      remark(
          "there is no word in " + typed.text(from, Math.min(at, from + LONGEST_SHOWN)),
          "it was left out",
          "write one, or leave it out",
          from,
          at);
    }
    while (!items.isEmpty() && items.getLast().kind() == Kind.BEFORE) {
      items.removeLast();
    }
  }

  private static boolean isOperator(Kind kind) {
    return kind == Kind.BEFORE || kind == Kind.BETWEEN;
  }

  private void item(Kind kind, String syntax, int from, int to) {
    int end = typed.placeAfter(to);
    items.add(new Item(kind, syntax, typed.text(from, to), typed.place(from), end));
  }

  private void remark(String problem, String done, String advice, int from, int to) {
    remarks.add(typed.remark(problem, done, advice, from, to));
  }
}
