package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Learns trees from rows of signs with soft labels and weights. */
final class Boosting {
  private static final int BINS = 64;

  record Options(
      int trees, int leaves, double rate, double least, double l2, double columns, double rows) {
    static Options usual() {
      return new Options(160, 20, .1, 30, 5, .3, .7);
    }
  }

  private final float[][] limits;
  private final byte[][] columns;
  private final float[] labels;
  private final float[] weights;
  private final Options options;
  private final double[] odds;
  private final double[] gradient;
  private final double[] curve;
  double[] gains;

  Boosting(List<float[]> rows, float[] labels, float[] weights, Options options) {
    this.labels = labels;
    this.weights = weights;
    this.options = options;
    int n = rows.size();
    int width = rows.getFirst().length;
    limits = new float[width][];
    columns = new byte[width][n];
    gains = new double[width];
    IntStream.range(0, width)
        .parallel()
        .forEach(f -> {
          float[] values = new float[n];
          for (int i = 0; i < n; i++) {
            values[i] = rows.get(i)[f];
          }
          float[] sorted = values.clone();
          Arrays.sort(sorted);
          List<Float> cuts = new ArrayList<>();
          float[] unique = new float[n];
          int u = 0;
          for (int i = 0; i < n; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
              unique[u++] = sorted[i];
            }
          }
          if (u <= BINS) {
            for (int i = 0; i + 1 < u; i++) {
              cuts.add(middle(unique[i], unique[i + 1]));
            }
          } else {
            for (int b = 1; b < BINS; b++) {
              int at = (int) ((long) n * b / BINS);
              float low = sorted[at];
              int up = at;
              while (up < n && sorted[up] == low) {
                up++;
              }
              float cut = up == n ? low : middle(low, sorted[up]);
              if (up < n && (cuts.isEmpty() || cuts.getLast() < cut)) {
                cuts.add(cut);
              }
            }
          }
          float[] limit = new float[cuts.size()];
          for (int i = 0; i < limit.length; i++) {
            limit[i] = cuts.get(i);
          }
          limits[f] = limit;
          for (int i = 0; i < n; i++) {
            int at = Arrays.binarySearch(limit, values[i]);
            columns[f][i] = (byte) (at < 0 ? -at - 1 : at);
          }
        });
    odds = new double[n];
    gradient = new double[n];
    curve = new double[n];
  }

  private static float middle(float a, float b) {
    // Few digits, so that the file is small; still between the two.
    float mid = a + (b - a) / 2;
    for (int digits = 2; digits < 7; digits++) {
      float rounded =
          Float.parseFloat(String.format(java.util.Locale.ROOT, "%." + digits + "g", mid));
      if (rounded >= a && rounded < b) {
        return rounded;
      }
    }
    return mid >= a && mid < b ? mid : a;
  }

  private final class Leaf {
    int[] rows;
    double g;
    double h;
    int sign = -1;
    int bin;
    double gain;
    int node;
    double[][] sums = new double[0][];

    Leaf(int[] rows) {
      this.rows = rows;
      for (int i : rows) {
        g += gradient[i];
        h += curve[i];
      }
    }
  }

  Trees learn(int seed) {
    int n = labels.length;
    SplittableRandom random = new SplittableRandom(seed);
    double positive = 0;
    double all = 0;
    for (int i = 0; i < n; i++) {
      positive += labels[i] * weights[i];
      all += weights[i];
    }
    double bias = Math.log(positive / (all - positive));
    Arrays.fill(odds, bias);
    List<Trees.Tree> trees = new ArrayList<>();
    for (int t = 0; t < options.trees; t++) {
      for (int i = 0; i < n; i++) {
        double p = 1 / (1 + Math.exp(-odds[i]));
        gradient[i] = weights[i] * (p - labels[i]);
        curve[i] = weights[i] * Math.max(1e-4, p * (1 - p));
      }
      int[] used = IntStream.range(0, n).filter(i -> random.nextDouble() < options.rows).toArray();
      int[] signs =
          IntStream.range(0, columns.length)
              .filter(f -> limits[f].length > 0 && random.nextDouble() < options.columns)
              .toArray();
      Trees.Tree tree = tree(used, signs);
      trees.add(tree);
      apply(tree);
    }
    return new Trees((float) bias, trees);
  }

  private Trees.Tree tree(int[] used, int[] signs) {
    List<int[]> nodes = new ArrayList<>(); // sign, bin, left
    List<Double> answers = new ArrayList<>();
    PriorityQueue<Leaf> open = new PriorityQueue<>(Comparator.comparingDouble(l -> -l.gain));
    Leaf root = new Leaf(used);
    nodes.add(new int[] {-1, 0, 0});
    answers.add(answer(root));
    sum(root, signs, null, null);
    split(root, signs);
    open.add(root);
    int leaves = 1;
    while (leaves < options.leaves && !open.isEmpty() && open.peek().gain > 0) {
      Leaf leaf = open.poll();
      byte[] column = columns[leaf.sign];
      int[] left = Arrays.stream(leaf.rows).filter(i -> column[i] <= leaf.bin).toArray();
      int[] right = Arrays.stream(leaf.rows).filter(i -> column[i] > leaf.bin).toArray();
      gains[leaf.sign] += leaf.gain;
      int at = nodes.size();
      nodes.set(leaf.node, new int[] {leaf.sign, leaf.bin, at});
      leaves++;
      Leaf[] pair = {new Leaf(left), new Leaf(right)};
      int small = left.length <= right.length ? 0 : 1;
      sum(pair[small], signs, null, null);
      sum(pair[1 - small], signs, leaf, pair[small]);
      leaf.sums = new double[0][];
      for (Leaf child : pair) {
        child.node = nodes.size();
        nodes.add(new int[] {-1, 0, 0});
        answers.add(answer(child));
        split(child, signs);
        open.add(child);
      }
      leaf.rows = new int[0];
    }
    // Breadth first, as the file has them.
    List<Integer> order = new ArrayList<>(List.of(0));
    for (int i = 0; i < order.size(); i++) {
      int[] node = nodes.get(order.get(i));
      if (node[0] >= 0) {
        order.add(node[2]);
        order.add(node[2] + 1);
      }
    }
    int[] sign = new int[order.size()];
    float[] limit = new float[order.size()];
    int[] left = new int[order.size()];
    int next = 1;
    for (int i = 0; i < order.size(); i++) {
      int[] node = nodes.get(order.get(i));
      sign[i] = node[0];
      if (node[0] >= 0) {
        limit[i] = limits[node[0]][node[1]];
        left[i] = next;
        next += 2;
      } else {
        limit[i] = (float) (double) answers.get(order.get(i));
      }
    }
    return new Trees.Tree(sign, limit, left);
  }

  private double answer(Leaf leaf) {
    double value = -options.rate * leaf.g / (leaf.h + options.l2);
    return Math.round(value * 1e4) / 1e4;
  }

  /** Gradients and curves by sign and bin: counted, or what one branch leaves of the whole. */
  private void sum(Leaf leaf, int[] signs, @Nullable Leaf whole, @Nullable Leaf other) {
    leaf.sums = new double[signs.length][];
    IntStream.range(0, signs.length)
        .parallel()
        .forEach(s -> {
          double[] sums = new double[2 * BINS + 2];
          if (whole != null && other != null) {
            for (int b = 0; b < sums.length; b++) {
              sums[b] = whole.sums[s][b] - other.sums[s][b];
            }
          } else {
            byte[] column = columns[signs[s]];
            for (int i : leaf.rows) {
              int b = 2 * column[i];
              sums[b] += gradient[i];
              sums[b + 1] += curve[i];
            }
          }
          leaf.sums[s] = sums;
        });
  }

  private void split(Leaf leaf, int[] signs) {
    double base = leaf.g * leaf.g / (leaf.h + options.l2);
    record Best(int sign, int bin, double gain) {}
    Best best =
        IntStream.range(0, signs.length)
            .mapToObj(s -> {
              int f = signs[s];
              double[] sums = leaf.sums[s];
              double left = 0;
              double leftH = 0;
              Best most = new Best(f, 0, 0);
              for (int b = 0; b < limits[f].length; b++) {
                left += sums[2 * b];
                leftH += sums[2 * b + 1];
                double right = leaf.g - left;
                double rightH = leaf.h - leftH;
                if (leftH < options.least || rightH < options.least) {
                  continue;
                }
                double gain =
                    left * left / (leftH + options.l2)
                        + right * right / (rightH + options.l2)
                        - base;
                if (gain > most.gain) {
                  most = new Best(f, b, gain);
                }
              }
              return most;
            })
            .reduce((a, b) -> b.gain > a.gain ? b : a)
            .orElse(new Best(-1, 0, 0));
    leaf.sign = best.sign;
    leaf.bin = best.bin;
    leaf.gain = best.gain;
  }

  private void apply(Trees.Tree tree) {
    // In bins, so that what is learnt from and what is added agree.
    IntStream.range(0, labels.length)
        .parallel()
        .forEach(i -> {
          int at = 0;
          while (tree.sign()[at] >= 0) {
            int f = tree.sign()[at];
            int cut = Arrays.binarySearch(limits[f], tree.limit()[at]);
            at = columns[f][i] <= cut ? tree.left()[at] : tree.left()[at] + 1;
          }
          odds[i] += tree.limit()[at];
        });
  }
}
