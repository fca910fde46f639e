package news.cuttings.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Learns the weights of a {@link Lattice} from labelled rows: stochastic gradient ascent of the
 * likelihood in AdaGrad's steps (J. Duchi, E. Hazan, Y. Singer, 2011) with an L1 penalty that is
 * paid when a weight is next used; the mean of the last epochs counts. Deterministic.
 */
final class Learner {
  private static final int LABELS = Lattice.LABELS;

  private static final float RATE = 0.1f;
  private static final float PENALTY = 3e-7f;

  /** The share of the features that a step does not see. */
  private static final float HIDDEN = 0.1f;

  private static final int FEWEST = 3;
  private static final int AVERAGED = 3;

  /** A feature whose weights are all nearer to 0 is left out. */
  private static final float LEAST = 0.05f;

  /** Weights beyond are cut, for the sake of the bytes' fineness. */
  private static final float MOST = 4;

  private static final float TINY = 1e-6f;

  /** A row of words, with the features of each; a learner puts numbers in the hashes' place. */
  static final class Row {
    private final byte[] labels;
    private final int[][] facts;
    private final int[][] more;
    private final float weight;

    /**
     * A row.
     *
     * @param labels of each word its label
     * @param facts of each word its features' hashes
     * @param more the same
     * @param weight how much the row counts
     */
    Row(byte[] labels, int[][] facts, int[][] more, float weight) {
      this.labels = labels;
      this.facts = facts;
      this.more = more;
      this.weight = weight;
    }
  }

  private final List<Row> rows;
  private final Random random = new Random(42);
  private final int[] keys;
  private final float[] weights;
  private final float[] squares;
  private final float[] sums;
  private final int[] seen;
  private final float[] transitions = new float[LABELS * LABELS];
  private final float[] transitionSquares = new float[LABELS * LABELS];
  private final Lattice lattice = new Lattice();
  private final float[] scores = new float[Rows.LONGEST * LABELS];
  private final float[] gradient = new float[LABELS];
  private int time;

  Learner(List<Row> rows) {
    this.rows = new ArrayList<>(rows);
    keys = frequent(rows);
    weights = new float[keys.length * LABELS];
    squares = new float[weights.length];
    sums = new float[weights.length];
    seen = new int[keys.length];
    for (Row row : rows) {
      for (int i = 0; i < row.labels.length; i++) {
        number(row.facts[i]);
        number(row.more[i]);
      }
    }
  }

  static int[][] copy(int[][] facts) {
    int[][] copy = new int[facts.length][];
    Arrays.setAll(copy, i -> facts[i].clone());
    return copy;
  }

  /** The hashes that occur often enough, ascending. */
  private static int[] frequent(List<Row> rows) {
    int[] all =
        rows.stream()
            .flatMap(row -> Stream.of(row.facts, row.more))
            .flatMap(Arrays::stream)
            .flatMapToInt(Arrays::stream)
            .toArray();
    Arrays.sort(all);
    int size = 0;
    for (int from = 0; from < all.length; ) {
      int end = from;
      while (end < all.length && all[end] == all[from]) {
        end++;
      }
      if (end - from >= FEWEST) {
        all[size++] = all[from];
      }
      from = end;
    }
    return Arrays.copyOf(all, size);
  }

  /** Puts numbers in the place of hashes, less than 0 for rare ones. */
  private void number(int[] facts) {
    for (int i = 0; i < facts.length; i++) {
      facts[i] = Arrays.binarySearch(keys, facts[i]);
    }
  }

  Weights learn(int epochs) {
    for (int epoch = 0; epoch < epochs; epoch++) {
      Collections.shuffle(rows, random);
      rows.forEach(this::step);
      if (epoch >= epochs - AVERAGED) {
        for (int i = 0; i < keys.length; i++) {
          pay(i);
        }
        for (int i = 0; i < weights.length; i++) {
          sums[i] += weights[i] / Math.min(AVERAGED, epochs);
        }
      }
    }
    return packed();
  }

