package news.cuttings.formats;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A kind of compressed file or archive that an application opens for {@link StoryFiles}, beside
 * gzip and zip. What comes out of it is bounded as what comes out of those.
 */
public interface Box {
  /** Takes what is in a box. */
  interface Taker {
    /**
     * Takes a file.
     *
     * @param entry its name in the archive, of a web page its address; null where the box holds one
     *     thing, without a name
     * @param content read before the next is handed on; need not be closed
     */
    void take(@Nullable String entry, InputStream content) throws IOException;

    /**
     * Takes a file of which the box says how its text is encoded; a byte-order mark goes before
     * that, what the text says of itself behind.
     */
    void take(String entry, InputStream content, String encoding) throws IOException;

    /**
     * Takes word of something in the box that is no file to be read.
     *
     * @param what what it is, in few words: counted under them
     */
    void passOver(String entry, String what) throws IOException;
  }

  /** What it is, in words: {@code a tar archive}. */
  String kind();

  /** Whether a file that begins so, with 512 bytes where it has them, is such a one. */
  boolean isIn(byte[] start);

  /**
   * Hands on each file in it, in its order.
   *
   * @throws IOException where it is damaged or cut short: what was handed on before is kept
   */
  void open(InputStream in, Taker files) throws IOException;
}
