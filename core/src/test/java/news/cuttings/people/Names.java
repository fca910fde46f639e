package news.cuttings.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import news.cuttings.story.Letters;

/** Names from the lists of the library. */
final class Names {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 7;

  private Names() {}

  /** The words of a list of one word a line. */
  static List<String> words(String list) {
    return lines(list).filter(line -> line.length() >= SHORTEST && line.indexOf(' ') < 0).toList();
  }

  /** {@code canadian, chinese, turkish}. */
  static List<String> nationalities() {
    return lines("senses.txt")
        .filter(line -> line.startsWith("proper.people "))
        .flatMap(line -> Letters.words(line).stream())
        .filter(word -> word.endsWith("ian") || word.endsWith("ese") || word.endsWith("ish"))
        .toList();
  }

  /** What words are that name nobody: {@code magic}. */
  static List<String> common() {
    return lines("senses.txt")
        .filter(line -> line.startsWith("noun."))
        .flatMap(line -> Letters.words(line).stream().skip(1))
        .filter(word -> word.length() <= LONGEST)
        .toList();
  }

  /** With a capital at the beginning and after hyphens. */
  static String capital(String word) {
    StringBuilder out = new StringBuilder(word);
    for (int i = 0; i < out.length(); i++) {
      if (i == 0 || out.charAt(i - 1) == '-') {
        out.setCharAt(i, Character.toUpperCase(out.charAt(i)));
      }
    }
    return out.toString();
  }

  private static Stream<String> lines(String list) {
    try (InputStream in = Objects.requireNonNull(Names.class.getResourceAsStream(list), list)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
