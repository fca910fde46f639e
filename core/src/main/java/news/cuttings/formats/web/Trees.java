package news.cuttings.formats.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Decision trees whose answers are summed to log-odds: gradient boosting, J. Friedman, "Greedy
 * Function Approximation", 2001. Immutable, safe for use by many threads.
 */
final class Trees {
  private final float bias;
  private final List<Tree> trees;

  /**
   * One tree, node by node; the left branch is taken where the sign is at most the limit.
   *
   * @param sign of each node, or -1 for a leaf
   * @param limit of each node; of a leaf its answer
   * @param left of each node the left branch's number, the right one's is one more
   */
  record Tree(int[] sign, float[] limit, int[] left) {
    float answer(float[] signs) {
      int at = 0;
      while (sign[at] >= 0) {
        at = signs[sign[at]] <= limit[at] ? left[at] : left[at] + 1;
      }
      return limit[at];
    }
  }

  Trees(float bias, List<Tree> trees) {
    this.bias = bias;
    this.trees = List.copyOf(trees);
  }

  float odds(float[] signs) {
    float sum = bias;
    for (int i = 0; i < trees.size(); i++) {
      sum += trees.get(i).answer(signs);
    }
    return sum;
  }

  float probability(float[] signs) {
    return (float) (1 / (1 + StrictMath.exp(-odds(signs))));
  }

  List<Tree> trees() {
    return trees;
  }

  float bias() {
    return bias;
  }

  /** Reads what {@code Training} wrote: the number of trees and the bias, then a line a tree. */
  static Trees read(BufferedReader lines) throws IOException {
    String[] head = lines.readLine().split(" ");
    int count = Integer.parseInt(head[0]);
    List<Tree> trees = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      String[] parts = lines.readLine().split(" ");
      int nodes = parts.length / 2;
      int[] sign = new int[nodes];
      float[] limit = new float[nodes];
      int[] left = new int[nodes];
      int next = 1;
      for (int n = 0; n < nodes; n++) {
        sign[n] = Integer.parseInt(parts[2 * n]);
        limit[n] = Float.parseFloat(parts[2 * n + 1]);
        if (sign[n] >= 0) {
          left[n] = next;
          next += 2;
        }
      }
      trees.add(new Tree(sign, limit, left));
    }
    return new Trees(Float.parseFloat(head[1]), trees);
  }
}
