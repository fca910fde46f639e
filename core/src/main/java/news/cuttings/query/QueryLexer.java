package news.cuttings.query;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Item.Kind;
import news.cuttings.query.Remarks.Remark;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a typed text is syntax and what is words: from the text to {@link Item}s. Words,
 * phrases and filters are put by as {@link Operands}; what was meant as syntax and cannot be is
 * taken as words, and told. Linear in the text; serves one text.
 */
final class QueryLexer {
  /** No more characters of one word or phrase are read. */
  private static final int LONGEST = 20_000;

  private static final int MAX_DEPTH = 50;
  private static final int MAX_SLOP = 1000;
  private static final int LONGEST_DATE = 80;
  private static final String OPERATOR_ENDS = "()";
  private static final String CARET = "\\^\\d{1,38}(?:\\.\\d{1,60})?";
  private static final Pattern WEIGHT = Pattern.compile(CARET);
  private static final Pattern BEHIND_PHRASE =
      Pattern.compile("(?:~(\\d{0,38}(?:\\.\\d{1,60})?))?(" + CARET + ")?");

  private final Typed typed;
  private final Dates dates;
  private final Operands operands;
  private final Remarks remarks;
  private final boolean capitals;
  private final List<Item> items = new ArrayList<>();
  private final Deque<Field> fields = new ArrayDeque<>();
  private int at;

  QueryLexer(Typed typed, Dates dates, Operands operands, Remarks remarks) {
    this.typed = typed;
    this.dates = dates;
    this.operands = operands;
    this.remarks = remarks;
    capitals = !typed.hasEscapes() && TextAnalysis.isCapitals(typed.syntax());
  }

