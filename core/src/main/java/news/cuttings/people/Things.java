package news.cuttings.people;

import java.util.Arrays;
import java.util.Set;

/** Finds what is known to be called like a person and to be none: {@code Aston Villa}. */
final class Things {
  private static final int MOST_WORDS = 4;

  private Things() {}

  /** Of each token whether it is part of such a name. */
  static boolean[] barred(Tokens tokens) {
    boolean[] barred = new boolean[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      Form form = tokens.form(i);
      if (!form.has(Lexicon.THING) || !tokens.isName(i)) {
        continue;
      }
      Set<String> things = tokens.things(i);
      if (things.contains(form.folded)) {
        barred[i] = true;
      }
      StringBuilder words = new StringBuilder(form.folded);
      for (int end = i + 1; end < Math.min(tokens.size(), i + MOST_WORDS); end++) {
        words.append(' ').append(tokens.form(end).folded);
        if (tokens.shape(end) != Tokens.LOWER && things.contains(words.toString())) {
          Arrays.fill(barred, i, end + 1, true);
        }
      }
    }
    return barred;
  }
}
