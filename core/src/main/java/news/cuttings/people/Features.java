package news.cuttings.people;

import java.util.Arrays;

/**
 * What a text shows of each word that may be in a name, as hashes: the word, its letters, its
 * neighbours, what lists and the rest of the text say of them. For one reading of one text.
 */
final class Features {
  /** Stands for the line's ends among neighbours. */
  private static final long EDGE = Hashes.of("\n");

  private final Tokens tokens;
  private final boolean[] loud;
  private final boolean[] things;
  private final boolean[] places;
  private final int[] lines;

  /** What the first look found: of each token how sure it is, of each row at its start, by line. */
  private final float[] sure;

  private final float[] surest;
  private final float[] inLine;
  private final int[] rowsInLine;
  private int[] keys = new int[4096];
  private int size;

  Features(Tokens tokens) {
    this.tokens = tokens;
    loud = Headlines.loud(tokens);
    things = Things.things(tokens);
    places = Things.places(tokens);
    lines = new int[tokens.size()];
    int line = 0;
    for (int i = 0; i < lines.length; i++) {
      lines[i] = line;
      line += tokens.shape(i) == Tokens.LINE_END ? 1 : 0;
    }
    sure = new float[tokens.size()];
    surest = new float[tokens.size()];
    inLine = new float[line + 1];
    rowsInLine = new int[line + 1];
    count();
  }

  /** The hashes collected since {@link #clear}; beyond {@link #size} they mean nothing. */
  int[] keys() {
    return keys;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  boolean isLoud(int token) {
    return loud[token];
  }

  /** Whether the word is part of a name that is no person's. */
  boolean isThing(int token) {
    return things[token];
  }

  private void add(int kind, long value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size++] = (int) (Hashes.mix(value * 0x9E3779B97F4A7C15L + kind) >>> 32);
  }

