package news.cuttings.query.syntax;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a word, a phrase or a date of a query with what is behind it: a star, a tilde, a weight.
 * Serves one text.
 */
final class OperandReader {
  /** No more characters of one word or phrase are read. */
  private static final int LONGEST = 20_000;

  private static final int MAX_SLOP = 1000;
  private static final int LONGEST_DATE = 80;
  private static final String CARET = "\\^\\d{1,38}(?:\\.\\d{1,60})?";
  private static final Pattern WEIGHT = Pattern.compile(CARET);
  private static final Pattern BEHIND_PHRASE =
      Pattern.compile("(?:~(\\d{0,38}(?:\\.\\d{1,60})?))?(" + CARET + ")?");

  private final QueryInput typed;
  private final QueryDates dates;
  private final Diagnostics remarks;
  private final boolean capitals;
  private final Wildcards wildcards;
  private int at;

  /** What was read, and its weight as the grammar reads it; empty where it has none. */
  record Read(Clause clause, String weight) {}

  /**
   * @param capitals whether the text is a headline in capitals: its words are put in small letters
   */
  OperandReader(QueryInput typed, QueryDates dates, Diagnostics remarks, boolean capitals) {
    this.typed = typed;
    this.dates = dates;
    this.remarks = remarks;
    this.capitals = capitals;
    wildcards = new Wildcards(typed, remarks);
  }

  /** One past the last character that was read. */
  int end() {
    return at;
  }

  /** Takes the weight that stands there; empty where none does. */
  String weight(int index) {
    at = index;
    return weightHere();
  }

  /**
   * A phrase; of a mark that nothing closes and that a field's name is before, the word behind it.
   *
   * @param named whether a field's name is before it
   * @param from where what is read begins, with the name
   */
  Optional<Read> phrase(Field field, boolean named, int from, int open) {
    int end = typed.closing(open);
    if (end < 0) {
      remark(
          "a quotation mark is not closed",
          "it was left out",
          "close it, or write \\\"",
          open,
          open + 1);
      at = open + 1;
      boolean hasMore = named && at < typed.length() && !typed.isSpace(at);
      return hasMore ? word(field, from, at, true) : Optional.empty();
    }
    at = end + 1;
    int slop = slop();
    String weight = weightHere();
    int last = lastOf(open + 1, end);
    int stars = starsBefore(open + 1, last);
    boolean isBegun = stars < last && stars > open + 1 && QueryLexer.isOfWord(typed.at(stars - 1));
    if (stars < last && stars == open + 1 && field.kind() == Field.Kind.LABEL) {
      return Optional.of(new Read(new Clause.Prefix(field, ""), weight)); // any at all
    }
    if (!WordShape.isKept(typed, open + 1, end)) {
      return Optional.empty();
    }
    if (field == Field.DATE) {
      String value = typed.text(open + 1, end).strip();
      Optional<Clause> days = dates.date(value);
      if (days.isPresent()) {
        return Optional.of(new Read(days.get(), weight));
      }
      notADate(value, from, at);
    }
    int to = isBegun ? stars : end;
    if (!capitals) {
      wildcards.phrase(open + 1, to);
    }
    String words = typed.text(open + 1, to);
    Field of = field == Field.DATE ? Field.ALL : field;
    boolean isWhole = words.length() <= LONGEST;
    Clause phrase =
        new Clause.Phrase(of, said(cut(words, open + 1, end)), slop, isBegun && isWhole);
    return Optional.of(new Read(phrase, weight));
  }

  /** One past the last character before that place which is no space. */
  private int lastOf(int from, int to) {
    int last = to;
    while (last > from && typed.isSpace(last - 1)) {
      last--;
    }
    return last;
  }

  /** Where the stars begin that end at that place. */
  private int starsBefore(int from, int to) {
    int stars = to;
    while (stars > from && typed.at(stars - 1) == '*') {
      stars--;
    }
    return stars;
  }

