package news.cuttings.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.cuttings.bench.timing.Ratio.Verdict;
import org.junit.jupiter.api.Test;

/** Ratios of times that are known. */
class RatioTest {
  private static List<Times.Round> rounds(double middle, double noise, long seed) {
    Random random = new Random(seed);
    List<Times.Round> rounds = new ArrayList<>();
    for (int fork = 0; fork < 4; fork++) {
      for (int round = 0; round < 6; round++) {
        double time = middle * Math.exp(noise * random.nextGaussian());
        rounds.add(new Times.Round(fork, round, time, time));
      }
    }
    return rounds;
  }

  @Test
  void halfTheTimeIsFaster() {
    Ratio ratio = Ratio.paired(rounds(50, 0.05, 1), rounds(100, 0.05, 2));
    assertThat(ratio.value()).isCloseTo(0.5, within(0.02));
    assertThat(ratio.low()).isLessThan(ratio.value());
    assertThat(ratio.high()).isGreaterThan(ratio.value());
    assertThat(ratio.verdict()).isEqualTo(Verdict.FASTER);
    assertThat(Ratio.paired(rounds(100, 0.05, 2), rounds(50, 0.05, 1)).verdict())
        .isEqualTo(Verdict.SLOWER);
  }

  @Test
  void whatNoiseCanMakeIsNoDifference() {
    assertThat(Ratio.paired(rounds(100, 0.3, 1), rounds(101, 0.3, 2)).verdict())
        .isEqualTo(Verdict.NO_DIFFERENCE_SHOWN);
  }
}
