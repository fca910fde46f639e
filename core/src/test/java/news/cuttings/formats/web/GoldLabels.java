package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of each block of a page what share of it is in the text that people took from the page. */
final class GoldLabels {
  private record Match(int block, int from, int to, double weight) {}

  private GoldLabels() {}

  static float[] of(Layout layout, String gold) {
    List<String> words = Agreement.words(gold);
    Map<String, List<Integer>> pairs = new HashMap<>();
    for (int i = 0; i < words.size(); i++) {
      pairs.computeIfAbsent(pair(words, i), k -> new ArrayList<>()).add(i);
    }
    List<Match> matches = new ArrayList<>();
    List<Block> blocks = layout.blocks;
    float[] label = new float[blocks.size()];
    List<List<String>> texts = new ArrayList<>();
    for (Block block : blocks) {
      List<String> own = Agreement.words(block.text);
      texts.add(own);
      if (own.isEmpty()) {
        continue;
      }
      List<Integer> starts =
          own.size() == 1
              ? positions(words, own.getFirst())
              : pairs.getOrDefault(pair(own, 0), List.of());
      int found = 0;
      for (int start : starts) {
        if (start + own.size() <= words.size()
            && words.subList(start, start + own.size()).equals(own)) {
          matches.add(new Match(block.index, start, start + own.size(), own.size()));
          if (++found == 40) {
            break;
          }
        }
      }
    }
    // The heaviest chain of whole matches, in the order of both.
    double[] best = new double[matches.size()];
    int[] before = new int[matches.size()];
    double heaviest = 0;
    int last = -1;
    // best chain that ends at or before a word: a Fenwick tree of maxima, filled a block at a time
    double[] tree = new double[words.size() + 2];
    int[] holder = new int[words.size() + 2];
    Arrays.fill(holder, -1);
    for (int i = 0; i < matches.size(); ) {
      int j = i;
      while (j < matches.size() && matches.get(j).block == matches.get(i).block) {
        Match m = matches.get(j);
        double max = 0;
        int from = -1;
        for (int k = m.from + 1; k > 0; k -= k & -k) {
          if (tree[k] > max) {
            max = tree[k];
            from = holder[k];
          }
        }
        boolean touches = from >= 0 && matches.get(from).to == m.from;
        best[j] = max + m.weight + (touches ? .1 : 0);
        before[j] = from;
        j++;
      }
      for (int n = i; n < j; n++) {
        if (best[n] > heaviest) {
          heaviest = best[n];
          last = n;
        }
        for (int k = matches.get(n).to + 1; k < tree.length; k += k & -k) {
          if (best[n] > tree[k]) {
            tree[k] = best[n];
            holder[k] = n;
          }
        }
      }
      i = j;
    }
    boolean[] covered = new boolean[words.size()];
    for (int m = last; m >= 0; m = before[m]) {
      Match match = matches.get(m);
      label[match.block] = 1;
      Arrays.fill(covered, match.from, match.to, true);
    }
    // What is there in part, or in another order.
    Set<String> open = new HashSet<>();
    for (int i = 0; i + 2 < words.size(); i++) {
      if (!covered[i] || !covered[i + 1] || !covered[i + 2]) {
        open.add(triple(words, i));
      }
    }
    for (Block block : blocks) {
      List<String> own = texts.get(block.index);
      if (label[block.index] == 0 && own.size() >= 4) {
        int in = 0;
        for (int i = 0; i + 2 < own.size(); i++) {
          in += open.contains(triple(own, i)) ? 1 : 0;
        }
        label[block.index] = (float) in / (own.size() - 2);
      }
    }
    return label;
  }

  private static List<Integer> positions(List<String> words, String word) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < words.size() && positions.size() < 40; i++) {
      if (words.get(i).equals(word)) {
        positions.add(i);
      }
    }
    return positions;
  }

  private static String pair(List<String> words, int i) {
    return words.get(i) + (i + 1 < words.size() ? " " + words.get(i + 1) : "");
  }

  private static String triple(List<String> words, int i) {
    return String.join(" ", words.subList(i, Math.min(i + 3, words.size())));
  }
}
