package news.cuttings.formats.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import news.cuttings.story.Letters;

/** What the words of classes and ids say of the part of a page they name, whatever its language. */
final class NameKinds {
  private static final int SHORTEST = 3;

  private static final class Holder {
    static final NameKinds STANDARD = new NameKinds();
  }

  private final Phrases phrases = Phrases.read("names.txt");
  private final Set<String> words = words();

  static NameKinds standard() {
    return Holder.STANDARD;
  }

  List<String> kinds() {
    return phrases.kinds();
  }

  /** The kinds of the names, as bits. */
  int of(List<String> tokens) {
    if (tokens.isEmpty()) {
      return 0;
    }
    StringBuilder names = new StringBuilder();
    for (String token : tokens) {
      int cut = words.contains(token) ? 0 : cut(token);
      names.append(token, 0, cut).append(' ').append(token, cut, token.length()).append(' ');
    }
    return phrases.within(Words.hashes(names.toString()));
  }

  /** Where the name is two known words written as one; 0 where it is not. */
  private int cut(String token) {
    for (int cut = token.length() - SHORTEST; cut >= SHORTEST; cut--) {
      if (words.contains(token.substring(0, cut)) && words.contains(token.substring(cut))) {
        return cut;
      }
    }
    return 0;
  }

  private static Set<String> words() {
    Set<String> words = new HashSet<>();
    try (InputStream in = Objects.requireNonNull(NameKinds.class.getResourceAsStream("names.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          words.addAll(Letters.words(line.replace('|', ' ').replace(':', ' ')));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the resource names.txt cannot be read", e);
    }
    return words;
  }
}