  private void step(Row row) {
    int words = row.labels.length;
    long dice = random.nextLong();
    time++;
    Arrays.fill(scores, 0, words * LABELS, 0);
    for (int i = 0; i < words; i++) {
      score(row.facts[i], i, dice + 2L * i);
      score(row.more[i], i, dice + 2L * i + 1);
    }
    lattice.transitions(transitions);
    lattice.sum(scores, words);
    for (int i = 0; i < words; i++) {
      for (int y = 0; y < LABELS; y++) {
        double right = row.labels[i] == y ? 1 : 0;
        gradient[y] = (float) (lattice.probability(i, y) - right) * row.weight;
      }
      update(row.facts[i], dice + 2L * i);
      update(row.more[i], dice + 2L * i + 1);
    }
    for (int i = 0; i + 1 < words; i++) {
      step(row, i);
    }
  }

  private void step(Row row, int word) {
    for (int x = 0; x < LABELS; x++) {
      for (int y = 0; y < LABELS; y++) {
        double right = row.labels[word] == x && row.labels[word + 1] == y ? 1 : 0;
        float slope = (float) (lattice.probability(word, x, y) - right) * row.weight;
        int at = x * LABELS + y;
        transitionSquares[at] += slope * slope;
        transitions[at] -= RATE * slope / (float) Math.sqrt(transitionSquares[at] + TINY);
      }
    }
  }

  private static boolean isUsed(int fact, long dice) {
    return fact >= 0 && (Hashes.mix(dice * 31 + fact) & 1023) >= HIDDEN * 1024;
  }

  private void score(int[] facts, int word, long dice) {
    for (int fact : facts) {
      if (isUsed(fact, dice)) {
        pay(fact);
        for (int y = 0; y < LABELS; y++) {
          scores[word * LABELS + y] += weights[fact * LABELS + y];
        }
      }
    }
  }

  private void update(int[] facts, long dice) {
    for (int fact : facts) {
      if (isUsed(fact, dice)) {
        for (int y = 0; y < LABELS; y++) {
          int at = fact * LABELS + y;
          squares[at] += gradient[y] * gradient[y];
          weights[at] -= RATE * gradient[y] / (float) Math.sqrt(squares[at] + TINY);
        }
      }
    }
  }

  /** Pays the penalty for the steps since the feature was last seen. */
  private void pay(int fact) {
    int missed = time - seen[fact];
    seen[fact] = time;
    for (int at = fact * LABELS; missed > 0 && at < (fact + 1) * LABELS; at++) {
      float due = PENALTY * missed * RATE / (float) Math.sqrt(squares[at] + TINY);
      weights[at] = Math.signum(weights[at]) * Math.max(0, Math.abs(weights[at]) - due);
    }
  }

  private Weights packed() {
    float most = TINY;
    int[] kept = new int[keys.length];
    int size = 0;
    for (int i = 0; i < keys.length; i++) {
      float own = 0;
      for (int y = 0; y < LABELS; y++) {
        own = Math.max(own, Math.abs(sums[i * LABELS + y]));
      }
      most = Math.max(most, own);
      if (own > LEAST) {
        kept[size++] = i;
      }
    }
    float scale = Math.min(most, MOST) / Byte.MAX_VALUE;
    int[] out = new int[size];
    byte[] packed = new byte[size * LABELS];
    for (int i = 0; i < size; i++) {
      out[i] = keys[kept[i]];
      for (int y = 0; y < LABELS; y++) {
        int weight = Math.round(sums[kept[i] * LABELS + y] / scale);
        packed[i * LABELS + y] = (byte) Math.clamp(weight, -Byte.MAX_VALUE, Byte.MAX_VALUE);
      }
    }
    return new Weights(out, packed, transitions.clone(), scale, 1, 0);
  }
}
