package news.cuttings.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns the weights of a {@link Lattice} from labelled rows: stochastic gradient of the likelihood
 * with AdaGrad's steps (J. Duchi, E. Hazan, Y. Singer, 2011) and an L1 penalty. Deterministic.
 */
final class Learner {
  private static final int L = Lattice.LABELS;

  static float rate = Float.parseFloat(System.getProperty("rate", "0.1"));
  static float l1 = Float.parseFloat(System.getProperty("l1", "1e-6"));
  static int fewest = Integer.getInteger("fewest", 3);
  static float drop = Float.parseFloat(System.getProperty("drop", "0.1"));
  static float prune = Float.parseFloat(System.getProperty("prune", "0.05"));

  /** A row: of each word the label and the facts' hashes, in two parts. */
  record Row(byte[] labels, int[][] facts, int[][] more, float weight) {}

  private final List<Row> rows;
  private final Random random = new Random(42);
  private final int[] keys;
  private final int[] slots;
  private final int[] numbers;
  private final float[] weights;
  private final float[] squares;
  private final int[] seen;
  private final float[] transitions = new float[L * L];
  private final float[] transitionSquares = new float[L * L];
  private int time;

  Learner(List<Row> rows) {
    this.rows = rows;
    keys = frequent(rows);
    int size = Integer.highestOneBit(Math.max(2, keys.length)) * 4;
    slots = new int[size];
    numbers = new int[size];
    Arrays.fill(numbers, -1);
    for (int i = 0; i < keys.length; i++) {
      int slot = slot(keys[i]);
      slots[slot] = keys[i];
      numbers[slot] = i;
    }
    weights = new float[keys.length * L];
    squares = new float[keys.length * L];
    sum = new float[keys.length * L];
    seen = new int[keys.length];
    for (Row row : rows) {
      for (int i = 0; i < row.labels.length; i++) {
        number(row.facts[i]);
        number(row.more[i]);
      }
    }
  }

