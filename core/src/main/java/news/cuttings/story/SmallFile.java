package news.cuttings.story;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads a file that somebody wrote for a program: options, rules, a password. It is held whole, so
 * that one that is far too long for what it should be, or has no end, is refused. For use inside
 * the library.
 */
public final class SmallFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private SmallFile() {}

  /**
   * Its text, in UTF-8.
   *
   * @param kind what it should be: {@code a file of options}
   * @param most how many bytes it may have
   * @throws IOException where it has more, or cannot be read
   */
  public static String text(Path file, String kind, int most) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(kind, "kind");
    ByteBuffer bytes = ByteBuffer.wrap(bytes(file, kind, most));
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IOException(file + ": not in UTF-8, as " + kind + " must be; save it so", e);
    }
  }

  /** Its bytes, on the same terms. */
  public static byte[] bytes(Path file, String kind, int most) throws IOException {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(kind, "kind");
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(most + 1);
      if (bytes.length > most) {
        throw new IOException(
            file + ": longer than " + (most >> 10) + " kB, as " + kind + " is not; name another");
      }
      return bytes;
    }
  }
}
