package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import news.cuttings.RandomStories;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomStories.Injected.class)
class MinHashSignatureTest {

  @Test
  void aStoryHasAllOfItself(RandomStories random) {
    for (int words : new int[] {4, 5, 30, 400}) {
      BytesRef sketch = sketch(random.words(words).split(" ", -1));
      assertThat(MinHashSignature.containment(sketch, sketch)).isEqualTo(1);
      assertThat(sketch.length).isLessThanOrEqualTo(64);
    }
  }

  @Test
  void threeWordsHaveNoRun() {
    BytesRef none = sketch("one", "two", "three");
    assertThat(none.length).isZero();
    assertThat(MinHashSignature.containment(none, sketch("one", "two", "three", "four"))).isZero();
  }

  @Test
  void aThirdIsToldFromStrangersAndEstimatesAreFairOnAverage() {
    double third = 0;
    double half = 0;
    double strangers = 0;
    int rounds = 300;
    for (int i = 0; i < rounds; i++) {
      String[] whole = numbered(300, "a" + i);
      String[] part = Arrays.copyOfRange(whole, 100, 200);
      String[] mixed = part.clone();
      System.arraycopy(numbered(50, "b" + i), 0, mixed, 0, 50);
      third += MinHashSignature.containment(sketch(part), sketch(whole));
      half += MinHashSignature.containment(sketch(whole), sketch(mixed));
      strangers += MinHashSignature.containment(sketch(numbered(200, "c" + i)), sketch(whole));
    }
    assertThat(third / rounds).isGreaterThan(0.97); // rarely none of its hashes is among the least
    assertThat(half / rounds).isBetween(contained(), contained() + 0.15); // in favour of likeness
    assertThat(strangers / rounds).isLessThan(0.001);
  }

  /** 47 of the 97 runs of {@code mixed} are of the whole. */
  private static double contained() {
    return 47.0 / 97;
  }

  private static String[] numbered(int count, String prefix) {
    String[] words = new String[count];
    Arrays.setAll(words, i -> prefix + "w" + i);
    return words;
  }

  private static BytesRef sketch(String... words) {
    MinHashSignature sketch = new MinHashSignature();
    for (String word : words) {
      sketch.add(new BytesRef(word));
    }
    return sketch.bytes();
  }
}
