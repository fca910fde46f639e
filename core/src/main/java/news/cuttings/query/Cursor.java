package news.cuttings.query;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place between two hits: what the last one is ordered by, and how many came before.
 *
 * @param rank the last hit's rank
 * @param score its score
 * @param day its day since 1970, {@link Long#MIN_VALUE} for none
 * @param published its moment in seconds since 1970, {@link Long#MIN_VALUE} for none
 * @param id its id
 */
record Cursor(int rank, float score, long day, long published, String id) {
  private static final byte VERSION = 1;

  /** Reads what {@link #text} wrote. */
  static Cursor read(String text) {
    try {
      ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
      if (in.get() == VERSION) {
        int rank = in.getInt();
        float score = in.getFloat();
        long day = in.getLong();
        long published = in.getLong();
        return new Cursor(
            rank, score, day, published, StandardCharsets.UTF_8.decode(in).toString());
      }
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      // told below, like another version
    }
    throw new IllegalArgumentException(
        "this is no cursor; take one from the hit or the summary to go on after");
  }

  /** As letters, digits, {@code -} and {@code _}. */
  String text() {
    byte[] key = id.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(1 + 4 + 4 + 8 + 8 + key.length);
    out.put(VERSION).putInt(rank).putFloat(score).putLong(day).putLong(published).put(key);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.array());
  }
}
