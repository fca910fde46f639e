package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightsTest {
  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Random random = new Random(5);
    int[] keys = random.ints(1000).sorted().distinct().toArray();
    keys[0] = Integer.MIN_VALUE;
    keys[keys.length - 1] = Integer.MAX_VALUE;
    byte[] bytes = new byte[keys.length * Lattice.LABELS];
    random.nextBytes(bytes);
    float[] transitions = new float[Lattice.LABELS * Lattice.LABELS];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = random.nextFloat();
    }
    Weights weights = new Weights(keys, bytes, transitions, 0.03f, 0.9f, 0.1f);
    byte[] written = written(weights);
    Weights read = Weights.read(new DataInputStream(new ByteArrayInputStream(written)));
    assertThat(written(read)).isEqualTo(written);
    assertThat(read.size()).isEqualTo(keys.length);
    int[] sums = new int[Lattice.LABELS];
    read.add(new int[] {keys[7], keys[8]}, 0, 2, sums, 0);
    for (int y = 0; y < Lattice.LABELS; y++) {
      assertThat(sums[y]).isEqualTo(bytes[7 * Lattice.LABELS + y] + bytes[8 * Lattice.LABELS + y]);
    }
    assertThat(read.confidence(0.9)).isBetween(0.8, 0.95);
  }

  private static byte[] written(Weights weights) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    weights.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