  private static long pair(long a, long b) {
    return Hashes.mix(a * 31 + 7) + b;
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
      } else if (i > 0 && tokens.shape(i - 1) == Tokens.LOWER && tokens.form(i - 1).has(Lexicon.TITLE)) {
        form.afterTitle++;
      }
    }
  }

  private void markFirm(int end) {
    for (int i = end - 1; i >= 0 && i >= end - 6; i--) {
      if (tokens.isName(i)) {
        tokens.form(i).ofFirm = true;
      } else if (!tokens.is(i, '&')
          && !tokens.is(i, ',')
          && !tokens.form(i).folded.equals("and")) {
        return;
      }
    }
  }

  private boolean isWord(int token) {
    return token >= 0 && token < tokens.size() && tokens.shape(token) != Tokens.LINE_END;
  }

  private long word(int token) {
    return isWord(token) ? tokens.form(token).hash : EDGE;
  }

  /** What a word says without being that word: the lists where it has a capital, else its sense. */
  private long kind(int token) {
    if (!isWord(token)) {
      return EDGE;
    }
    Form form = tokens.form(token);
    return switch (tokens.shape(token)) {
      case Tokens.MARK -> form.hash;
      case Tokens.OTHER -> 1;
      case Tokens.LOWER ->
          (form.has(Lexicon.TITLE) ? 100 : 200) + Lexicon.sense(form.facts);
      default -> lists(token);
    };
  }

  private long lists(int token) {
    if (!isWord(token)) {
      return EDGE;
    }
    Form form = tokens.form(token);
    return (form.facts & Lexicon.LISTS) << 4 | tokens.shape(token) << 1 | (form.lower > 0 ? 1 : 0);
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
    add(1, own);
    add(2, pair(own, place(i)));
    add(7, pair(word(i - 1), own));
    add(8, pair(own, word(i + 1)));
    if (i > from) {
      add(48, word(from));
    }
    if (i < to - 1) {
      add(50, word(to - 1));
    }
  }

  private int place(int i) {
    return (loud[i] ? 2 : 0) + (opens(i) ? 1 : 0);
  }

  /** What speaks for any word in that place. */
  void others(int i, int from, int to) {
    int at = place(i);
    add(0, at);
    add(3, word(i - 1));
    add(4, tokens.isPossessive(i) ? 5 : word(i + 1));
    add(5, word(i - 2));
    add(6, word(i + 2));
    add(9, pair(word(i - 2), word(i - 1)));
    add(10, pair(word(i + 1), word(i + 2)));
    letters(tokens.form(i), i);
    lists(i, at);
    around(i, from, to);
    story(tokens.form(i), i, at);
  }

  private void letters(Form form, int i) {
    String folded = form.folded;
    int length = folded.length();
    for (int n = 1; n <= 4 && n < length; n++) {
      add(11 + n, Hashes.of(folded, 0, n));
      add(15 + n, Hashes.of(folded, length - n, length));
    }
    long shape = shape(i);
    add(20, shape);
    add(21, pair(shape, isWord(i - 1) ? shape(i - 1) : EDGE));
    add(22, pair(shape, isWord(i + 1) ? shape(i + 1) : EDGE));
    add(23, Math.min(length, 12));
  }

  private long shape(int token) {
    long hash = Hashes.SEED;
    char last = 0;
    int same = 0;
    int end = Math.min(tokens.end(token), tokens.start(token) + 20);
    for (int at = tokens.start(token); at < end; at++) {
      char c = tokens.text.charAt(at);
      char kind = Character.isUpperCase(c) ? 'X' : Character.isLowerCase(c) ? 'x' : Character.isDigit(c) ? '0' : c;
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
    add(24, own);
    add(25, pair(own, at));
    add(26, before);
    add(27, after);
    add(28, pair(own, before));
    add(29, pair(own, after));
    add(30, pair(pair(own, before), after));
    add(31, kind(i - 2));
    add(32, kind(i + 2));
    add(33, pair(before, after));
    add(34, pair(kind(i - 2), before));
    add(35, pair(after, kind(i + 2)));
    add(36, pair(own, word(i - 1)));
    add(37, pair(own, word(i + 1)));
  }

  /** What stands before and after the whole row, and where in it the word is. */
  private void around(int i, int from, int to) {
    long before = word(from - 1);
    long after = tokens.isPossessive(to - 1) ? 5 : word(to);
    int left = Math.min(i - from, 3);
    int right = Math.min(to - 1 - i, 3);
    int place = left * 4 + right;
    add(40, place);
    add(41, pair(before, place));
    add(42, pair(after, place));
    add(43, pair(kind(from - 1), place));
    add(44, pair(tokens.isPossessive(to - 1) ? 5 : kind(to), place));
    add(45, pair(kind(from - 1), kind(to)));
    add(46, pair(kind(from - 2), kind(from - 1)));
    add(47, pair(kind(to), kind(to + 1)));
    if (left > 0) {
      add(49, pair(lists(from), left));
    }
    if (right > 0) {
      add(51, pair(lists(to - 1), right));
    }
    add(52, pair(lists(i), place));
    int rest = 0;
    for (int k = from; k < to; k++) {
      rest |= tokens.form(k).facts & (Lexicon.HEAD | Lexicon.FIRM);
    }
    add(53, rest);
    int edges = (isWord(from - 1) ? 0 : 1) + (isWord(to) ? 0 : 2);
    add(54, pair(edges, place));
    add(72 + 1, pair(edges, lists(i)));
  }

  /** What the rest of the story shows of the word. */
  private void story(Form form, int i, int at) {
    int seen =
        (form.lower > 0 ? 1 : 0)
            + (form.afterTitle > 0 ? 2 : 0)
            + (form.afterGiven > 0 ? 4 : 0)
            + (form.beforeSurname > 0 ? 8 : 0)
            + (form.ofFirm ? 16 : 0);
    add(55, seen);
    add(56, pair(seen, lists(i)));
    add(57, pair(seen, at));
    add(58, Math.min(form.upper, 4));
    add(59, (things[i] ? 1 : 0) + (places[i] ? 2 : 0));
    add(74, pair(places[i] ? 1 : 0, lists(i)));
  }

  /** The first look at a story has no second. */
  void first() {
    add(60, 0);
  }

  /** Lets the first look's findings in a row speak for the same words elsewhere. */
  void meet(int from, int to, Lattice row) {
    float inRow = 0;
    for (int i = from; i < to; i++) {
      sure[i] = (float) (1 - row.probability(i - from, Lattice.OUTSIDE));
      inRow = Math.max(inRow, sure[i]);
      if (loud[i] || !tokens.isName(i) || tokens.shape(i) == Tokens.INITIAL) {
        continue;
      }
      Form form = tokens.form(i);
      form.meet(i, sure[i]);
      form.sureFirst = Math.max(form.sureFirst, (float) row.probability(i - from, Lattice.FIRST));
      form.sureLast = Math.max(form.sureLast, (float) row.probability(i - from, Lattice.LAST));
    }
    int line = lines[from];
    inLine[line] += inRow;
    rowsInLine[line]++;
    surest[from] = inRow;
  }

  /** What the first look at the story found for the word's other places, and for its neighbours. */
  void second(int i, int from, int to) {
    Form form = tokens.form(i);
    int at = place(i);
    boolean counted = !loud[i] && tokens.isName(i) && tokens.shape(i) != Tokens.INITIAL;
    int best = bucket(counted ? form.sureBut(i) : form.places == 0 ? -1 : form.sure);
    int mean =
        bucket(counted ? form.meanBut(sure[i]) : form.places == 0 ? -1 : form.all / form.places);
    int full = bucket(form.sureLast) * 6 + bucket(form.sureFirst);
    int alone = Math.min(i - from, 2) * 3 + Math.min(to - 1 - i, 2);
    add(61, pair(best, mean));
    add(62, pair(mean, full));
    add(63, pair(pair(mean, full), at));
    add(64, pair(pair(mean, lists(i)), at));
    add(65, pair(full, lists(i)));
    add(66, pair(pair(mean, full), alone));
    int line = lines[i];
    int others = rowsInLine[line] - 1;
    int neighbours =
        others <= 0 ? 0 : 1 + Math.min(5, (int) (6 * (inLine[line] - surest[from]) / others));
    add(67, pair(neighbours, Math.min(others, 4)));
    add(68, pair(pair(neighbours, Math.min(others, 4)), lists(i)));
    beside(i, from - 1, -1, 69);
    beside(i, to, 1, 71);
  }

  /** What the first look found a few words before or after the row. */
  private void beside(int i, int start, int step, int kind) {
    long gap = Hashes.SEED;
    int at = start;
    int words = 0;
    while (words < 3 && isWord(at) && !tokens.isName(at)) {
      gap = Hashes.step(gap, (int) kind(at));
      at += step;
      words++;
    }
    int found = isWord(at) && tokens.isName(at) ? bucket(sure[at]) : 0;
    add(kind, pair(gap, found));
    add(kind + 1, pair(pair(gap, found), lists(i)));
  }

  private static int bucket(float probability) {
    if (probability < 0) {
      return 0;
    }
    return probability < 0.05f ? 1 : probability < 0.3f ? 2 : probability < 0.7f ? 3 : probability < 0.95f ? 4 : 5;
  }
}
