package news.cuttings.people;

/** What speaks for words being a name, as log-odds. One reading of a text; no state of its own. */
final class Evidence {
  /** What a word in small letters inside a name says: {@code van}. */
  private static final double PARTICLE = 0.5;

  private final Tokens tokens;
  private final Lexicon lexicon;
  private final boolean[] loud;

  Evidence(Tokens tokens, Lexicon lexicon) {
    this.tokens = tokens;
    this.lexicon = lexicon;
    loud = new boolean[tokens.size() + 1];
    listen();
  }

  /** Being part of a name. */
  double inside(int token) {
    byte shape = tokens.shape(token);
    if (shape != Tokens.CAPITAL && shape != Tokens.UPPER && shape != Tokens.INITIAL) {
      return PARTICLE;
    }
    Lexicon.Entry entry = tokens.form(token).entry;
    double own = opens(token) ? entry.opening : entry.inside;
    return Double.isNaN(own) ? lexicon.inside[group(token)] : own;
  }

  /** A name beginning after the token. */
  double before(int token) {
    double own = token < 0 ? Double.NaN : tokens.form(token).entry.before;
    return Double.isNaN(own) ? lexicon.before[tokens.shape(token)] : own;
  }

  /** A name ending before the token. */
  double after(int token) {
    double own = token >= tokens.size() ? Double.NaN : tokens.form(token).entry.after;
    return Double.isNaN(own) ? lexicon.after[tokens.shape(token)] : own;
  }

  /** Whether the line's words have capitals as headlines have. */
  boolean isLoud(int token) {
    return loud[token];
  }

  /** Whether the word stands where any word has a capital. */
  boolean opens(int token) {
    if (loud[token]) {
      return true;
    }
    int at = token - 1;
    byte shape = tokens.shape(at);
    if (shape == Tokens.LINE_END) {
      return true;
    }
    if (shape != Tokens.MARK) {
      return false;
    }
    return switch (tokens.text.charAt(tokens.start(at))) {
      case '.', '!', '?', ':', '"', '\u201C', '\u2018', '\'', '\u00AB', '`' -> true;
      default -> false;
    };
  }

  /** The group of a word that is too rare to have figures of its own. */
  int group(int token) {
    Form form = tokens.form(token);
    return (form.entry.given ? 1 : 0)
        + (form.entry.surname ? 2 : 0)
        + (form.entry.common || form.lower > 0 ? 4 : 0)
        + (opens(token) ? 8 : 0)
        + 16 * (tokens.shape(token) - Tokens.CAPITAL);
  }

  private void listen() {
    int from = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (tokens.shape(i) == Tokens.LINE_END) {
        boolean is = isLoud(from, i);
        for (int k = from; k < i; k++) {
          loud[k] = is;
        }
        from = i + 1;
      }
    }
  }

  private boolean isLoud(int from, int to) {
    int lower = 0;
    int capital = 0;
    int common = 0;
    int upper = 0;
    for (int i = from; i < to; i++) {
      switch (tokens.shape(i)) {
        case Tokens.LOWER -> lower += tokens.end(i) - tokens.start(i) > 3 ? 1 : 0;
        case Tokens.CAPITAL -> {
          capital++;
          common += tokens.form(i).entry.common ? 1 : 0;
        }
        case Tokens.UPPER -> upper++;
        default -> {}
      }
    }
    return (upper >= 3 && lower + capital <= upper / 4)
        || (capital + upper >= 3 && lower * 4 <= capital && common * 2 >= capital && common >= 2);
  }
}
