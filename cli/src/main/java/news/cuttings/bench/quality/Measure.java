package news.cuttings.bench.quality;

import java.util.List;
import java.util.Map;

/**
 * What a ranking is worth, from 0 to 1, by the rules of trec_eval 9, and of gdeval and cwl_eval
 * where trec_eval has no such measure; written as ir_measures writes it: {@code nDCG@20}, {@code
 * P(rel=2)@5}, {@code RBP(p=0.95)}. What a topic lacks in hits counts as wrong; a story that nobody
 * judged is wrong. Immutable.
 *
 * @param label as it is written
 * @param formula how it is reckoned
 * @param cutoff how many hits count, from the first
 * @param rel the grade from which on a story is right; gains are not touched by it
 * @param persistence RBP's: the chance that a reader goes on to the next hit
 * @param isExponential whether nDCG's gain is {@code 2^grade - 1} instead of the grade
 * @param isJudgedOnly whether what nobody judged is taken out of the hits before anything else
 */
public record Measure(
    String label,
    Formula formula,
    int cutoff,
    int rel,
    double persistence,
    boolean isExponential,
    boolean isJudgedOnly) {

  /** The first of the {@link #USUAL usual} ones, by which engines are ranked. */
  public static final Measure NDCG_10 = of("nDCG@10");

  /** What is measured where nothing is chosen. */
  public static final List<Measure> USUAL = list("nDCG@10,MAP,P@10,R@100,MRR,Judged@10");

  /**
   * The measure that is written so; case does not matter.
   *
   * @throws IllegalArgumentException where there is none, with what is wrong
   */
  public static Measure of(String written) {
    return MeasureText.read(written.strip());
  }

  /**
   * The measures of a list with commas.
   *
   * @throws IllegalArgumentException where one of them is none
   */
  public static List<Measure> list(String written) {
    return List.of(written.split(",(?![^(]*\\))")).stream()
        .filter(one -> !one.isBlank())
        .map(Measure::of)
        .toList();
  }

  /** Whether more of it is better: of {@code Judged} that cannot be said. */
  public boolean isWorth() {
    return formula != Formula.JUDGED;
  }

  /**
   * The worth of the hits of one topic.
   *
   * @param hits the ids of stories, best first, none twice
   * @param grades the topic's judgments
   */
  double of(List<String> hits, Map<String, Integer> grades) {
    List<String> counted =
        isJudgedOnly
            ? hits.stream().filter(hit -> grades.getOrDefault(hit, -1) >= 0).toList()
            : hits;
    return formula.of(this, new Graded(counted, grades, rel));
  }

  /** How a measure is reckoned. */
  public enum Formula {
    /** Normalised discounted cumulative gain (K. Järvelin, J. Kekäläinen, 2002). */
    NDCG {
      @Override
      double of(Measure measure, Graded hits) {
        double ideal = 0;
        List<Integer> best = hits.gains();
        for (int i = 0; i < Math.min(measure.cutoff, best.size()); i++) {
          ideal += measure.gain(best.get(i)) / log2(i + 2.0);
        }
        double gain = 0;
        for (int i = 0; i < hits.depth(measure); i++) {
          gain += measure.gain(hits.grade(i)) / log2(i + 2.0);
        }
        return ideal == 0 ? 0 : gain / ideal;
      }
    },

    /** Average precision, over all right ones whatever the cutoff. */
    AP {
      @Override
      double of(Measure measure, Graded hits) {
        int found = 0;
        double sum = 0;
        for (int i = 0; i < hits.depth(measure); i++) {
          if (hits.isRight(i)) {
            found++;
            sum += found / (i + 1.0);
          }
        }
        return share(sum, hits.right());
      }
    },

    /** The share of right ones among the first. */
    P {
      @Override
      double of(Measure measure, Graded hits) {
        return hits.found(measure.cutoff) / (double) measure.cutoff;
      }
    },

    /** The share of all right ones that are among the first. */
    R {
      @Override
      double of(Measure measure, Graded hits) {
        return share(hits.found(measure.cutoff), hits.right());
      }
    },

    /** One over the rank of the first right one. */
    RR {
      @Override
      double of(Measure measure, Graded hits) {
        int first = hits.first(measure);
        return first < 0 ? 0 : 1 / (first + 1.0);
      }
    },

    /** Precision at the rank that is the number of right ones. */
    RPREC {
      @Override
      double of(Measure measure, Graded hits) {
        return share(hits.found(hits.right()), hits.right());
      }
    },

    /**
     * Of a right one, the share of as many judged wrong that are not before it; what nobody judged,
     * or what has a grade below 0, counts for nothing (C. Buckley, E. Voorhees, SIGIR 2004).
     */
    BPREF {
      @Override
      double of(Measure measure, Graded hits) {
        double most = Math.min(hits.right(), hits.judgedWrong());
        int wrong = 0;
        double sum = 0;
        for (int i = 0; i < hits.size(); i++) {
          if (hits.isRight(i)) {
            sum += wrong == 0 ? 1 : 1 - Math.min(wrong, hits.right()) / most;
          } else if (hits.isJudgedWrong(i)) {
            wrong++;
          }
        }
        return share(sum, hits.right());
      }
    },

    /** Rank-biased precision (A. Moffat, J. Zobel, 2008). */
    RBP {
      @Override
      double of(Measure measure, Graded hits) {
        double sum = 0;
        double weight = 1 - measure.persistence;
        for (int i = 0; i < hits.depth(measure); i++) {
          sum += hits.isRight(i) ? weight : 0;
          weight *= measure.persistence;
        }
        return sum;
      }
    },

    /** Expected reciprocal rank, grades up to 4 (O. Chapelle and others, CIKM 2009). */
    ERR {
      @Override
      double of(Measure measure, Graded hits) {
        double sum = 0;
        double goesOn = 1;
        for (int i = 0; i < hits.depth(measure); i++) {
          double satisfied = (Math.pow(2, hits.grade(i)) - 1) / Math.pow(2, HIGHEST);
          sum += goesOn * satisfied / (i + 1);
          goesOn *= 1 - satisfied;
        }
        return sum;
      }

      @Override
      int highest() {
        return HIGHEST;
      }
    },

    /** 1 where a right one is among the first, else 0. */
    SUCCESS {
      @Override
      double of(Measure measure, Graded hits) {
        return hits.first(measure) < 0 ? 0 : 1;
      }
    },

    /** The share of judged ones, right or wrong, among the first hits: how far to trust others. */
    JUDGED {
      @Override
      double of(Measure measure, Graded hits) {
        return share(hits.judged(measure.cutoff), hits.depth(measure));
      }
    };

    private static final int HIGHEST = 4;

    abstract double of(Measure measure, Graded hits);

    /** The highest grade that it can reckon with. */
    int highest() {
      return Integer.MAX_VALUE;
    }

    private static double share(double part, int all) {
      return all == 0 ? 0 : part / all;
    }

    private static double log2(double number) {
      return Math.log(number) / Math.log(2);
    }
  }

  private double gain(int grade) {
    return isExponential ? Math.pow(2, grade) - 1 : grade;
  }

  @Override
  public String toString() {
    return label;
  }
}