  /** The pieces in order; not yet a grammar's. */
  List<Item> read() {
    while (at < typed.length()) {
      if (operands.isFull()) {
        remark(
            "the query has more than " + Operands.MOST + " words",
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
    if (typed.isSpace(at)) {
      at++;
    } else if (typed.isQuote(at)) {
      phrase(field(), at);
    } else if (c == '(') {
      open(field(), at);
    } else if (c == ')') {
      close();
    } else if ((c == '+' || c == '-' || c == '!') && isBegun(at) && startsOperand(at + 1)) {
      item(Kind.BEFORE, c == '+' ? "+" : "-", at, at + 1);
      at++;
    } else if (!operator()) {
      word();
    }
  }

  /** Whether what stands there stands at the beginning of a word. */
  private boolean isBegun(int index) {
    return index == 0 || typed.isSpace(index - 1) || typed.at(index - 1) == '(';
  }

  private boolean startsOperand(int index) {
    if (index >= typed.length()) {
      return false;
    }
    char c = typed.at(index);
    return isOfWord(c) || typed.isQuote(index) || "($£€#@*".indexOf(c) >= 0;
  }

  private static boolean isOfWord(char c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER,
          Character.SURROGATE ->
          true;
      default -> c == Typed.NEUTRAL || Character.isLetterOrDigit(c);
    };
  }

  /** AND, OR, NOT, &amp;&amp; and ||, where they stand alone. */
  private boolean operator() {
    for (String name : List.of("AND", "OR", "NOT", "&&", "||")) {
      int end = at + name.length();
      boolean isSyntax = !(capitals && Character.isLetter(name.charAt(0)));
      if (isSyntax && typed.syntax().startsWith(name, at) && isEnded(end)) {
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

  private boolean isEnded(int end) {
    return end == typed.length()
        || typed.isSpace(end)
        || typed.isQuote(end)
        || OPERATOR_ENDS.indexOf(typed.at(end)) >= 0;
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
    item(Kind.CLOSE, ")" + weightHere(), from, at);
  }

  private Field field() {
    return fields.isEmpty() ? Field.ALL : fields.peek();
  }

  private void phrase(Field field, int from) {
    int open = at;
    int end = typed.closing(open);
    if (end < 0) {
      remark(
          "a quotation mark is not closed",
          "it was left out",
          "close it, or write \\\"",
          open,
          open + 1);
      at++;
      if (field != field() && at < typed.length() && !typed.isSpace(at)) {
        operandOf(field, from);
      }
      return;
    }
    String words = cut(typed.text(open + 1, end), open + 1, end);
    boolean kept =
        WordShape.hasWord(words)
            || typed.syntax().substring(open + 1, end).indexOf(Typed.NEUTRAL) >= 0;
    at = end + 1;
    Matcher behind = BEHIND_PHRASE.matcher(typed.syntax()).region(at, typed.length());
    int slop = 0;
    String weight = "";
    if (behind.lookingAt() && behind.end() > at && isEnded(behind.end())) {
      slop = slop(behind.group(1), at, behind.end());
      weight = Optional.ofNullable(behind.group(2)).orElse("");
      at = behind.end();
    }
    if (!kept) {
      return;
    }
    Optional<Clause> day = field == Field.DATE ? dates.date(words.strip()) : Optional.empty();
    Clause phrase = new Clause.Phrase(field, said(words), slop);
    if (field == Field.DATE && day.isEmpty()) {
      notADate(words.strip(), from, at);
      phrase = new Clause.Phrase(Field.ALL, said(words), slop);
    }
    operand(day.orElse(phrase), weight, from);
  }

  private int slop(@Nullable String digits, int from, int to) {
    if (digits == null || digits.isEmpty()) {
      return 0;
    }
    double slop = Double.parseDouble(digits);
    if (slop > MAX_SLOP) {
      remark(
          "words can be at most " + MAX_SLOP + " apart",
          "so many were allowed",
          "write a smaller number",
          from,
          to);
    }
    return (int) Math.min(slop, MAX_SLOP);
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
    operandOf(field(), from);
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
      range(name, field, from);
    } else if (typed.isQuote(at)) {
      phrase(field, from);
    } else if (typed.at(at) == '(') {
      open(field, from);
    } else {
      operandOf(field, from);
    }
  }

  /** What is in square or curly brackets, or follows {@code since:} or {@code until:}. */
  private void range(String name, Field field, int from) {
    int start = at;
    boolean quoted = typed.isQuote(at) && typed.closing(at) > at;
    int end = quoted ? typed.closing(at) + 1 : isOpen(at) ? rangeEnd() : dateEnd(at);
    String value = quoted ? typed.text(at + 1, end - 1).strip() : typed.text(at, end);
    if (field != Field.DATE) {
      remark(
          "only dates can be given as a range",
          "it was read as words",
          "write the words",
          from,
          end);
      at = start + 1;
      return;
    }
    at = end;
    Optional<Clause> days =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "since" -> dates.since(value);
          case "until" -> dates.until(value);
          default -> dates.date(value);
        };
    date(days, value, weightHere(), from);
  }

  /** Where a date that begins there ends: before its weight. */
  private int dateEnd(int from) {
    int end = typed.wordEnd(from);
    int caret = typed.syntax().lastIndexOf('^', end - 1);
    return caret > from && WEIGHT.matcher(typed.syntax()).region(caret, end).matches()
        ? caret
        : end;
  }

  private boolean isOpen(int index) {
    return typed.at(index) == '[' || typed.at(index) == '{';
  }

  private int rangeEnd() {
    int last = Math.min(typed.length(), at + LONGEST_DATE);
    int i = at;
    while (i < last && typed.at(i) != ']' && typed.at(i) != '}') {
      i++;
    }
    return i < last ? i + 1 : typed.wordEnd(at);
  }

  private void date(Optional<Clause> days, String value, String weight, int from) {
    if (days.isEmpty()) {
      notADate(value, from, at);
      if (WordShape.hasWord(value)) {
        operand(new Clause.Word(Field.ALL, value), weight, from);
      }
      return;
    }
    if (days.get() instanceof Clause.Days range && range.isEmpty()) {
      remark(
          "the dates " + value + " end before they begin",
          "no story matches",
          "write the earlier first",
          from,
          at);
    }
    operand(days.get(), weight, from);
  }

  private void notADate(String value, int from, int to) {
    remark(
        "\"" + (value.length() > LONGEST_DATE ? value.substring(0, LONGEST_DATE) : value)
            + "\" is no date",
        "it was read as words",
        "write " + Dates.FORMS + ", or two of them with .. between",
        from,
        to);
  }

  /** A word of that field with what is behind it: a star, a tilde, a weight. */
  private void operandOf(Field field, int from) {
    int start = at;
    int end = typed.wordEnd(at);
    if (end == at) {
      return; // a bracket or another mark is behind the name of a field
    }
    if (field == Field.DATE) {
      at = dateEnd(start);
      String value = typed.text(start, at);
      date(dates.date(value), value, weightHere(), from);
      return;
    }
    at = end;
    WordShape shape = WordShape.of(typed, start, end, field);
    String weight = shape.weight().map(number -> "^" + number).orElse("");
    if (shape.text().isEmpty()) {
      every(field, start, end, weight, from);
    } else {
      if (shape.hasStars()) {
        remark(
            "a star is understood at the end of a word only",
            "elsewhere it was left out",
            "write the beginning of the word with a star behind it, or \\*",
            start,
            end);
      }
      operand(clause(field, shape, start, end), weight, from);
    }
  }

  private Clause clause(Field field, WordShape shape, int from, int to) {
    String text = said(cut(shape.text(), from, to));
    if (shape.isPrefix()) {
      return new Clause.Prefix(field, text);
    }
    int edits = shape.tilde().isPresent() ? shape.edits() : 0;
    return edits > 0 ? new Clause.Fuzzy(field, text, edits) : new Clause.Word(field, text);
  }

  /** A star alone: every story, or every one that has the field. */
  private void every(Field field, int start, int end, String weight, int from) {
    String written = typed.syntax().substring(start, end - weight.length());
    boolean signed = start > 0 && "+-!".indexOf(typed.at(start - 1)) >= 0;
    boolean alone = start != from || isBegun(signed ? start - 1 : start);
    if (alone && (written.equals("*") || written.equals("*:*"))) {
      Clause every = field == Field.ALL ? new Clause.Everything() : new Clause.Prefix(field, "");
      operand(every, weight, from);
    }
  }

  private String cut(String words, int from, int to) {
    if (words.length() <= LONGEST) {
      return words;
    }
    remark(
        "a word or phrase has more than " + LONGEST + " characters",
        "only the first were used",
        "write fewer",
        from,
        to);
    return words.substring(0, LONGEST);
  }

  /** Takes the weight that stands here; empty where none does. */
  private String weightHere() {
    Matcher behind = BEHIND_PHRASE.matcher(typed.syntax()).region(at, typed.length());
    if (behind.lookingAt()
        && behind.group(1) == null
        && behind.group(2) != null
        && isEnded(behind.end())) {
      at = behind.end();
      return behind.group(2);
    }
    return "";
  }

  private void operand(Clause clause, String weight, int from) {
    item(Kind.OPERAND, operands.add(clause) + weight, from, at);
  }

  private void item(Kind kind, String syntax, int from, int to) {
    int end = typed.placeAfter(to);
    items.add(new Item(kind, syntax, typed.text(from, to), typed.place(from), end));
  }

  private void remark(String problem, String done, String advice, int from, int to) {
    remarks.add(new Remark(problem, done, advice, typed.place(from), typed.placeAfter(to)));
  }

  private String said(String words) {
    return capitals ? words.toLowerCase(Locale.ROOT) : words;
  }
}
