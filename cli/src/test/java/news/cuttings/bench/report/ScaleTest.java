package news.cuttings.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Axes. */
class ScaleTest {
  @Test
  void equalStepsMultiplyWhereTheyShould() {
    Scale scale = new Scale(1, 100, 0, 200, true);
    assertThat(scale.at(10)).isCloseTo(100, within(1e-9));
    assertThat(scale.at(0.1)).isZero();
    assertThat(scale.at(1e9)).isEqualTo(200);
    assertThat(scale.ticks()).contains(1.0, 10.0, 100.0).isSorted().hasSizeLessThan(8);
  }

  @Test
  void aLinearAxisBeginsAtNothing() {
    Scale scale = Scale.linear(List.of(3.0, 10.0, Double.NaN), 0, 100);
    assertThat(scale.at(0)).isZero();
    assertThat(scale.ticks()).startsWith(0.0).allMatch(tick -> tick <= 10.5);
  }

  @Test
  void numbersAreWrittenShort() {
    assertThat(List.of(0.5, 20.0, 2000.0, 30_000.0, 1_500_000.0).stream().map(Scale::label))
        .containsExactly("0.5", "20", "2000", "30k", "1.5M");
  }
}
