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
import news.cuttings.query.Results.Warning;
import news.cuttings.story.Letters;

/**
 * Decides what of a typed text is syntax. Words, phrases and dates are kept here under a name of
 * letters and digits; {@link #read} gives the text with these names in their places and only valid
 * syntax between, so that the grammar never meets what people type. What was meant as syntax and
 * cannot be is taken as words, and told.
 */
final class QueryLexer {
  private static final int MAX_OPERANDS = 900;
  private static final String CUT =
      "only the first " + MAX_OPERANDS + " words of the query were used";
  private static final int MAX_DEPTH = 50;
  private static final int MAX_SLOP = 1000;
  private static final String NAME = "q";
  private static final Pattern WEIGHT = Pattern.compile("\\^(\\d{1,4}(?:\\.\\d{1,4})?)");
  private static final Pattern TILDE = Pattern.compile("~(\\d{0,18}(?:\\.\\d+)?)");

  private final String text;
  private final Dates dates;
  private final boolean capitals;
  private final List<Clause> operands = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private final Deque<Field> fields = new ArrayDeque<>();
  private int at;

  /** A piece of syntax, or the name of an operand. */
  private record Item(Kind kind, String text, int from, int to) {}

  private enum Kind {
    OPERAND,
    OPEN,
    CLOSE,
    /** AND or OR. */
    BETWEEN,
    /** NOT, + or -. */
    BEFORE,
    WEIGHT
  }

  QueryLexer(String text, Dates dates) {
    this.text = clean(text);
    this.dates = dates;
    capitals = isCapitals(this.text);
  }

  /** Each word for itself. */
  static QueryLanguage.Reading plainWords(String text) {
    List<Clause.Part> parts = new ArrayList<>();
    boolean capitals = isCapitals(text);
    List<String> words = Letters.words(text);
    for (String word : words.subList(0, Math.min(words.size(), MAX_OPERANDS))) {
      parts.add(
          new Clause.Part(
              Clause.Occur.MAY, new Clause.Word(Field.ALL, capitals ? lower(word) : word)));
    }
    List<Warning> warnings = words.size() > MAX_OPERANDS ? List.of(Warning.of(CUT)) : List.of();
    return new QueryLanguage.Reading(new Clause.Group(parts), warnings);
  }

  List<Warning> warnings() {
    return warnings;
  }

  /** The clause that stands under that name. */
  Clause operand(String name) {
    return operands.get(Integer.parseInt(name.substring(NAME.length())));
  }

  /** The text with names in the places of words and only valid syntax between. */
  String read() {
    while (at < text.length()) {
      if (operands.size() >= MAX_OPERANDS) {
        warn(CUT, at, text.length());
        break;
      }
      next();
    }
    return Grammar.repaired(items, this);
  }

  private void next() {
    char c = text.charAt(at);
    if (Letters.isSpace(c)) {
      at++;
    } else if (c == '"') {
      phrase(Field.ALL, at);
    } else if (c == '(') {
      open(Field.ALL, at);
    } else if (c == ')') {
      close();
    } else if ((c == '+' || c == '-' || c == '!') && startsOperand(at + 1)) {
      item(Kind.BEFORE, c == '+' ? "+" : "-", at, ++at);
    } else if (!operator()) {
      word();
    }
  }

  private boolean startsOperand(int index) {
    if (index >= text.length() || (at > 0 && !isBoundary(text.charAt(at - 1)))) {
      return false;
    }
    char c = text.charAt(index);
    return Character.isLetterOrDigit(c) || c == '"' || c == '(' || c == '$' || c == '#';
  }

  private static boolean isBoundary(char c) {
    return Letters.isSpace(c) || c == '(';
  }

