package news.cuttings.formats.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What pages say around stories, in many languages: which share of a line's words says so. */
final class Phrases {
  private static final int LONGEST = 8;

  private static final class Holder {
    static final Phrases STANDARD = read("furniture.txt");
  }

  private final List<String> kinds;
  private final Map<Long, Integer> kindsOf;

  private Phrases(List<String> kinds, Map<Long, Integer> kindsOf) {
    this.kinds = List.copyOf(kinds);
    this.kindsOf = kindsOf;
  }

  static Phrases standard() {
    return Holder.STANDARD;
  }

  List<String> kinds() {
    return kinds;
  }

  /** The kinds of the phrases the words begin with, as bits. */
  int begins(int[] words) {
    int begun = 0;
    long hash = 1;
    for (int to = 0; to < words.length && to < LONGEST; to++) {
      hash = hash * 1_000_003 + words[to];
      Integer found = kindsOf.get(hash);
      if (found == null) {
        break;
      }
      begun |= found;
    }
    return begun;
  }

  /** The kinds of all phrases in the words, as bits. */
  int within(int[] words) {
    int within = 0;
    for (int from = 0; from < words.length; from++) {
      long hash = 1;
      for (int to = from; to < words.length && to < from + LONGEST; to++) {
        hash = hash * 1_000_003 + words[to];
        Integer found = kindsOf.get(hash);
        if (found == null) {
          break;
        }
        within |= found;
      }
    }
    return within;
  }

  /** Of each kind the share of the words that are in a phrase of it. */
  float[] shares(int[] words) {
    float[] shares = new float[kinds.size()];
    if (words.length == 0 || words.length > 400) {
      return shares;
    }
    int[] past = new int[kinds.size()];
    for (int from = 0; from < words.length; from++) {
      long hash = 1;
      for (int to = from; to < words.length && to < from + LONGEST; to++) {
        hash = hash * 1_000_003 + words[to];
        Integer found = kindsOf.get(hash);
        if (found == null) {
          break;
        }
        for (int kind = 0; found != 0 && kind < past.length; kind++) {
          if ((found >> kind & 1) == 1 && to + 1 > past[kind]) {
            shares[kind] += to + 1 - Math.max(from, past[kind]);
            past[kind] = to + 1;
          }
        }
      }
    }
    for (int kind = 0; kind < shares.length; kind++) {
      shares[kind] /= words.length;
    }
    return shares;
  }

  static Phrases read(String resource) {
    List<String> kinds = new ArrayList<>();
    Map<Long, Integer> kindsOf = new HashMap<>();
    try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(resource));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int colon = line.indexOf(':');
        if (line.startsWith("#") || colon < 0) {
          continue;
        }
        String name = line.substring(0, colon);
        if (!kinds.contains(name)) {
          kinds.add(name);
        }
        int kind = 1 << kinds.indexOf(name);
        Arrays.stream(line.substring(colon + 1).split("\\|", -1))
            .map(phrase -> Words.hashes(phrase))
            .filter(hashes -> hashes.length > 0)
            .forEach(hashes -> add(hashes, kind, kindsOf));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + resource + " cannot be read", e);
    }
    return new Phrases(kinds, kindsOf);
  }

  /**
   * A phrase with its kind, and all it begins with with none: what is not there goes no further.
   */
  private static void add(int[] words, int kind, Map<Long, Integer> kindsOf) {
    long hash = 1;
    for (int i = 0; i < words.length; i++) {
      hash = hash * 1_000_003 + words[i];
      kindsOf.merge(hash, i == words.length - 1 ? kind : 0, (a, b) -> a | b);
    }
  }
}
