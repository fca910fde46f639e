package news.cuttings.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Answers of two sides. */
class HitsTest {
  @Test
  void whatBothHaveIsCountedAgainstTheLongerAnswer() {
    Hits ours = new Hits(List.of("0 a b c d", "1 a", "2 ", "3 "));
    Hits theirs = new Hits(List.of("0 d c x", "1 a", "2 z", "3 "));
    // 2 of 4, 1 of 1, 0 of 1, none of none
    assertThat(ours.compare(theirs)).isEqualTo(Map.of("overlap", 0.625, "one_sided", 0.25));
    assertThat(ours.answered()).isEqualTo(0.5);
  }

  @Test
  void equalAnswersHaveOneFingerprint() {
    Hits hits = new Hits(List.of("0 a b"));
    assertThat(new Hits(List.of("0 a b")).fingerprint()).isEqualTo(hits.fingerprint());
    assertThat(new Hits(List.of("0 b a")).fingerprint()).isNotEqualTo(hits.fingerprint());
  }
}
