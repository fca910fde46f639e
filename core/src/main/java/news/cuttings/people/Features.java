package news.cuttings.people;

/**
 * What a text shows of each word that may be in a name, as hashes: the word, its letters, its
 * neighbours, what lists and the rest of the text say of them. For one reading of one text.
 */
final class Features {
  /** Stands for the line's ends among neighbours. */
  private static final long EDGE = Hashes.of("\n");

  private final Tokens tokens;
  private final Keys keys;
  private final boolean[] loud;
  private final boolean[] things;
  private final boolean[] places;

  /** Collects into those keys. */
  Features(Tokens tokens, Keys keys) {
    this.tokens = tokens;
    this.keys = keys;
    loud = Headlines.loud(tokens);
    things = NonPersonNames.things(tokens);
    places = NonPersonNames.places(tokens);
    count();
  }

  boolean isLoud(int token) {
    return loud[token];
  }

  /** Whether the word is part of a name that is no person's. */
  boolean isThing(int token) {
    return things[token];
  }

  /** Counts what the text shows of its words wherever they stand. */
  private void count() {
    for (int i = 0; i < tokens.size(); i++) {
      if (!tokens.isName(i) || loud[i]) {
        continue;
      }
      Form form = tokens.form(i);
      if (form.has(Lexicon.FIRM) && i > 0) {
        markFirm(i);
      }
      if (i > 0 && tokens.isName(i - 1) && !tokens.isPossessive(i - 1)) {
        Form before = tokens.form(i - 1);
        if (before.has(Lexicon.TITLE)) {
          form.afterTitle++;
        } else if (before.has(Lexicon.GIVEN) && !before.has(Lexicon.COMMON)) {
          form.afterGiven++;
        }
        if (form.has(Lexicon.SURNAME) && !form.has(Lexicon.COMMON)) {
          before.beforeSurname++;
        }
      } else if (i > 0
          && tokens.shape(i - 1) == Tokens.LOWER
          && tokens.form(i - 1).has(Lexicon.TITLE)) {
        form.afterTitle++;
      }
    }
  }

  private void markFirm(int end) {
    for (int i = end - 1; i >= 0 && i >= end - 6; i--) {
      if (tokens.isName(i)) {
        tokens.form(i).ofFirm = true;
      } else if (!tokens.is(i, '&') && !tokens.is(i, ',') && !tokens.form(i).folded.equals("and")) {
        return;
      }
    }
  }

  boolean isWord(int token) {
    return token >= 0 && token < tokens.size() && tokens.shape(token) != Tokens.LINE_END;
  }

  private long word(int token) {
    return isWord(token) ? tokens.form(token).hash : EDGE;
  }

  /** What a word says without being that word: the lists where it has a capital, else its sense. */
  long kind(int token) {
    if (!isWord(token)) {
      return EDGE;
    }
    Form form = tokens.form(token);
    return switch (tokens.shape(token)) {
      case Tokens.MARK -> form.hash;
      case Tokens.OTHER -> 1;
      case Tokens.LOWER -> (form.has(Lexicon.TITLE) ? 100 : 200) + Lexicon.sense(form.facts);
      default -> lists(token);
    };
  }

