package news.cuttings.story;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
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

  static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String part(@Nullable String text) {
    return text == null ? "" : Letters.squeeze(Normalizer.normalize(text, Normalizer.Form.NFC));
  }
}
