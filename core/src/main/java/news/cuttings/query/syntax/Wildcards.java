package news.cuttings.query.syntax;

/**
 * Tells of marks that other engines read as parts of a word and this one does not: a star that ends
 * nothing, a question mark for a letter, a tilde or a weight inside quotation marks.
 */
final class Wildcards {
  private static final String STAR =
      "write the beginning of the word with a star behind it, or \\*";

  private final QueryInput typed;
  private final Diagnostics remarks;

  Wildcards(QueryInput typed, Diagnostics remarks) {
    this.typed = typed;
    this.remarks = remarks;
  }

  /** A star that is neither behind a word nor, in a phrase, behind its last. */
  void star(boolean inPhrase, int from, int to) {
    tell(
        inPhrase
            ? "in a phrase a star is understood at the end of the last word only"
            : "a star is understood at the end of a word only",
        "elsewhere it was left out",
        STAR,
        from,
        to);
  }

  /**
   * Tells of a word's question marks.
   *
   * @param atEnd whether one at its end is told too, as it may end no question
   * @param read what was read: where stories have it, a mark at its end ended a question
   */
  void word(int from, int to, boolean atEnd, Clause read) {
    for (int i = from + 1; i < to; i++) {
      if (typed.at(i) == '/' || typed.at(i - 1) == '/') {
        return; // an address has them
      }
      if (typed.at(i) == '?' && isOfWord(i - 1)) {
        if (isInside(i, to)) {
          remarks.add(question(from, to));
          return;
        }
        if (atEnd && i + 1 == to) {
          remarks.add(question(from, to).unless(read));
          return;
        }
      }
    }
  }

  /** Tells of the marks in a phrase, one of each kind. */
  void phrase(int from, int to) {
    boolean star = false;
    boolean question = false;
    boolean behind = false;
    for (int i = from; i < to; i++) {
      char c = typed.at(i);
      star |= c == '*';
      boolean isBehindWord = i > from && isOfWord(i - 1);
      question |= c == '?' && isBehindWord && isInside(i, to);
      behind |= (c == '~' || c == '^') && isBehindWord && endsWord(i + 1, to);
    }
    if (star) {
      star(true, from, to);
    }
    if (question) {
      remarks.add(question(from, to));
    }
    if (behind) {
      tell(
          "a tilde or a weight is not understood inside quotation marks",
          "it was left out",
          "write it behind them, or the word without them",
          from,
          to);
    }
  }

  private Diagnostic question(int from, int to) {
    return typed.remark(
        "a question mark does not stand for a letter",
        "it was left out",
        "write the beginning of the word with a star behind it, or \\?",
        from,
        to);
  }

  /** Whether a word goes on behind that mark. */
  private boolean isInside(int at, int to) {
    return at + 1 < to && (isOfWord(at + 1) || typed.at(at + 1) == '*' || typed.at(at + 1) == '?');
  }

  /** Whether nothing but a number is up to the next space. */
  private boolean endsWord(int from, int to) {
    int i = from;
    while (i < to && (Character.isDigit(typed.at(i)) || typed.at(i) == '.')) {
      i++;
    }
    return i == to || typed.isSpace(i);
  }

  private boolean isOfWord(int at) {
    return QueryLexer.isOfWord(typed.at(at));
  }

  private void tell(String problem, String done, String advice, int from, int to) {
    remarks.add(typed.remark(problem, done, advice, from, to));
  }
}
