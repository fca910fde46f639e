package news.cuttings.people;

import java.util.Arrays;
import java.util.Set;
import news.cuttings.story.Letters;

/** What speaks for words being a name, as log-odds in nats. For one reading of one text. */
final class Evidence {
  /** What a word in small letters inside a name says: {@code van}. */
  private static final double PARTICLE = 0.5;

  /** Among the groups of what stands before and after a name. */
  static final int POSSESSIVE = 7;

  private static final double THING = -4;
  private static final double NEVER = -50;
  private static final int MOST_WORDS = 4;

  private static final double ENDING = 0.7;

  private final Tokens tokens;
  private final Lexicon lexicon;
  private final boolean[] loud;
  private final boolean[] barred;

  Evidence(Tokens tokens, Lexicon lexicon) {
    this.tokens = tokens;
    this.lexicon = lexicon;
    loud = new boolean[tokens.size() + 1];
    barred = new boolean[tokens.size()];
    listen();
    bar();
  }

  /** Being part of a name. */
  double inside(int token) {
    if (barred[token]) {
      return NEVER;
    }
    if (!tokens.isName(token)) {
      return PARTICLE;
    }
    Lexicon.Entry entry = tokens.form(token).entry;
    double own = opens(token) ? entry.opening : entry.inside;
    if (!Double.isNaN(own)) {
      return own;
    }
    return lexicon.inside[group(token)] + ENDING * lexicon.ending(tokens.form(token).folded);
  }

  /** A name beginning after the token. */
  double before(int token) {
    if (token >= 0 && tokens.isPossessive(token)) {
      return lexicon.before[POSSESSIVE];
    }
    double own = token < 0 ? Double.NaN : tokens.form(token).entry.before;
    return Double.isNaN(own) ? lexicon.before[tokens.shape(token)] : own;
  }

  /** A name ending with the token before. */
  double after(int token) {
    if (tokens.isPossessive(token - 1)) {
      return lexicon.after[POSSESSIVE];
    }
    double own = token >= tokens.size() ? Double.NaN : tokens.form(token).entry.after;
    return Double.isNaN(own) ? lexicon.after[tokens.shape(token)] : own;
  }

  /** What speaks against words that something else is called by, or that make a firm. */
  double thing(int from, int to) {
    Form last = tokens.form(to - 1);
    if (last.firm) {
      return NEVER;
    }
    if (to - from == 1) {
      if (last.entry.things.contains(last.folded)) {
        return NEVER;
      }
    } else if (last.head) {
      return head(to - 1);
    }
    if (tokens.is(to, '&') || tokens.is(from - 1, '&') || isShortened(to)) {
      return THING;
    }
    int next = isApostrophe(to) ? to + 1 : to;
    if (tokens.shape(next) != Tokens.CAPITAL) {
      return 0;
    }
    if (tokens.form(next).head) {
      return head(next);
    }
    boolean second = tokens.shape(next + 1) == Tokens.CAPITAL && tokens.form(next + 1).head;
    return second && !tokens.isPossessive(next) ? head(next + 1) : 0;
  }

  /** Whether a full stop there ends no sentence: {@code Conn., Jan. 5}. */
  private boolean isShortened(int stop) {
    return tokens.is(stop, '.')
        && tokens.start(stop) == tokens.end(stop - 1)
        && (tokens.shape(stop + 1) == Tokens.LOWER
            || tokens.shape(stop + 1) == Tokens.OTHER
            || tokens.is(stop + 1, ','));
  }

  /** {@code Airport} is nobody's name, {@code Hill} is. */
  private double head(int token) {
    return tokens.form(token).entry.surname ? THING : NEVER;
  }

  private boolean isApostrophe(int token) {
    return tokens.shape(token) == Tokens.MARK
        && Letters.isApostrophe(tokens.text.charAt(tokens.start(token)));
  }

  /** Marks what is known to be called like a person and to be none. */
  private void bar() {
    for (int i = 0; i < tokens.size(); i++) {
      Set<String> things = tokens.form(i).entry.things;
      if (things.isEmpty()) {
        continue;
      }
      StringBuilder words = new StringBuilder(tokens.form(i).folded);
      for (int end = i + 1; end < Math.min(tokens.size(), i + MOST_WORDS); end++) {
        words.append(' ').append(tokens.form(end).folded);
        if (tokens.shape(end) != Tokens.LOWER && things.contains(words.toString())) {
          Arrays.fill(barred, i, end + 1, true);
        }
      }
    }
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
        + (isListed(token + 1) && !tokens.isPossessive(token) ? 16 : 0)
        + (isListed(token - 1) && !tokens.isPossessive(token - 1) ? 32 : 0)
        + 64 * (tokens.shape(token) - Tokens.CAPITAL);
  }

  private boolean isListed(int token) {
    if (tokens.shape(token) != Tokens.CAPITAL) {
      return false;
    }
    Lexicon.Entry entry = tokens.form(token).entry;
    return (entry.given || entry.surname) && !entry.common;
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
