package news.cuttings.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;

import news.cuttings.bench.results.Tree;
import org.junit.jupiter.api.Test;

/** How far ahead or behind, over all classes. */
class StandingTest {
  private static String classOf(double ratio, String verdict) {
    return "{\"class\":\"x\",\"engines\":[{\"engine\":\"ours\"},{\"engine\":\"theirs\","
        + ("\"first_beside_this\":{\"ratio\":" + ratio + ",\"verdict\":\"" + verdict + "\"}}]}");
  }

  @Test
  void theMeanIsGeometricAndVerdictsAreCounted() {
    String classes =
        String.join(
            ",",
            classOf(0.5, "FASTER"),
            classOf(8, "SLOWER"),
            classOf(2, "SLOWER"),
            classOf(1, "NO_DIFFERENCE_SHOWN"));
    Standing standing = Standing.of(Tree.parse("{\"classes\":[" + classes + "]}")).get(0);
    // (0.5 × 8 × 2 × 1) to the power of 1/4 = 8^0.25 = 1.6818
    assertThat(standing.sentence("ours"))
        .isEqualTo(
            "ours takes 1.68 times as long as theirs (geometric mean of 4 classes): faster in 1,"
                + " slower in 2, no difference shown in 1");
  }

  @Test
  void alone() {
    String alone = "{\"classes\":[{\"class\":\"x\",\"engines\":[{\"engine\":\"ours\"}]}]}";
    assertThat(Standing.of(Tree.parse(alone))).isEmpty();
  }
}
