package news.cuttings.formats.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.story.Letters;

/**
 * Decision trees whose answers are summed to log-odds: gradient boosting, J. Friedman, "Greedy
 * Function Approximation", 2001. Immutable, safe for use by many threads.
 */
final class Trees {
  private final float bias;
  private final List<Tree> trees;

  /** One tree, node by node; the left branch is taken where the sign is at most the limit. */
  static final class Tree {
    private final int[] sign;
    private final float[] limit;
    private final int[] left;

    /**
     * A tree.
     *
     * @param sign of each node, or -1 for a leaf
     * @param limit of each node; of a leaf its answer
     * @param left of each node the left branch's number, the right one's is one more
     */
    Tree(int[] sign, float[] limit, int[] left) {
      this.sign = sign;
      this.limit = limit;
      this.left = left;
    }

    int[] sign() {
      return sign;
    }

    float[] limit() {
      return limit;
    }

    int[] left() {
      return left;
    }

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

  boolean isEmpty() {
    return trees.isEmpty();
  }

  float odds(float[] signs) {
    float sum = bias;
    for (int i = 0; i < trees.size(); i++) {
      sum += trees.get(i).answer(signs);
    }
    return sum;
  }

  float[] odds(float[][] rows) {
    float[] odds = new float[rows.length];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = odds(rows[i]);
    }
    return odds;
  }

  /** As {@link #read} takes it. */
  String write() {
    StringBuilder out = new StringBuilder();
    out.append(trees.size()).append(' ').append(bias).append('\n');
    for (Tree tree : trees) {
      for (int n = 0; n < tree.sign.length; n++) {
        out.append(n == 0 ? "" : " ").append(tree.sign[n]).append(' ').append(tree.limit[n]);
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** Reads what {@code Training} wrote: the number of trees and the bias, then a line a tree. */
  static Trees read(BufferedReader lines) throws IOException {
    List<String> head = words(lines);
    int count = Integer.parseInt(head.get(0));
    List<Tree> trees = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      List<String> parts = words(lines);
      int nodes = parts.size() / 2;
      int[] sign = new int[nodes];
      float[] limit = new float[nodes];
      int[] left = new int[nodes];
      int next = 1;
      for (int n = 0; n < nodes; n++) {
        sign[n] = Integer.parseInt(parts.get(2 * n));
        limit[n] = Float.parseFloat(parts.get(2 * n + 1));
        if (sign[n] >= 0) {
          left[n] = next;
          next += 2;
        }
      }
      trees.add(new Tree(sign, limit, left));
    }
    return new Trees(Float.parseFloat(head.get(1)), trees);
  }

  private static List<String> words(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IOException("it ends before its trees do");
    }
    return Letters.words(line);
  }
}
