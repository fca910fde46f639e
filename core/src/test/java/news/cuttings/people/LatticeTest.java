package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Against every way to label a row, one by one. */
class LatticeTest {
  private static final int LABELS = Lattice.LABELS;

  @Property(tries = 200)
  void sumsOverAllWaysToLabel(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int words) {
    Random random = new Random(seed);
    float[] scores = random(random, words * LABELS);
    float[] transitions = random(random, LABELS * LABELS);
    Lattice lattice = new Lattice();
    lattice.transitions(transitions);
    lattice.sum(scores, words);
    double all = 0;
    double most = 0;
    int[] best = {};
    double[] byLabel = new double[words * LABELS];
    double wholeRow = 0;
    int[] labels = new int[words];
    for (int way = 0; way < Math.pow(LABELS, words); way++) {
      for (int i = 0, rest = way; i < words; i++, rest /= LABELS) {
        labels[i] = rest % LABELS;
      }
      double weight = weight(labels, scores, transitions);
      all += weight;
      for (int i = 0; i < words; i++) {
        byLabel[i * LABELS + labels[i]] += weight;
      }
      if (weight > most) {
        most = weight;
        best = labels.clone();
      }
      wholeRow += isOneName(labels) ? weight : 0;
    }
    for (int i = 0; i < byLabel.length; i++) {
      assertThat(lattice.probability(i / LABELS, i % LABELS))
          .isCloseTo(byLabel[i] / all, within(1e-9));
    }
    assertThat(lattice.name(0, words - 1)).isCloseTo(wholeRow / all, within(1e-9));
    assertThat(Arrays.copyOf(lattice.best(), words)).isEqualTo(best);
  }

  private static boolean isOneName(int[] labels) {
    int last = labels.length - 1;
    for (int i = 1; i < last; i++) {
      if (labels[i] != Lattice.INSIDE) {
        return false;
      }
    }
    return last == 0
        ? labels[0] == Lattice.WHOLE
        : labels[0] == Lattice.FIRST && labels[last] == Lattice.LAST;
  }

  /** 0 where a name that has not begun goes on, or one that has begun does not end. */
  private static double weight(int[] labels, float[] scores, float[] transitions) {
    double sum = 0;
    boolean open = false;
    for (int i = 0; i < labels.length; i++) {
      boolean goesOn = labels[i] == Lattice.INSIDE || labels[i] == Lattice.LAST;
      if (goesOn != open) {
        return 0;
      }
      open = labels[i] == Lattice.FIRST || labels[i] == Lattice.INSIDE;
      sum += scores[i * LABELS + labels[i]];
      sum += i == 0 ? 0 : transitions[labels[i - 1] * LABELS + labels[i]];
    }
    return open ? 0 : Math.exp(sum);
  }

  private static float[] random(Random random, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
