package news.cuttings.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The id of a story whose source gives none: the first 128 bits of the SHA-256 of source, headline
 * and body in NFC with white space collapsed. People and date are no part of it: a change in them
 * makes no second story.
 */
final class StoryId {
  private static final char UNIT_SEPARATOR = '\u001F';

  private StoryId() {}

  static String of(@Nullable String source, @Nullable String headline, String body) {
    String text = part(source) + UNIT_SEPARATOR + part(headline) + UNIT_SEPARATOR + part(body);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What is wrong with an id, to be said after "an id may have"; empty where nothing is. */
  static Optional<String> fault(String id) {
    for (int i = 0; i < id.length(); i++) {
      char c = id.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        return Optional.of("no control characters, this one has " + code(c, i));
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < id.length()
          && Character.isLowSurrogate(id.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return Optional.of("no halves of surrogate pairs, this one has " + code(c, i));
      }
    }
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    return bytes <= Story.MAX_ID_BYTES
        ? Optional.empty()
        : Optional.of("at most " + Story.MAX_ID_BYTES + " bytes, this one has " + bytes);
  }

  private static String code(char c, int index) {
    return String.format(Locale.ROOT, "U+%04X as character %d", (int) c, index + 1);
  }

  private static String part(@Nullable String text) {
    return text == null ? "" : Letters.squeeze(Normalizer.normalize(text, Normalizer.Form.NFC));
  }
}
