package news.cuttings.people;

import java.util.Arrays;

/** A growing list of features' hashes. */
final class Keys {
  private static final long ODD = 0x9E3779B97F4A7C15L;

  private int[] hashes = new int[128];
  private int size;

  /** The hashes since {@link #clear}; beyond {@link #size} they mean nothing. */
  int[] hashes() {
    return hashes;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  /** Adds a feature of that kind and value. The numbers of kinds are part of the model. */
  void add(int kind, long value) {
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    hashes[size++] = (int) (Hashes.mix(value * ODD + kind) >>> 32);
  }

  /** Two values as one. */
  static long pair(long a, long b) {
    return Hashes.mix(a * 31 + 7) + b;
  }
}
