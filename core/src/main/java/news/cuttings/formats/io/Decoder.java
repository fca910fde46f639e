package news.cuttings.formats.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;

/**
 * Reads bytes as UTF-8, and those that are none as windows-1252.
 *
 * <p>Byte by byte rather than file by file: in real windows-1252 text an accented letter stands
 * between ASCII letters and so is never UTF-8, and one stray byte does not spoil the accents around
 * it.
 */
public final class Decoder {
  private static final Charset FALLBACK = Charset.forName("windows-1252");

  private final CharsetDecoder utf8 =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final LongConsumer firstFallback;
  private boolean fellBack;

  /**
   * A decoder for one input.
   *
   * @param firstFallback told once: the line of the first bytes that are no UTF-8
   */
  public Decoder(LongConsumer firstFallback) {
    this.firstFallback = firstFallback;
  }

  public String decode(byte[] bytes, int length, long line) {
    if (isAscii(bytes, length)) {
      return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
    CharBuffer out = CharBuffer.allocate(length);
    utf8.reset();
    CoderResult result = utf8.decode(in, out, true);
    while (result.isError()) {
      if (!fellBack) {
        fellBack = true;
        firstFallback.accept(line);
      }
      int wrong = result.length();
      out.put(new String(bytes, in.position(), wrong, FALLBACK));
      in.position(in.position() + wrong);
      result = utf8.decode(in, out, true);
    }
    return out.flip().toString();
  }

  private static boolean isAscii(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }
}
