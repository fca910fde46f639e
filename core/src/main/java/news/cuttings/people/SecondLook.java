package news.cuttings.people;

/**
 * What a first look at a story found, as features for a second: the same word elsewhere, the other
 * names of its line, the names beside it. For one reading of one text.
 */
final class SecondLook {
  private final Tokens tokens;
  private final Features features;
  private final Keys keys;
  private final int[] lines;

  /** What the first look found: of each token how sure it is, of each row at its start, by line. */
  private final float[] sure;

  private final float[] surest;
  private final float[] inLine;
  private final int[] rowsInLine;

  /** Collects into those keys. */
  SecondLook(Tokens tokens, Features features, Keys keys) {
    this.tokens = tokens;
    this.features = features;
    this.keys = keys;
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
  }

  /** The first look at a story has no second. */
  void first() {
    keys.add(60, 0);
  }

  /** Lets the first look's findings in a row speak for the same words elsewhere. */
  void meet(int from, int to, Lattice row) {
    float inRow = 0;
    for (int i = from; i < to; i++) {
      sure[i] = (float) (1 - row.probability(i - from, Lattice.OUTSIDE));
      inRow = Math.max(inRow, sure[i]);
      if (features.isLoud(i) || !tokens.isName(i) || tokens.shape(i) == Tokens.INITIAL) {
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
    int at = features.place(i);
    boolean counted = !features.isLoud(i) && tokens.isName(i) && tokens.shape(i) != Tokens.INITIAL;
    int best = bucket(counted ? form.sureBut(i) : form.places == 0 ? -1 : form.sure);
    int mean =
        bucket(counted ? form.meanBut(sure[i]) : form.places == 0 ? -1 : form.all / form.places);
    int full = bucket(form.sureLast) * 6 + bucket(form.sureFirst);
    int alone = Math.min(i - from, 2) * 3 + Math.min(to - 1 - i, 2);
    keys.add(61, Keys.pair(best, mean));
    keys.add(62, Keys.pair(mean, full));
    keys.add(63, Keys.pair(Keys.pair(mean, full), at));
    keys.add(64, Keys.pair(Keys.pair(mean, features.lists(i)), at));
    keys.add(65, Keys.pair(full, features.lists(i)));
    keys.add(66, Keys.pair(Keys.pair(mean, full), alone));
    int line = lines[i];
    int others = rowsInLine[line] - 1;
    int neighbours =
        others <= 0 ? 0 : 1 + Math.min(5, (int) (6 * (inLine[line] - surest[from]) / others));
    keys.add(67, Keys.pair(neighbours, Math.min(others, 4)));
    keys.add(68, Keys.pair(Keys.pair(neighbours, Math.min(others, 4)), features.lists(i)));
    beside(i, from - 1, -1, 69);
    beside(i, to, 1, 71);
  }

  /** What the first look found a few words before or after the row. */
  private void beside(int i, int start, int step, int kind) {
    long gap = Hashes.SEED;
    int at = start;
    int words = 0;
    while (words < 3 && features.isWord(at) && !tokens.isName(at)) {
      gap = Hashes.step(gap, (int) features.kind(at));
      at += step;
      words++;
    }
    int found = features.isWord(at) && tokens.isName(at) ? bucket(sure[at]) : 0;
    keys.add(kind, Keys.pair(gap, found));
    keys.add(kind + 1, Keys.pair(Keys.pair(gap, found), features.lists(i)));
  }

  private static int bucket(float probability) {
    if (probability < 0) {
      return 0;
    }
    return probability < 0.05f
        ? 1
        : probability < 0.3f ? 2 : probability < 0.7f ? 3 : probability < 0.95f ? 4 : 5;
  }
}