  private int slot(int key) {
    int slot = key & (slots.length - 1);
    while (numbers[slot] >= 0 && slots[slot] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private static int[] frequent(List<Row> rows) {
    int total = 0;
    for (Row row : rows) {
      for (int i = 0; i < row.labels.length; i++) {
        total += row.facts[i].length + row.more[i].length;
      }
    }
    int[] all = new int[total];
    int at = 0;
    for (Row row : rows) {
      for (int i = 0; i < row.labels.length; i++) {
        for (int key : row.facts[i]) {
          all[at++] = key;
        }
        for (int key : row.more[i]) {
          all[at++] = key;
        }
      }
    }
    Arrays.parallelSort(all);
    int[] out = new int[1024];
    int size = 0;
    for (int i = 0; i < all.length; ) {
      int end = i;
      while (end < all.length && all[end] == all[i]) {
        end++;
      }
      if (end - i >= fewest) {
        if (size == out.length) {
          out = Arrays.copyOf(out, size * 2);
        }
        out[size++] = all[i];
      }
      i = end;
    }
    return Arrays.copyOf(out, size);
  }

  /** Puts numbers in the place of hashes, -1 for rare ones. */
  private void number(int[] facts) {
    for (int i = 0; i < facts.length; i++) {
      facts[i] = numbers[slot(facts[i])];
    }
  }

  Weights learn(int epochs) {
    List<Row> order = new ArrayList<>(rows);
    for (int epoch = 0; epoch < epochs; epoch++) {
      java.util.Collections.shuffle(order, random);
      double loss = 0;
      for (Row row : order) {
        loss += step(row);
      }
      if (epoch >= epochs - AVERAGED) {
        remember();
      }
      System.out.printf("  epoch %d loss %.4f features %d%n", epoch, loss / rows.size(), keys.length);
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sum[i] / Math.min(AVERAGED, epochs);
    }
    return packed();
  }

  private static final int AVERAGED = Integer.getInteger("averaged", 3);
  private final float[] sum;

  private void remember() {
    for (int i = 0; i < keys.length; i++) {
      catchUp(i);
    }
    for (int i = 0; i < weights.length; i++) {
      sum[i] += weights[i];
    }
  }

  private final Lattice lattice = new Lattice();
  private float[] scores = new float[Rows.LONGEST * L];
  private final boolean[] hidden = new boolean[512];

  private double step(Row row) {
    int n = row.labels.length;
    time++;
    long mask = random.nextLong();
    for (int i = 0; i < n; i++) {
      Arrays.fill(scores, i * L, i * L + L, 0);
      score(row.facts[i], i, mask + i);
      score(row.more[i], i, mask + i + 7919);
    }
    lattice.transitions(transitions);
    lattice.sum(scores, n);
    double loss = 0;
    float[] gradient = new float[L];
    for (int i = 0; i < n; i++) {
      for (int y = 0; y < L; y++) {
        gradient[y] = (float) (lattice.probability(i, y) - (row.labels[i] == y ? 1 : 0)) * row.weight;
      }
      loss -= Math.log(Math.max(1e-9, lattice.probability(i, row.labels[i])));
      update(row.facts[i], gradient, mask + i);
      update(row.more[i], gradient, mask + i + 7919);
    }
    for (int i = 0; i + 1 < n; i++) {
      for (int x = 0; x < L; x++) {
        for (int y = 0; y < L; y++) {
          int t = x * L + y;
          float g = (float) lattice.probability(i, x, y) - (row.labels[i] == x && row.labels[i + 1] == y ? 1 : 0);
          g *= row.weight;
          if (g != 0) {
            transitionSquares[t] += g * g;
            transitions[t] -= rate * g / (float) Math.sqrt(transitionSquares[t] + 1e-6f);
          }
        }
      }
    }
    return loss;
  }

  private static boolean isHidden(int fact, long mask) {
    return (Hashes.mix(mask * 31 + fact) & 1023) < drop * 1024;
  }

  private void score(int[] facts, int word, long mask) {
    for (int fact : facts) {
      if (fact < 0 || isHidden(fact, mask)) {
        continue;
      }
      catchUp(fact);
      int at = fact * L;
      for (int y = 0; y < L; y++) {
        scores[word * L + y] += weights[at + y];
      }
    }
  }

  private void catchUp(int fact) {
    int missed = time - seen[fact];
    if (missed > 0) {
      seen[fact] = time;
      for (int y = fact * L; y < fact * L + L; y++) {
        float w = weights[y];
        if (w != 0) {
          float shrink = l1 * missed * rate / (float) Math.sqrt(squares[y] + 1e-6f);
          weights[y] = w > 0 ? Math.max(0, w - shrink) : Math.min(0, w + shrink);
        }
      }
    }
  }

  private void update(int[] facts, float[] gradient, long mask) {
    for (int fact : facts) {
      if (fact < 0 || isHidden(fact, mask)) {
        continue;
      }
      int at = fact * L;
      for (int y = 0; y < L; y++) {
        float g = gradient[y];
        squares[at + y] += g * g;
        weights[at + y] -= rate * g / (float) Math.sqrt(squares[at + y] + 1e-6f);
      }
    }
  }

  private Weights packed() {
    float most = 0;
    boolean[] kept = new boolean[keys.length];
    int count = 0;
    for (int i = 0; i < keys.length; i++) {
      for (int y = 0; y < L; y++) {
        kept[i] |= Math.abs(weights[i * L + y]) > prune;
        most = Math.max(most, Math.abs(weights[i * L + y]));
      }
      count += kept[i] ? 1 : 0;
    }
    most = Math.min(most, 4);
    float scale = most / 127;
    int[] out = new int[count];
    byte[] packed = new byte[count * L];
    int at = 0;
    for (int i = 0; i < keys.length; i++) {
      if (kept[i]) {
        out[at] = keys[i];
        for (int y = 0; y < L; y++) {
          packed[at * L + y] =
              (byte) Math.max(-127, Math.min(127, Math.round(weights[i * L + y] / scale)));
        }
        at++;
      }
    }
    System.out.println("  kept " + count + " scale " + scale);
    return new Weights(out, packed, transitions.clone(), scale);
  }
}
