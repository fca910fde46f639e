package news.cuttings.people;

/**
 * Hashes that tell words apart by themselves: 64 bits, well mixed, so that among a million words
 * two are hardly ever taken for one another. The same on every machine, for they are stored.
 */
final class Hashes {
  static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hashes() {}

  /** The hash of a text's characters. */
  static long of(CharSequence text) {
    return of(text, 0, text.length());
  }

  static long of(CharSequence text, int from, int to) {
    long hash = SEED;
    for (int i = from; i < to; i++) {
      hash = step(hash, text.charAt(i));
    }
    return mix(hash);
  }

  /** Takes one more character in; {@link #mix} ends it. */
  static long step(long hash, int c) {
    return (hash ^ c) * PRIME;
  }

  /** Spreads every bit over all others (the end of MurmurHash3). */
  static long mix(long hash) {
    long h = hash;
    h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
