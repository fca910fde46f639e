package news.cuttings.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a ranking is worth, by trec_eval's rules: a story is right from grade 1 on; gains are the
 * grades themselves, discounted by the binary logarithm of rank + 1; what the topic lacks in hits
 * counts as wrong.
 */
public enum Measure {
  /** Normalised discounted cumulative gain of the first ten (K. Järvelin, J. Kekäläinen, 2002). */
  NDCG_10("nDCG@10") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      double ideal = 0;
      List<Integer> best =
          grades.values().stream().filter(grade -> grade > 0).sorted((a, b) -> b - a).toList();
      for (int i = 0; i < Math.min(TOP, best.size()); i++) {
        ideal += best.get(i) / log2(i + 2.0);
      }
      double gain = 0;
      for (int i = 0; i < Math.min(TOP, hits.size()); i++) {
        gain += Math.max(0, grades.getOrDefault(hits.get(i), 0)) / log2(i + 2.0);
      }
      return ideal == 0 ? 0 : gain / ideal;
    }
  },

  /** Average precision over all hits. */
  MAP("MAP") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      int found = 0;
      double sum = 0;
      for (int i = 0; i < hits.size(); i++) {
        if (isRight(hits.get(i), grades)) {
          found++;
          sum += found / (i + 1.0);
        }
      }
      long all = right(grades);
      return all == 0 ? 0 : sum / all;
    }
  },

  /** The share of right ones among the first ten. */
  P_10("P@10") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      return found(hits, grades, TOP) / (double) TOP;
    }
  },

  /** The share of all right ones that are among the first hundred. */
  R_100("R@100") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      long all = right(grades);
      return all == 0 ? 0 : found(hits, grades, 100) / (double) all;
    }
  },

  /** One over the rank of the first right one. */
  MRR("MRR") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      for (int i = 0; i < hits.size(); i++) {
        if (isRight(hits.get(i), grades)) {
          return 1 / (i + 1.0);
        }
      }
      return 0;
    }
  },

  /** The share of judged ones, right or wrong, among the first ten: how far to trust the others. */
  JUDGED_10("judged@10") {
    @Override
    double of(List<String> hits, Map<String, Integer> grades) {
      long judged = hits.stream().limit(TOP).filter(grades::containsKey).count();
      return judged / (double) TOP;
    }
  };

  private static final int TOP = 10;

  private final String label;

  Measure(String label) {
    this.label = label;
  }

  /** The name in reports: {@code nDCG@10}. */
  public String label() {
    return label;
  }

  /** The measure of that name; empty where there is none. */
  public static Optional<Measure> of(String label) {
    return List.of(values()).stream().filter(m -> m.label.equalsIgnoreCase(label)).findFirst();
  }

  /**
   * The worth of the hits of one topic, from 0 to 1.
   *
   * @param hits the ids of stories, best first, none twice
   * @param grades the topic's judgments
   */
  abstract double of(List<String> hits, Map<String, Integer> grades);

  private static boolean isRight(String hit, Map<String, Integer> grades) {
    return grades.getOrDefault(hit, 0) >= 1;
  }

  private static long right(Map<String, Integer> grades) {
    return grades.values().stream().filter(grade -> grade >= 1).count();
  }

  private static long found(List<String> hits, Map<String, Integer> grades, int top) {
    return hits.stream().limit(top).filter(hit -> isRight(hit, grades)).count();
  }

  private static double log2(double number) {
    return Math.log(number) / Math.log(2);
  }
}
