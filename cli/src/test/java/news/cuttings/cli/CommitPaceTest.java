package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When what is filed is made durable. */
class CommitPaceTest {
  @Test
  void soonAndThenAtGrowingSteps() {
    assertThat(commits(1_000_000, 300)).containsExactly(2, 6, 14, 30, 62, 122, 182, 242);
  }

  @Test
  void afterSoManyStoriesIfThatIsSooner() {
    assertThat(commits(50, 20)).containsExactly(2, 6, 11, 16);
  }

  @Test
  void notWhereNothingIsNew() {
    CommitPace pace = new CommitPace(1, 0);
    assertThat(pace.isDue(0, TimeUnit.HOURS.toNanos(1))).isFalse();
    assertThat(pace.isDue(1, 0)).isTrue();
  }

  /** The seconds at which a run commits that files ten stories a second. */
  private static List<Integer> commits(int stories, int seconds) {
    long start = Long.MAX_VALUE - 5; // the clock may pass over
    CommitPace pace = new CommitPace(stories, start);
    List<Integer> commits = new ArrayList<>();
    for (int second = 1; second < seconds; second++) {
      long now = start + TimeUnit.SECONDS.toNanos(second);
      if (pace.isDue(10L * second, now)) {
        pace.committed(10L * second, now);
        commits.add(second);
      }
    }
    return commits;
  }
}
