package news.cuttings.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests of chance and intervals against values that are known. */
class StatisticsTest {
  @Test
  void twoEqualSidesDifferByChanceAlone() {
    double[] values = {0.1, 0.5, 0.9};
    assertThat(Statistics.chance(values, values)).isEqualTo(1);
  }

  @Test
  void tenOfTenBetterComesAboutTwiceInAThousandAndTwentyFourTosses() {
    double[] better = new double[10];
    Arrays.fill(better, 0.3);
    assertThat(Statistics.chance(better, new double[10])).isCloseTo(2 / 1024.0, within(0.0005));
  }

  @Test
  void theSignOfTheDifferenceDoesNotMatter() {
    double[] a = {0.9, 0.4, 0.6, 0.7, 0.2};
    double[] b = {0.5, 0.5, 0.1, 0.6, 0.1};
    assertThat(Statistics.chance(a, b)).isEqualTo(Statistics.chance(b, a));
    // all + is 1.2; to stay at 1.0 or above at most one of the three tenths may be -: 4 of 32 ways,
    // and as many below -1.0
    assertThat(Statistics.chance(a, b)).isCloseTo(8 / 32.0, within(0.005));
  }

  @Test
  void theIntervalOfAMeanIsAsWideAsItsStandardErrorSays() {
    Random random = new Random(1);
    double[] values = new double[400];
    Arrays.setAll(values, i -> random.nextGaussian());
    Statistics.Interval interval = Statistics.interval(values);
    double mean = Statistics.mean(values);
    assertThat(interval.low()).isCloseTo(mean - 1.96 / 20, within(0.02));
    assertThat(interval.high()).isCloseTo(mean + 1.96 / 20, within(0.02));
  }

  @Test
  void theMedianIsTheMiddle() {
    assertThat(Statistics.median(new double[] {9, 1, 5})).isEqualTo(5);
    assertThat(Statistics.median(new double[] {4, 1, 2, 9})).isEqualTo(3);
    assertThat(Statistics.median(new double[0])).isZero();
  }

  @Test
  void chancesOfManyComparisonsAreCorrectedAfterHolm() {
    // .01 * 4, .02 * 3, .03 * 2, then .04 * 1, but none less than the one before
    assertThat(Statistics.holm(new double[] {0.04, 0.01, 0.03, 0.02}))
        .containsExactly(new double[] {0.06, 0.04, 0.06, 0.06}, within(1e-12));
    assertThat(Statistics.holm(new double[] {0.4, 0.9})).containsExactly(0.8, 0.9);
    assertThat(Statistics.holm(new double[] {})).isEmpty();
  }
}
