package news.cuttings.formats.io;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding that markup says it is in, where its letters do not show that they are UTF-8. */
final class Declared {
  private static final int SEARCHED = 8192;

  private static final Pattern NAME =
      Pattern.compile(
          "^\\s*<\\?xml[^>]{0,100}\\bencoding\\s*=\\s*[\"']([\\w:.-]{2,40})"
              + "|<meta\\s[^>]{0,200}?\\bcharset\\s*=\\s*[\"']?\\s*([\\w:.-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  /** What is meant by those names, as browsers take them. */
  private static final Map<String, String> MEANT =
      Map.of(
          "iso-8859-1", "windows-1252",
          "latin1", "windows-1252",
          "us-ascii", "windows-1252",
          "iso-8859-9", "windows-1254",
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "shift_jis", "windows-31j",
          "x-sjis", "windows-31j",
          "euc-kr", "x-windows-949",
          "ks_c_5601-1987", "x-windows-949");

  private Declared() {}

  static Optional<Charset> of(Head head) {
    byte[] bytes = head.bytes();
    String start =
        new String(bytes, 0, Math.min(SEARCHED, bytes.length), StandardCharsets.ISO_8859_1);
    if (!start.stripLeading().startsWith("<") || isUtf8(bytes)) {
      return Optional.empty();
    }
    Matcher name = NAME.matcher(start);
    return name.find()
        ? charset(name.group(1) == null ? name.group(2) : name.group(1))
        : Optional.empty();
  }

  /** The encoding that is meant by that name; empty where none is known, or one of two bytes. */
  static Optional<Charset> charset(String name) {
    String meant = MEANT.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    try {
      // What was read as bytes of ASCII so far is in no encoding of two bytes.
      return Optional.of(Charset.forName(meant))
          .filter(charset -> !charset.name().startsWith("UTF-"));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  /** Whether some letters show that it is UTF-8: all are, but for one that the end cuts. */
  private static boolean isUtf8(byte[] bytes) {
    boolean isAscii = true;
    for (byte b : bytes) {
      isAscii &= b >= 0;
    }
    return !isAscii
        && !StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length), false)
            .isError();
  }
}
