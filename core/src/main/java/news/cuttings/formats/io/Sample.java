package news.cuttings.formats.io;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a text in UTF-8, as its format is told by it: 256 KB, or all of it. For one
 * thread.
 */
public final class Sample {
  /** One in so many bytes may be a control character in a text that was sent over a wire. */
  private static final int TEXT_PER_CONTROL = 20;

  /** So much of the first line is enough to know what markup it is. */
  private static final int START = 400;

  private final byte[] bytes;
  private final boolean whole;
  private final List<String> lines;
  private final String start;
  private @Nullable TextLook look;

  private Sample(byte[] bytes, boolean whole) {
    this.bytes = bytes;
    this.whole = whole;
    this.lines = List.copyOf(decoded(bytes));
    this.start = start(lines);
  }

  /** The sample that the head of a stream in UTF-8 is. */
  public static Sample of(Head head) {
    return new Sample(head.bytes(), head.isWhole());
  }

  /** A text that is all there is. */
  public static Sample of(byte[] text) {
    return new Sample(text, true);
  }

  /** Whether it is all of the text. */
  public boolean isWhole() {
    return whole;
  }

  /** Its lines as they are; the last one may be cut where it is not {@link #isWhole()}. */
  public List<String> lines() {
    return lines;
  }

  /** Its first characters but white space, in small letters: enough to know markup by. */
  public String start() {
    return start;
  }

  /** What it looks like where it is in no format of its own. */
  public TextLook look() {
    if (look == null) {
      look = TextLook.of(lines);
    }
    return look;
  }

  /** Its bytes; not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Whether it is no text. */
  public boolean isBinary() {
    int controls = 0;
    for (byte b : bytes) {
      if ((b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') || b == 0x7F) {
        controls++;
      }
    }
    boolean pdf = bytes.length > 4 && bytes[0] == '%' && bytes[1] == 'P' && bytes[2] == 'D';
    return pdf || controls * TEXT_PER_CONTROL > bytes.length;
  }

  private static List<String> decoded(byte[] bytes) {
    List<String> texts = new ArrayList<>();
    try (InputStream in = new ByteArrayInputStream(bytes)) {
      Lines lines = new Lines(in, new Decoder(line -> {}));
      while (lines.next()) {
        texts.add(lines.text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be read", e);
    }
    return texts;
  }

  private static String start(List<String> lines) {
    StringBuilder start = new StringBuilder();
    for (String line : lines) {
      String text = line.trim().strip();
      if (!text.isEmpty()) {
        start.append(text, 0, Math.min(START, text.length())).append('\n');
      }
      if (start.length() >= START) {
        break;
      }
    }
    return start.toString().toLowerCase(Locale.ROOT);
  }
}
