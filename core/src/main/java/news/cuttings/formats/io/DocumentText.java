package news.cuttings.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a text processor's document, as a text in UTF-8: paragraphs parted by blank lines.
 * Read a paragraph at a time.
 */
abstract class DocumentText extends InputStream {
  /** What is longer is no paragraph; its beginning is kept. */
  static final int LONGEST = 8 << 20;

  private byte[] bytes = new byte[0];
  private int at;

  /** The next paragraph, without what stands beside the text; null at the end. */
  abstract @Nullable String paragraph() throws IOException;

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, into, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    while (at == bytes.length) {
      String paragraph = paragraph();
      if (paragraph == null) {
        return false;
      }
      if (!paragraph.isBlank()) {
        bytes = (paragraph.strip() + "\n\n").getBytes(StandardCharsets.UTF_8);
        at = 0;
      }
    }
    return true;
  }
}
