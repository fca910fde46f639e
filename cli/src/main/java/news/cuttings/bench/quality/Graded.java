package news.cuttings.bench.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hits of one topic beside its judgments. Immutable.
 *
 * @param hits the ids of stories, best first, none twice
 * @param grades the topic's judgments
 * @param rel the grade from which on a story is right
 */
record Graded(List<String> hits, Map<String, Integer> grades, int rel) {
  int size() {
    return hits.size();
  }

  /** How many hits count. */
  int depth(Measure measure) {
    return Math.min(measure.cutoff(), hits.size());
  }

  /** The grade of that hit; below 0 counts as 0, as what nobody judged does. */
  int grade(int hit) {
    return Math.max(0, grades.getOrDefault(hits.get(hit), 0));
  }

  boolean isRight(int hit) {
    return isRight(grades.get(hits.get(hit)));
  }

  private boolean isRight(@Nullable Integer grade) {
    return grade != null && grade >= rel;
  }

  boolean isJudgedWrong(int hit) {
    return isWrong(grades.get(hits.get(hit)));
  }

  private boolean isWrong(@Nullable Integer grade) {
    return grade != null && grade >= 0 && grade < rel;
  }

  /** How many stories are right. */
  int right() {
    return (int) grades.values().stream().filter(this::isRight).count();
  }

  /** How many stories are judged, and wrong. */
  int judgedWrong() {
    return (int) grades.values().stream().filter(this::isWrong).count();
  }

  /** How many of the first hits are right. */
  int found(int top) {
    return (int) hits.stream().limit(top).filter(hit -> isRight(grades.get(hit))).count();
  }

  /** How many of the first hits are judged. */
  int judged(int top) {
    return (int) hits.stream().limit(top).filter(grades::containsKey).count();
  }

  /** The first right hit of those that count; -1 where there is none. */
  int first(Measure measure) {
    for (int i = 0; i < depth(measure); i++) {
      if (isRight(i)) {
        return i;
      }
    }
    return -1;
  }

  /** The grades above 0, best first. */
  List<Integer> gains() {
    return grades.values().stream()
        .filter(grade -> grade > 0)
        .sorted(Comparator.reverseOrder())
        .toList();
  }
}
