package news.cuttings.people;

import java.util.Arrays;
import java.util.Set;
import java.util.function.LongFunction;

/** Finds what is called like a person and is none, and names of places of more than one word. */
final class NonPersonNames {
  private static final int MOST_WORDS = 4;
  private static final int MOST_IN_FIRM = 7;

  private NonPersonNames() {}

  /**
   * Of each token whether it is part of a thing's name: {@code Aston Villa, Hurricane Katrina,
   * Parkinson's disease}.
   */
  static boolean[] things(Tokens tokens) {
    boolean[] things = find(tokens, Lexicon.THING, tokens.lexicon()::things);
    for (int i = 1; i < things.length; i++) {
      if (tokens.isName(i) && tokens.form(i).has(Lexicon.FIRM)) {
        firm(tokens, i, things);
      }
      if (tokens.isPossessive(i - 1) && tokens.form(i).has(Lexicon.AILMENT)) {
        things[i - 1] = true;
      }
      if (tokens.isName(i) && Heads.OF_STORMS.contains(tokens.form(i - 1).folded)) {
        things[i] = true;
      }
    }
    return things;
  }

  /** Marks the words of a firm, backwards from its end: {@code Goldman, Sachs & Co}. */
  private static void firm(Tokens tokens, int end, boolean[] things) {
    boolean list = isAnd(tokens, end - 1);
    things[end] = true;
    for (int i = end - 1; i > end - MOST_IN_FIRM && i >= 0; i--) {
      if (tokens.isName(i)) {
        things[i] = true;
      } else if (!tokens.is(i, '&') && !(list && (tokens.is(i, ',') || isAnd(tokens, i)))) {
        return;
      }
    }
  }

  private static boolean isAnd(Tokens tokens, int token) {
    return tokens.is(token, '&') || tokens.form(token).folded.equals("and");
  }

  /** Of each token whether it is part of a place's name: {@code Sierra Leone}. */
  static boolean[] places(Tokens tokens) {
    return find(tokens, Lexicon.START_OF_PLACE, tokens.lexicon()::places);
  }

  private static boolean[] find(Tokens tokens, int first, LongFunction<Set<String>> names) {
    boolean[] found = new boolean[tokens.size()];
    for (int i = 0; i < tokens.size(); i++) {
      Form form = tokens.form(i);
      if (form.has(first) && tokens.isName(i)) {
        find(tokens, i, names.apply(form.hash), found);
      }
    }
    return found;
  }

  private static void find(Tokens tokens, int from, Set<String> names, boolean[] found) {
    StringBuilder words = new StringBuilder(tokens.form(from).folded);
    int end = Math.min(tokens.size(), from + MOST_WORDS);
    for (int i = from; i < end && tokens.shape(i) != Tokens.LINE_END; i++) {
      if (i > from) {
        words.append(' ').append(tokens.form(i).folded);
      }
      if (tokens.shape(i) != Tokens.LOWER && names.contains(words.toString())) {
        Arrays.fill(found, from, i + 1, true);
      }
    }
  }
}