  /** What the lists say, the case, and whether the text has the word in small letters. */
  long lists(int token) {
    if (!isWord(token)) {
      return EDGE;
    }
    Form form = tokens.form(token);
    return (form.facts & (long) Lexicon.LISTS) << 4
        | tokens.shape(token) << 1
        | (form.lower > 0 ? 1 : 0);
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

  /** The features of one word of a row. */
  void collect(int i, int from, int to) {
    own(i, from, to);
    others(i, from, to);
  }

  /** What the word itself says, and the others of its row. */
  private void own(int i, int from, int to) {
    long own = tokens.form(i).hash;
    keys.add(1, own);
    keys.add(2, Keys.pair(own, place(i)));
    keys.add(7, Keys.pair(word(i - 1), own));
    keys.add(8, Keys.pair(own, word(i + 1)));
    if (i > from) {
      keys.add(48, word(from));
    }
    if (i < to - 1) {
      keys.add(50, word(to - 1));
    }
  }

  /** Whether the word opens a sentence, and stands in a headline. */
  int place(int i) {
    return (loud[i] ? 2 : 0) + (opens(i) ? 1 : 0);
  }

  /** What speaks for any word in that place. */
  void others(int i, int from, int to) {
    int at = place(i);
    keys.add(0, at);
    keys.add(3, word(i - 1));
    keys.add(4, tokens.isPossessive(i) ? 5 : word(i + 1));
    keys.add(5, word(i - 2));
    keys.add(6, word(i + 2));
    keys.add(9, Keys.pair(word(i - 2), word(i - 1)));
    keys.add(10, Keys.pair(word(i + 1), word(i + 2)));
    letters(tokens.form(i), i);
    lists(i, at);
    around(i, from, to);
    story(tokens.form(i), i, at);
  }

  private void letters(Form form, int i) {
    String folded = form.folded;
    int length = folded.length();
    for (int n = 1; n <= 4 && n < length; n++) {
      keys.add(11 + n, Hashes.of(folded, 0, n));
      keys.add(15 + n, Hashes.of(folded, length - n, length));
    }
    long shape = shape(i);
    keys.add(20, shape);
    keys.add(21, Keys.pair(shape, isWord(i - 1) ? shape(i - 1) : EDGE));
    keys.add(22, Keys.pair(shape, isWord(i + 1) ? shape(i + 1) : EDGE));
    keys.add(23, Math.min(length, 12));
  }

  private long shape(int token) {
    long hash = Hashes.SEED;
    char last = 0;
    int same = 0;
    int end = Math.min(tokens.end(token), tokens.start(token) + 20);
    for (int at = tokens.start(token); at < end; at++) {
      char c = tokens.text.charAt(at);
      char kind =
          Character.isUpperCase(c)
              ? 'X'
              : Character.isLowerCase(c) ? 'x' : Character.isDigit(c) ? '0' : c;
      same = kind == last ? same + 1 : 0;
      if (same < 2) {
        hash = Hashes.step(hash, kind);
      }
      last = kind;
    }
    return hash;
  }

  private void lists(int i, int at) {
    long own = lists(i);
    long before = kind(i - 1);
    long after = tokens.isPossessive(i) ? 5 : kind(i + 1);
    keys.add(24, own);
    keys.add(25, Keys.pair(own, at));
    keys.add(26, before);
    keys.add(27, after);
    keys.add(28, Keys.pair(own, before));
    keys.add(29, Keys.pair(own, after));
    keys.add(30, Keys.pair(Keys.pair(own, before), after));
    keys.add(31, kind(i - 2));
    keys.add(32, kind(i + 2));
    keys.add(33, Keys.pair(before, after));
    keys.add(34, Keys.pair(kind(i - 2), before));
    keys.add(35, Keys.pair(after, kind(i + 2)));
    keys.add(36, Keys.pair(own, word(i - 1)));
    keys.add(37, Keys.pair(own, word(i + 1)));
  }

  /** What stands before and after the whole row, and where in it the word is. */
  private void around(int i, int from, int to) {
    long before = word(from - 1);
    long after = tokens.isPossessive(to - 1) ? 5 : word(to);
    int left = Math.min(i - from, 3);
    int right = Math.min(to - 1 - i, 3);
    int place = left * 4 + right;
    keys.add(40, place);
    keys.add(41, Keys.pair(before, place));
    keys.add(42, Keys.pair(after, place));
    keys.add(43, Keys.pair(kind(from - 1), place));
    keys.add(44, Keys.pair(tokens.isPossessive(to - 1) ? 5 : kind(to), place));
    keys.add(45, Keys.pair(kind(from - 1), kind(to)));
    keys.add(46, Keys.pair(kind(from - 2), kind(from - 1)));
    keys.add(47, Keys.pair(kind(to), kind(to + 1)));
    if (left > 0) {
      keys.add(49, Keys.pair(lists(from), left));
    }
    if (right > 0) {
      keys.add(51, Keys.pair(lists(to - 1), right));
    }
    keys.add(52, Keys.pair(lists(i), place));
    int rest = 0;
    for (int k = from; k < to; k++) {
      rest |= tokens.form(k).facts & (Lexicon.HEAD | Lexicon.FIRM);
    }
    keys.add(53, rest);
    int edges = (isWord(from - 1) ? 0 : 1) + (isWord(to) ? 0 : 2);
    keys.add(54, Keys.pair(edges, place));
    keys.add(72 + 1, Keys.pair(edges, lists(i)));
  }

  /** What the rest of the story shows of the word. */
  private void story(Form form, int i, int at) {
    int seen =
        (form.lower > 0 ? 1 : 0)
            + (form.afterTitle > 0 ? 2 : 0)
            + (form.afterGiven > 0 ? 4 : 0)
            + (form.beforeSurname > 0 ? 8 : 0)
            + (form.ofFirm ? 16 : 0);
    keys.add(55, seen);
    keys.add(56, Keys.pair(seen, lists(i)));
    keys.add(57, Keys.pair(seen, at));
    keys.add(58, Math.min(form.upper, 4));
    keys.add(59, (things[i] ? 1 : 0) + (places[i] ? 2 : 0));
    keys.add(74, Keys.pair(places[i] ? 1 : 0, lists(i)));
  }
}
