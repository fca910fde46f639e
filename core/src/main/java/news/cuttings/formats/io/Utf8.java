package news.cuttings.formats.io;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text of another encoding as UTF-8, so that the readers know one encoding only. A byte-order mark
 * is taken off, and tells UTF-16 and UTF-32; UTF-16 without one is told by its first letters. What
 * is no UTF-8 and markup that names its encoding is in that one.
 */
public final class Utf8 extends InputStream {
  private static final int SIZE = 1 << 13;

  /** So many bytes of UTF-16 tell it, where no mark does. */
  private static final int WIDE_BEGINNING = 8;

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final Reader reader;
  private final CharBuffer chars = CharBuffer.allocate(SIZE).flip();
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE * 4).flip();
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE);
  private boolean ended;

  private Utf8(InputStream in, Charset charset) {
    reader = new BufferedReader(new InputStreamReader(in, charset));
  }

  /** The stream in UTF-8 without a byte-order mark; read in that encoding where one is forced. */
  public static InputStream of(Head head, @Nullable Charset forced) throws IOException {
    InputStream in = head.whole();
    if (head.startsWith(0xEF, 0xBB, 0xBF)) {
      in.skipNBytes(3);
      return forced == null || forced.equals(StandardCharsets.UTF_8) ? in : new Utf8(in, forced);
    }
    if (forced != null) {
      return forced.equals(StandardCharsets.UTF_8) ? in : new Utf8(in, forced);
    }
    if (head.startsWith(0xFF, 0xFE, 0, 0) || head.startsWith(0, 0, 0xFE, 0xFF)) {
      return new Utf8(in, Charset.forName("UTF-32"));
    }
    if (head.startsWith(0xFF, 0xFE) || head.startsWith(0xFE, 0xFF)) {
      return new Utf8(in, StandardCharsets.UTF_16);
    }
    if (isWide(head.bytes(), 0)) {
      return new Utf8(in, StandardCharsets.UTF_16LE);
    }
    if (isWide(head.bytes(), 1)) {
      return new Utf8(in, StandardCharsets.UTF_16BE);
    }
    Charset declared = Declared.of(head).orElse(null);
    return declared == null ? in : new Utf8(in, declared);
  }

  /**
   * What a server says is in that encoding, in UTF-8 with a byte-order mark; as it is where it has
   * a mark of its own, or the encoding is none that is known.
   */
  public static InputStream said(String encoding, InputStream in) throws IOException {
    CutStream cut = new CutStream(in);
    Head head = Head.of(cut);
    boolean isMarked =
        head.startsWith(0xEF, 0xBB, 0xBF)
            || head.startsWith(0xFF, 0xFE)
            || head.startsWith(0xFE, 0xFF);
    Charset charset =
        encoding.equalsIgnoreCase("utf-8") || encoding.equalsIgnoreCase("utf8")
            ? StandardCharsets.UTF_8
            : Declared.charset(encoding).orElse(null);
    InputStream text =
        isMarked || charset == null
            ? head.whole()
            : new SequenceInputStream(new ByteArrayInputStream(MARK), of(head, charset));
    return new SequenceInputStream(text, cut.end());
  }

  /**
   * Whether it begins with letters of two bytes, with the one that says something first, or second.
   */
  private static boolean isWide(byte[] bytes, int first) {
    for (int i = 0; i < WIDE_BEGINNING; i++) {
      boolean isLetter = i % 2 == first;
      if (i >= bytes.length || (isLetter ? bytes[i] < '\t' : bytes[i] != 0)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes.get() & 0xFF : -1;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(into, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    while (!bytes.hasRemaining()) {
      if (ended) {
        return false;
      }
      chars.compact();
      ended = reader.read(chars) < 0;
      chars.flip();
      bytes.clear();
      encoder.encode(chars, bytes, ended);
      if (ended) {
        encoder.flush(bytes);
      }
      bytes.flip();
    }
    return true;
  }
}