  /** AND, OR, NOT, &amp;&amp; and ||, where they stand alone. */
  private boolean operator() {
    for (String name : List.of("AND", "OR", "NOT", "&&", "||")) {
      int end = at + name.length();
      boolean alone =
          text.startsWith(name, at) && (end == text.length() || isOperatorEnd(text.charAt(end)));
      if (alone && !(capitals && Character.isLetter(name.charAt(0)))) {
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

  private static boolean isOperatorEnd(char c) {
    return Letters.isSpace(c) || c == '(' || c == '"' || c == ')';
  }

  private void open(Field field, int from) {
    if (fields.size() >= MAX_DEPTH) {
      warn("brackets deeper than " + MAX_DEPTH + " were left out", from, at + 1);
      at++;
      return;
    }
    fields.push(field == Field.ALL ? field() : field);
    item(Kind.OPEN, "(", from, ++at);
  }

  private void close() {
    if (fields.isEmpty()) {
      warn("a closing bracket without an opening one was left out", at, at + 1);
      at++;
      return;
    }
    fields.pop();
    item(Kind.CLOSE, ")", at, ++at);
    weight();
  }

  private Field field() {
    return fields.isEmpty() ? Field.ALL : fields.peek();
  }

  private void phrase(Field named, int from) {
    int end = text.indexOf('"', at + 1);
    if (end < 0) {
      warn("a quotation mark that is not closed was left out", at, at + 1);
      at++;
      if (named != Field.ALL && at < text.length() && !Letters.isSpace(text.charAt(at))) {
        wordIn(named, from);
      }
      return;
    }
    String words = text.substring(at + 1, end);
    at = end + 1;
    Field field = named == Field.ALL ? field() : named;
    int slop = slop();
    if (!hasWord(words)) {
      return;
    }
    operand(new Clause.Phrase(field, said(words), slop), from);
  }

  private int slop() {
    Matcher tilde = TILDE.matcher(text).region(at, text.length());
    if (!tilde.lookingAt()) {
      return 0;
    }
    int from = at;
    at = tilde.end();
    String digits = tilde.group(1);
    if (digits.isEmpty() || digits.contains(".")) {
      return 0;
    }
    long slop = Long.parseLong(digits);
    if (slop > MAX_SLOP) {
      warn("words may be at most " + MAX_SLOP + " apart", from, at);
    }
    return (int) Math.min(slop, MAX_SLOP);
  }

  /** A word, or the name of a field and what follows it. */
  private void word() {
    int from = at;
    int colon = colon();
    if (colon > at) {
      String name = text.substring(at, colon);
      boolean since = name.equalsIgnoreCase("since");
      boolean until = name.equalsIgnoreCase("until");
      Optional<Field> field = since || until ? Optional.of(Field.DATE) : Field.of(name);
      boolean hasValue = colon + 1 < text.length() && !Letters.isSpace(text.charAt(colon + 1));
      if (field.isPresent() && hasValue && !capitals) {
        at = colon + 1;
        value(name, field.get(), from);
        return;
      }
      if (field.isEmpty() && hasValue) {
        unknownField(name, from, colon);
      }
    }
    wordIn(field(), from);
  }

  /** The colon that ends a run of letters here; -1 where there is none. */
  private int colon() {
    int i = at;
    while (i < text.length() && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    return i < text.length() && text.charAt(i) == ':' ? i : -1;
  }

  private void unknownField(String name, int from, int to) {
    if (text.startsWith("//", to + 1)) {
      return; // an address
    }
    String like =
        Spelling.nearest(name.toLowerCase(Locale.ROOT), Field.names())
            .map(field -> "; did you mean " + field + ":?")
            .orElse("");
    warn("there is no field \"" + name + "\"; it was read as a word" + like, from, to);
  }

  private void value(String name, Field field, int from) {
    char c = text.charAt(at);
    if (field == Field.DATE) {
      date(name, from);
    } else if (c == '"') {
      phrase(field, from);
    } else if (c == '(') {
      open(field, from);
    } else {
      wordIn(field, from);
    }
  }

  private void date(String name, int from) {
    int start = at;
    char c = text.charAt(at);
    int end = c == '[' || c == '{' ? bracketEnd() : c == '"' ? quoteEnd() : wordEnd(at);
    String value = text.substring(start, end);
    String bare = value.startsWith("\"") ? value.replace("\"", "").strip() : value;
    Optional<Clause> clause =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "since" -> dates.since(bare);
          case "until" -> dates.until(bare);
          default -> dates.date(bare);
        };
    if (clause.isPresent()) {
      at = end;
      if (clause.get() instanceof Clause.Days days && days.isEmpty()) {
        warn("the dates " + bare + " end before they begin: no story matches", from, end);
      }
      operand(clause.get(), from);
    } else {
      warn(
          "\""
              + bare
              + "\" is no date; write "
              + Dates.FORMS
              + ", or two of them with .. between;"
              + " it was read as words",
          from,
          end);
      at = end;
      operand(new Clause.Word(Field.ALL, bare), from);
    }
  }

  private int bracketEnd() {
    int i = at;
    while (i < text.length() && text.charAt(i) != ']' && text.charAt(i) != '}') {
      i++;
    }
    return i < text.length() ? i + 1 : wordEnd(at);
  }

  private int quoteEnd() {
    int end = text.indexOf('"', at + 1);
    return end < 0 ? text.length() : end + 1;
  }

  private int wordEnd(int from) {
    int i = from;
    while (i < text.length()
        && !Letters.isSpace(text.charAt(i))
        && "()\"".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** A word with what is behind it: a star, a tilde, a weight. */
  private void wordIn(Field field, int from) {
    int start = at;
    int end = wordEnd(at);
    if (end == at) {
      at++;
      return;
    }
    StringBuilder bare = new StringBuilder();
    boolean escaped = false;
    while (at < end && (escaped || !isSuffix(at, end))) {
      char c = text.charAt(at++);
      if (!escaped && c == '\\' && at < end) {
        escaped = true;
        continue;
      }
      escaped = false;
      bare.append(c);
    }
    String word = bare.toString();
    if (word.equals("*") || word.equals("*:*")) {
      operand(new Clause.Everything(), from);
      return;
    }
    String trimmed = withoutStars(word, start);
    if (!hasWord(trimmed)) {
      at = end; // nothing in it can be searched for
      return;
    }
    if (at < end && text.charAt(at) == '~') {
      fuzzy(field, trimmed, from);
    } else if (isPrefix(word)) {
      operand(new Clause.Prefix(field, said(trimmed)), from);
    } else {
      operand(new Clause.Word(field, said(trimmed)), from);
    }
  }

  /** Whether something in it is in the index: letters, digits, pictures. */
  private static boolean hasWord(String text) {
    return !Letters.key(text).isEmpty() || text.codePoints().anyMatch(QueryLexer::isPicture);
  }

  private static boolean isPicture(int c) {
    return c > 0xFF && (Character.isEmojiPresentation(c) || Character.isExtendedPictographic(c));
  }

  /** Whether a tilde or a weight that ends the word begins here. */
  private boolean isSuffix(int index, int end) {
    char c = text.charAt(index);
    if (c == '^') {
      Matcher weight = WEIGHT.matcher(text).region(index, end);
      return weight.lookingAt() && weight.end() == end;
    }
    if (c == '~') {
      Matcher tilde = TILDE.matcher(text).region(index, end);
      return tilde.lookingAt() && (tilde.end() == end || text.charAt(tilde.end()) == '^');
    }
    return false;
  }

  private void fuzzy(Field field, String word, int from) {
    Matcher tilde = TILDE.matcher(text).region(at, text.length());
    tilde.lookingAt();
    at = tilde.end();
    int edits = tilde.group(1).equals("1") ? 1 : 2;
    operand(new Clause.Fuzzy(field, said(word), edits), from);
  }

  private static boolean isPrefix(String word) {
    return word.length() > 1 && word.endsWith("*");
  }

  private String withoutStars(String word, int start) {
    String end = isPrefix(word) ? word.substring(0, word.length() - 1) : word;
    if (end.indexOf('*') >= 0) {
      warn(
          "a star is understood at the end of a word only; elsewhere it was left out",
          start,
          start + word.length());
      return end.replace("*", "");
    }
    return end;
  }

  private void operand(Clause clause, int from) {
    item(Kind.OPERAND, NAME + operands.size(), from, at);
    operands.add(clause);
    weight();
  }

  private void weight() {
    Matcher weight = WEIGHT.matcher(text).region(at, text.length());
    if (weight.lookingAt()
        && (weight.end() == text.length() || isOperatorEnd(text.charAt(weight.end())))) {
      item(Kind.WEIGHT, "^" + weight.group(1), at, weight.end());
      at = weight.end();
    }
  }

  private void item(Kind kind, String syntax, int from, int to) {
    items.add(new Item(kind, syntax, from, to));
  }

  private void warn(String message, int from, int to) {
    warnings.add(new Warning(message, from, Math.min(to, text.length())));
  }

  private String said(String words) {
    return capitals ? lower(words) : words;
  }

  private static String lower(String words) {
    return words.toLowerCase(Locale.ROOT);
  }

  private static boolean isCapitals(String text) {
    return TextAnalysis.isCapitals(text);
  }

  private static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(
          switch (c) {
            case '“', '”', '„', '‟', '«', '»', '＂' -> '"';
            default -> c < ' ' || c == 0x7F ? ' ' : c;
          });
    }
    return out.toString();
  }

  /** Leaves only syntax that the grammar reads; makes words of operators that have no operand. */
  private static final class Grammar {
    private final QueryLexer lexer;
    private final List<Item> out = new ArrayList<>();

    private Grammar(QueryLexer lexer) {
      this.lexer = lexer;
    }

    static String repaired(List<Item> items, QueryLexer lexer) {
      Grammar grammar = new Grammar(lexer);
      items.forEach(grammar::add);
      grammar.end();
      StringBuilder syntax = new StringBuilder();
      for (Item item : grammar.out) {
        boolean glued = item.kind() == Kind.WEIGHT || item.kind() == Kind.CLOSE;
        syntax.append(syntax.length() == 0 || glued ? "" : needsSpace(syntax)).append(item.text());
      }
      return syntax.toString();
    }

    private static String needsSpace(StringBuilder syntax) {
      char last = syntax.charAt(syntax.length() - 1);
      return last == '+' || last == '-' || last == '(' || last == ' ' ? "" : " ";
    }

    private void add(Item item) {
      switch (item.kind()) {
        case OPERAND, OPEN -> out.add(item);
        case BEFORE -> {
          if (last() == Kind.BEFORE) {
            out.remove(out.size() - 1); // the nearest counts
          }
          out.add(item);
        }
        case BETWEEN -> {
          if (last() == Kind.BETWEEN || last() == Kind.BEFORE) {
            asWord();
          }
          if (out.isEmpty() || last() == Kind.OPEN) {
            out.add(item);
            asWord();
          } else {
            out.add(item);
          }
        }
        case CLOSE -> {
          dangling();
          if (last() == Kind.OPEN) {
            out.remove(out.size() - 1);
            dangling();
          } else {
            out.add(item);
          }
        }
        case WEIGHT -> {
          if (last() == Kind.OPERAND || last() == Kind.CLOSE) {
            out.add(item);
          }
        }
      }
    }

    private void end() {
      int open = 0;
      for (Item item : out) {
        open += item.kind() == Kind.OPEN ? 1 : item.kind() == Kind.CLOSE ? -1 : 0;
      }
      if (open > 0) {
        lexer.warn("an opening bracket without a closing one was closed at the end", 0, 0);
      }
      for (int i = 0; i < open; i++) {
        add(new Item(Kind.CLOSE, ")", lexer.text.length(), lexer.text.length()));
      }
      dangling();
    }

    /** Operators at the end of a group become words. */
    private void dangling() {
      while (last() == Kind.BETWEEN || last() == Kind.BEFORE) {
        asWord();
      }
    }

    private Kind last() {
      return out.isEmpty() ? Kind.WEIGHT : out.get(out.size() - 1).kind();
    }

    private void asWord() {
      Item item = out.remove(out.size() - 1);
      String written = lexer.text.substring(item.from(), item.to());
      if (!Character.isLetter(written.charAt(0))) {
        return;
      }
      lexer.warn(
          written + " has nothing to join here; it was read as a word", item.from(), item.to());
      out.add(new Item(Kind.OPERAND, NAME + lexer.operands.size(), item.from(), item.to()));
      lexer.operands.add(new Clause.Word(Field.ALL, lower(written)));
    }
  }
}
