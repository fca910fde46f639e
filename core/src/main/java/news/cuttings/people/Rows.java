package news.cuttings.people;

/**
 * Finds where names can be: rows of words with capitals, with particles and nicknames in quotes
 * between them. What stands outside is no part of a name.
 */
final class Rows {
  /** Longer rows are cut: a bound on what one costs. */
  static final int LONGEST = 80;

  private static final int WIDEST_GAP = 3;

  /** The most words of a nickname, and its quotes. */
  private static final int NICKNAME = 6;

  private final Tokens tokens;

  Rows(Tokens tokens) {
    this.tokens = tokens;
  }

  /** One past the last word of the row that starts there; the same where none does. */
  int end(int from) {
    int end = from;
    if (starts(from)) {
      end++;
      while (end < tokens.size() && end - from < LONGEST && goesOn(from, end - 1, end)) {
        end++;
      }
    }
    return end;
  }

  private boolean starts(int token) {
    return tokens.isName(token)
        || (tokens.shape(token) == Tokens.LOWER
            && Particles.LEADING.contains(tokens.form(token).folded)
            && tokens.isName(afterParticles(token)))
        || opensNickname(token);
  }

  /** Whether a nickname in quotes stands there before a name: {@code "Magic" Johnson}. */
  private boolean opensNickname(int token) {
    return isQuote(token) && closed(token) > 0;
  }

  /** The first token from there on that is no particle, three at most. */
  private int afterParticles(int token) {
    int at = token;
    while (at < token + 3
        && tokens.shape(at) == Tokens.LOWER
        && tokens.form(at).has(Lexicon.PARTICLE)) {
      at++;
    }
    return at;
  }

  private boolean goesOn(int from, int last, int token) {
    if (tokens.isPossessive(last)
        || isDay(last)
        || isDay(token)
        || tokens.start(token) - tokens.end(last) > WIDEST_GAP) {
      return false;
    }
    if (tokens.isName(token)) {
      return true;
    }
    if (tokens.shape(token) == Tokens.LOWER && tokens.isName(afterParticles(token))) {
      return true;
    }
    return isNickname(from, token);
  }

  private boolean isDay(int token) {
    return tokens.isName(token) && Heads.DAYS.contains(tokens.form(token).folded);
  }

  /** Whether the token is part of a nickname in quotes, with a name before it or none. */
  private boolean isNickname(int from, int token) {
    int open = token;
    while (open > Math.max(from, token - NICKNAME) && !isQuote(open)) {
      open--;
    }
    if (isQuote(open) && open == token && open > from && closed(open) < 0) {
      open--; // it closes one, perhaps
      while (open > Math.max(from, token - NICKNAME) && !isQuote(open)) {
        open--;
      }
    }
    return isQuote(open) && closed(open) >= token;
  }

  /** Where the quote closes that opens a nickname there; -1 where none does. */
  private int closed(int open) {
    int close = open + 1;
    while (close < open + NICKNAME && tokens.shape(close) < Tokens.OTHER) {
      close++;
    }
    boolean is =
        close > open + 1
            && isQuote(close)
            && tokens.isName(open + 1)
            && tokens.isName(close - 1)
            && tokens.isName(close + 1)
            && tokens.start(close + 1) - tokens.end(close) <= WIDEST_GAP;
    return is ? close : -1;
  }

  private boolean isQuote(int token) {
    if (token < 0 || tokens.shape(token) != Tokens.MARK) {
      return false;
    }
    return switch (tokens.text.charAt(tokens.start(token))) {
      case '"', '\'', '\u201C', '\u201D', '\u2018', '\u2019' -> true;
      default -> false;
    };
  }
}
