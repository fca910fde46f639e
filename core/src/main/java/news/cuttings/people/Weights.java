package news.cuttings.people;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What was learnt: for each fact about a word how much it speaks for each label. Facts are known by
 * their hash; a weight is a byte. Immutable; safe for use by many threads.
 */
final class Weights {
  /** Of one who has learnt nothing. */
  static final Weights NONE =
      new Weights(new int[0], new byte[0], new float[Lattice.LABELS * Lattice.LABELS], 0, 1, 0);

  private final int[] keys;
  private final int[] slots;
  private final int[] numbers;
  private final byte[] weights;
  private final float[] transitions;
  private final float scale;
  private final float slope;
  private final float shift;

  /**
   * Weights of facts.
   *
   * @param keys the facts' hashes, ascending
   * @param weights {@link Lattice#LABELS} for each fact
   * @param transitions from each label to each
   * @param scale what a weight of 1 is worth
   * @param slope with {@code shift}, how confident a probability makes, see {@link #confidence}
   */
  Weights(int[] keys, byte[] weights, float[] transitions, float scale, float slope, float shift) {
    this.keys = keys;
    this.weights = weights;
    this.transitions = transitions;
    this.scale = scale;
    this.slope = slope;
    this.shift = shift;
    int size = Integer.highestOneBit(Math.max(1, keys.length)) * 4;
    slots = new int[size];
    numbers = new int[size];
    Arrays.fill(numbers, -1);
    for (int i = 0; i < keys.length; i++) {
      int slot = slot(keys[i]);
      slots[slot] = keys[i];
      numbers[slot] = i * Lattice.LABELS;
    }
  }

  /** These weights with another curve of confidence. */
  Weights calibrated(float newSlope, float newShift) {
    return new Weights(keys, weights, transitions, scale, newSlope, newShift);
  }

  int size() {
    return keys.length;
  }

  /** How often a name of that probability is right. */
  double confidence(double probability) {
    double odds = slope * TrainedRecogniser.odds(probability) + shift;
    return 1 / (1 + StrictMath.exp(-odds));
  }

  float[] transitions() {
    return transitions;
  }

  float scale() {
    return scale;
  }

  /** Adds what those facts say to each label's sum. */
  void add(int[] facts, int from, int to, int[] sums, int at) {
    int s0 = 0;
    int s1 = 0;
    int s2 = 0;
    int s3 = 0;
    int s4 = 0;
    for (int i = from; i < to; i++) {
      int w = numbers[slot(facts[i])];
      if (w >= 0) {
        s0 += weights[w];
        s1 += weights[w + 1];
        s2 += weights[w + 2];
        s3 += weights[w + 3];
        s4 += weights[w + 4];
      }
    }
    sums[at] += s0;
    sums[at + 1] += s1;
    sums[at + 2] += s2;
    sums[at + 3] += s3;
    sums[at + 4] += s4;
  }

  private int slot(int key) {
    int slot = key & (slots.length - 1);
    while (numbers[slot] >= 0 && slots[slot] != key) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  /** Reads what {@link #write} wrote, to the end of the stream. */
  static Weights read(DataInputStream in) throws IOException {
    int size = in.readInt();
    float scale = in.readFloat();
    float slope = in.readFloat();
    float shift = in.readFloat();
    float[] transitions = new float[Lattice.LABELS * Lattice.LABELS];
    for (int i = 0; i < transitions.length; i++) {
      transitions[i] = in.readFloat();
    }
    byte[] rest = in.readAllBytes();
    int[] keys = new int[size];
    int at = 0;
    int key = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      int gap = 0;
      int b;
      do {
        b = rest[at++];
        gap = gap << 7 | (b & 0x7f);
      } while (b < 0);
      key += gap;
      keys[i] = key;
    }
    byte[] weights = Arrays.copyOfRange(rest, at, at + size * Lattice.LABELS);
    return new Weights(keys, weights, transitions, scale, slope, shift);
  }

  /** Writes numbers most significant byte first; keys as the gaps between them, 7 bits a byte. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(keys.length);
    out.writeFloat(scale);
    out.writeFloat(slope);
    out.writeFloat(shift);
    for (float transition : transitions) {
      out.writeFloat(transition);
    }
    int last = Integer.MIN_VALUE;
    for (int key : keys) {
      int gap = key - last;
      for (int shift = 28; shift > 0; shift -= 7) {
        if (gap >>> shift != 0) {
          out.writeByte(0x80 | (gap >>> shift & 0x7f));
        }
      }
      out.writeByte(gap & 0x7f);
      last = key;
    }
    out.write(weights);
  }
}
