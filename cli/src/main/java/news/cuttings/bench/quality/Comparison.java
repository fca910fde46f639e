package news.cuttings.bench.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import news.cuttings.bench.results.Statistics;
import news.cuttings.bench.results.Tree;

/**
 * Two engines' worth over the same topics by one measure.
 *
 * @param measure which
 * @param difference of the means: after less before
 * @param low the lower end of the difference's 95 % interval
 * @param high its upper end
 * @param chance how often so great a difference comes about by chance, from 0 to 1
 * @param corrected the same where it is one of several comparisons: never less
 * @param better topics at which after is better
 * @param worse topics at which it is worse
 */
public record Comparison(
    Measure measure,
    double difference,
    double low,
    double high,
    double chance,
    double corrected,
    int better,
    int worse) {
  private static final double RARE = 0.05;

  /**
   * Compares.
   *
   * @throws IllegalArgumentException where the topics are not the same
   */
  public static Comparison of(Scores before, Scores after, Measure measure) {
    if (!before.topics().equals(after.topics())) {
      throw new IllegalArgumentException("the two were not scored on the same topics");
    }
    double[] a = before.of(measure);
    double[] b = after.of(measure);
    double[] differences = new double[a.length];
    Arrays.setAll(differences, i -> b[i] - a[i]);
    Statistics.Interval interval = Statistics.interval(differences);
    double chance = Statistics.chance(a, b);
    return new Comparison(
        measure,
        Statistics.mean(differences),
        interval.low(),
        interval.high(),
        chance,
        chance,
        (int) Arrays.stream(differences).filter(d -> d > 0).count(),
        (int) Arrays.stream(differences).filter(d -> d < 0).count());
  }

  /**
   * The comparisons of the others with the first by all that was measured, one list for each other,
   * with their chances corrected for there being so many (S. Holm, 1979): who looks at twenty
   * differences finds one that comes about by chance in a case of twenty.
   */
  public static List<List<Comparison>> withFirst(List<Scores> scores) {
    List<Comparison> all = new ArrayList<>();
    List<Measure> measures = scores.get(0).measures().stream().filter(Measure::isWorth).toList();
    for (Scores other : scores.subList(1, scores.size())) {
      measures.forEach(measure -> all.add(of(other, scores.get(0), measure)));
    }
    double[] corrected = Statistics.holm(all.stream().mapToDouble(Comparison::chance).toArray());
    List<List<Comparison>> byOther = new ArrayList<>();
    for (int from = 0; from < all.size(); from += measures.size()) {
      List<Comparison> of = new ArrayList<>();
      for (int i = from; i < from + measures.size(); i++) {
        of.add(all.get(i).correctedTo(corrected[i]));
      }
      byOther.add(List.copyOf(of));
    }
    return byOther;
  }

  private Comparison correctedTo(double chance) {
    return new Comparison(measure, difference, low, high, this.chance, chance, better, worse);
  }

  /** What to make of it where interval and chances do not say the same. */
  public Optional<String> doubt() {
    boolean isApart = low > 0 || high < 0;
    if (isApart && chance >= RARE) {
      return Optional.of(
          "the interval leaves out 0, yet by chance so great a difference is not rare: the interval"
              + " asks what other topics would give, p what swapping the two at each topic would;"
              + " with few topics, or few that differ, the interval is too narrow: undecided");
    }
    if (!isApart && chance < RARE) {
      return Optional.of(
          "by chance so great a difference is rare, yet the interval has 0 in it: the two differ on"
              + " these topics, but it hangs on some of them, and other topics may show none");
    }
    if (chance < RARE && corrected >= RARE) {
      return Optional.of("rare by itself, but not among so many comparisons: undecided");
    }
    return Optional.empty();
  }

  /** A difference as it is read: {@code +0.0123}. */
  public static String signed(double difference) {
    return String.format(Locale.ROOT, "%+.4f", difference);
  }

  /** A chance as it is read: {@code 0.0123}, {@code < 0.0001}. */
  public static String chance(double chance) {
    return chance < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "%.4f", chance);
  }

  /**
   * As it is written in results.
   *
   * @param after the name of the engine that is ahead where the difference is positive
   */
  public Map<String, Object> tree(String after) {
    Map<String, Object> tree =
        Tree.map(
            "engine", after,
            "measure", measure.label(),
            "ahead", difference,
            "low", low,
            "high", high,
            "p", chance,
            "p_holm", corrected,
            "better", better,
            "worse", worse);
    doubt().ifPresent(doubt -> tree.put("doubt", doubt));
    return tree;
  }
}
