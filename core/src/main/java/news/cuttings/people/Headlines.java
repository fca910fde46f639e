package news.cuttings.people;

/** Tells lines whose words have capitals as headlines have. */
final class Headlines {
  private Headlines() {}

  /** Of each token whether its line has capitals for all words, or for most. */
  static boolean[] loud(Tokens tokens) {
    boolean[] loud = new boolean[tokens.size()];
    int from = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (tokens.shape(i) == Tokens.LINE_END) {
        if (isLoud(tokens, from, i)) {
          java.util.Arrays.fill(loud, from, i, true);
        }
        from = i + 1;
      }
    }
    return loud;
  }

  private static boolean isLoud(Tokens tokens, int from, int to) {
    int lower = 0;
    int capital = 0;
    int common = 0;
    int upper = 0;
    for (int i = from; i < to; i++) {
      switch (tokens.shape(i)) {
        case Tokens.LOWER -> lower += tokens.end(i) - tokens.start(i) > 3 ? 1 : 0;
        case Tokens.CAPITAL -> {
          capital++;
          common += tokens.form(i).has(Lexicon.COMMON) ? 1 : 0;
        }
        case Tokens.UPPER -> upper++;
        default -> {}
      }
    }
    return (upper >= 3 && lower + capital <= upper / 4)
        || (capital + upper >= 3 && lower * 4 <= capital && common * 2 >= capital && common >= 2);
  }
}
