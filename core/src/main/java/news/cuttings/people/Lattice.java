package news.cuttings.people;

import java.util.Arrays;

/**
 * The ways to label a row of words, and how probable each is: a linear-chain conditional random
 * field (J. Lafferty, A. McCallum, F. Pereira, 2001). A word is outside, or begins, goes on, ends
 * or is a name. Forward and backward sums are scaled at each word; the numbers are the same on
 * every machine. Reused from row to row; not safe for use by many threads.
 */
final class Lattice {
  static final int OUTSIDE = 0;
  static final int FIRST = 1;
  static final int INSIDE = 2;
  static final int LAST = 3;
  static final int WHOLE = 4;
  static final int LABELS = 5;

  /** By two labels, whether the second may follow the first. */
  private static final boolean[] ALLOWED = new boolean[LABELS * LABELS];

  static {
    for (int from = 0; from < LABELS; from++) {
      boolean open = from == FIRST || from == INSIDE;
      for (int to = 0; to < LABELS; to++) {
        ALLOWED[from * LABELS + to] = open == (to == INSIDE || to == LAST);
      }
    }
  }

  private final double[] step = new double[LABELS * LABELS];
  private int size;
  private double[] node = new double[0];
  private double[] forward = node;
  private double[] backward = node;
  private double[] best = node;
  private double[] scale = node;
  private int[] from = new int[0];
  private int[] labels = from;

  /** Takes the transitions' weights; those that are not allowed do not count. */
  void transitions(float[] weights) {
    for (int i = 0; i < step.length; i++) {
      step[i] = ALLOWED[i] ? StrictMath.exp(weights[i]) : 0;
    }
  }

  /** Takes the scores of a row's words for each label and sums over all ways to label it. */
  void sum(float[] scores, int words) {
    size = words;
    if (scale.length < words) {
      grow(words);
    }
    for (int i = 0; i < words; i++) {
      double most = Double.NEGATIVE_INFINITY;
      for (int y = 0; y < LABELS; y++) {
        most = Math.max(most, scores[i * LABELS + y]);
      }
      for (int y = 0; y < LABELS; y++) {
        node[i * LABELS + y] = StrictMath.exp(Math.max(-60, scores[i * LABELS + y] - most));
      }
    }
    forward();
    backward();
  }

  private void grow(int words) {
    int length = Math.max(words, scale.length * 2);
    node = new double[length * LABELS];
    forward = new double[length * LABELS];
    backward = new double[length * LABELS];
    best = new double[length * LABELS];
    scale = new double[length];
    from = new int[length * LABELS];
    labels = new int[length];
  }

  private static boolean mayStart(int label) {
    return label != INSIDE && label != LAST;
  }

  private static boolean mayEnd(int label) {
    return label != INSIDE && label != FIRST;
  }

  private void forward() {
    for (int i = 0; i < size; i++) {
      double all = 0;
      for (int y = 0; y < LABELS; y++) {
        double sum = 0;
        if (i == 0) {
          sum = mayStart(y) ? 1 : 0;
        } else {
          for (int x = 0; x < LABELS; x++) {
            sum += forward[(i - 1) * LABELS + x] * step[x * LABELS + y];
          }
        }
        sum *= node[i * LABELS + y];
        if (i == size - 1 && !mayEnd(y)) {
          sum = 0;
        }
        forward[i * LABELS + y] = sum;
        all += sum;
      }
      scale[i] = all;
      for (int y = 0; y < LABELS; y++) {
        forward[i * LABELS + y] /= all;
      }
    }
  }

  private void backward() {
    for (int y = 0; y < LABELS; y++) {
      backward[(size - 1) * LABELS + y] = mayEnd(y) ? 1 : 0;
    }
    for (int i = size - 2; i >= 0; i--) {
      for (int x = 0; x < LABELS; x++) {
        double sum = 0;
        for (int y = 0; y < LABELS; y++) {
          sum += step[x * LABELS + y] * after(i + 1, y);
        }
        backward[i * LABELS + x] = sum;
      }
    }
  }

  private double after(int word, int label) {
    return node[word * LABELS + label] * backward[word * LABELS + label] / scale[word];
  }

  /** How probable it is that the word has the label. */
  double probability(int word, int label) {
    return forward[word * LABELS + label] * backward[word * LABELS + label];
  }

  /** How probable it is that the word has the one label and the word after it the other. */
  double probability(int word, int label, int next) {
    return forward[word * LABELS + label] * step[label * LABELS + next] * after(word + 1, next);
  }

  /** How probable it is that there is a name of exactly these words. */
  double name(int first, int last) {
    int label = first == last ? WHOLE : FIRST;
    double all = forward[first * LABELS + label];
    for (int i = first + 1; i <= last; i++) {
      int next = i == last ? LAST : INSIDE;
      all *= step[label * LABELS + next] * node[i * LABELS + next] / scale[i];
      label = next;
    }
    return all * backward[last * LABELS + label];
  }

  /** The most probable way to label the row; valid until the next call. */
  int[] best() {
    Arrays.fill(best, 0, size * LABELS, 0);
    for (int i = 0; i < size; i++) {
      double most = 0;
      for (int y = 0; y < LABELS; y++) {
        double value = i == 0 && mayStart(y) ? 1 : 0;
        for (int x = 0; i > 0 && x < LABELS; x++) {
          double through = best[(i - 1) * LABELS + x] * step[x * LABELS + y];
          if (through > value) {
            value = through;
            from[i * LABELS + y] = x;
          }
        }
        best[i * LABELS + y] = value * node[i * LABELS + y];
        most = Math.max(most, best[i * LABELS + y]);
      }
      for (int y = 0; y < LABELS; y++) {
        best[i * LABELS + y] /= most;
      }
    }
    int label = OUTSIDE;
    for (int y = 0; y < LABELS; y++) {
      if (mayEnd(y) && best[(size - 1) * LABELS + y] > best[(size - 1) * LABELS + label]) {
        label = y;
      }
    }
    for (int i = size - 1; i >= 0; i--) {
      labels[i] = label;
      label = from[i * LABELS + label];
    }
    return labels;
  }
}