  /** Takes the tilde that stands here, unless something is glued to it. */
  private int slop() {
    Matcher behind = BEHIND_PHRASE.matcher(typed.syntax()).region(at, typed.length());
    if (!behind.lookingAt() || behind.group(1) == null || !typed.isEnded(behind.end())) {
      return 0;
    }
    int from = at;
    at = behind.end(1);
    return slop(behind.group(1), from, at);
  }

  private int slop(String digits, int from, int to) {
    if (digits.isEmpty()) {
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

  /**
   * A word of that field with what is behind it: a star, a tilde, a weight.
   *
   * @param from where what is read begins, with the field's name
   * @param isFirst whether it is no later word of a sentence: then it ends no question
   */
  Optional<Read> word(Field field, int from, int start, boolean isFirst) {
    at = start;
    int end = typed.wordEnd(start);
    if (end == start) {
      return Optional.empty(); // a bracket or another mark is behind the name of a field
    }
    if (field == Field.DATE) {
      at = dateEnd(start);
      String value = typed.text(start, at);
      return date(dates.date(value), value, weightHere(), from);
    }
    at = end;
    WordShape shape = WordShape.of(typed, start, end, field);
    String weight = shape.weight().map(number -> "^" + number).orElse("");
    if (shape.text().isEmpty()) {
      return every(field, start, end - weight.length(), start != from)
          .map(clause -> new Read(clause, weight));
    }
    if (shape.hasStars()) {
      wildcards.star(false, start, end);
    }
    Clause clause = clause(field, shape, start, end);
    if (!capitals) {
      wildcards.word(start, end, isFirst && !StopWords.has(shape.text()), clause);
    }
    return Optional.of(new Read(clause, weight));
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
  private Optional<Clause> every(Field field, int start, int end, boolean named) {
    String written = typed.syntax().substring(start, end);
    boolean signed = start > 0 && "+-!".indexOf(typed.at(start - 1)) >= 0;
    boolean alone = named || typed.isBegun(signed ? start - 1 : start);
    if (!alone || !(written.equals("*") || written.equals("*:*"))) {
      return Optional.empty();
    }
    return Optional.of(field == Field.ALL ? new Clause.Everything() : new Clause.Prefix(field, ""));
  }

  /** What is in square or curly brackets, or follows {@code since:} or {@code until:}. */
  Optional<Read> range(String name, Field field, int from, int start) {
    at = start;
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
      return Optional.empty();
    }
    at = end;
    Optional<Clause> days =
        switch (name.toLowerCase(Locale.ROOT)) {
          case "since" -> dates.since(value);
          case "until" -> dates.until(value);
          default -> dates.date(value);
        };
    return date(days, value, weightHere(), from);
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

  private Optional<Read> date(Optional<Clause> days, String value, String weight, int from) {
    if (days.isEmpty()) {
      notADate(value, from, at);
      Clause word = new Clause.Word(Field.ALL, cut(value, from, at));
      return WordShape.hasWord(value) ? Optional.of(new Read(word, weight)) : Optional.empty();
    }
    if (days.get() instanceof Clause.Days range && range.isEmpty()) {
      remark(
          "the dates " + value + " end before they begin",
          "no story matches",
          "write the earlier first",
          from,
          at);
    }
    return days.map(clause -> new Read(clause, weight));
  }

  private void notADate(String value, int from, int to) {
    remark(
        "\""
            + (value.length() > LONGEST_DATE ? value.substring(0, LONGEST_DATE) : value)
            + "\" is no date",
        "it was read as words",
        "write " + QueryDates.FORMS + ", or two of them with .. between",
        from,
        to);
  }

  /** Takes the weight that stands here; empty where none does. */
  private String weightHere() {
    Matcher behind = BEHIND_PHRASE.matcher(typed.syntax()).region(at, typed.length());
    if (behind.lookingAt()
        && behind.group(1) == null
        && behind.group(2) != null
        && typed.isEnded(behind.end())) {
      at = behind.end();
      return behind.group(2);
    }
    return "";
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

  private String said(String words) {
    return capitals ? words.toLowerCase(Locale.ROOT) : words;
  }

  private void remark(String problem, String done, String advice, int from, int to) {
    remarks.add(typed.remark(problem, done, advice, from, to));
  }
}
