package news.cuttings.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What is known of words: two lists of names, and counts of how words stand in and beside names in
 * openly licensed text. Immutable; safe for use by many threads.
 *
 * <p>Counts are kept as log-odds, natural, in tenths. A word too rare to count stands for its
 * group: what the lists say, its shape, its place.
 */
final class Lexicon {
  /** How many groups of words there are, of words before and of words after. */
  static final int GROUPS = 192;

  private static final int ENDING = 3;
  private static final Entry UNKNOWN = new Entry();

  private final Map<String, Entry> entries = new HashMap<>(1 << 17);

  private final Map<String, Double> endings = new HashMap<>();
  final double[] inside = new double[GROUPS];
  final double[] before = new double[8];
  final double[] after = new double[8];

  /** What is known of one word; absent figures are NaN. */
  static final class Entry {
    boolean given;
    boolean surname;

    /** What begins with the word, is called like a person and is none. */
    Set<String> things = Set.of();

    /** Whether the word is met in lower case. */
    boolean common;

    /** Being in a name, where the word stands within a sentence. */
    double inside = Double.NaN;

    /** Being in a name, where any word has a capital. */
    double opening = Double.NaN;

    /** A name beginning after it. */
    double before = Double.NaN;

    /** A name ending before it. */
    double after = Double.NaN;
  }

  private static final class Holder {
    static final Lexicon STANDARD = new Lexicon(true);
  }

  /** The lists alone, or with the counts. */
  Lexicon(boolean counted) {
    read("given.txt", line -> own(line).given = true);
    read("surnames.txt", line -> own(line).surname = true);
    read("things.txt", this::thing);
    if (counted) {
      read("words.txt", this::counted);
    }
  }

  /** The one that comes with the library. */
  static Lexicon standard() {
    return Holder.STANDARD;
  }

  Entry entry(String folded) {
    Entry entry = entries.get(folded);
    if (entry != null) {
      return entry;
    }
    int hyphen = folded.lastIndexOf('-');
    return hyphen > 0 ? joined(entry(folded.substring(0, hyphen)), folded, hyphen) : UNKNOWN;
  }

  /** What two words with a hyphen are: {@code Jean-Paul}, {@code Smith-Jones}. */
  private Entry joined(Entry left, String folded, int hyphen) {
    Entry right = entries.getOrDefault(folded.substring(hyphen + 1), UNKNOWN);
    Entry both = new Entry();
    both.given = left.given && right.given;
    both.surname = left.surname && right.surname;
    both.common = left.common || right.common;
    return both;
  }

  /** What the last letters of a rare word say of its being in a name; 0 where nothing. */
  double ending(String folded) {
    return endings.getOrDefault(endingOf(folded), 0.0);
  }

  static String endingOf(String folded) {
    return folded.length() <= ENDING + 1 ? "" : folded.substring(folded.length() - ENDING);
  }

  Entry own(String word) {
    return entries.computeIfAbsent(word, w -> new Entry());
  }

  private void thing(String line) {
    int space = line.indexOf(' ');
    Entry first = own(space < 0 ? line : line.substring(0, space));
    Set<String> things = new HashSet<>(first.things);
    things.add(line);
    first.things = Set.copyOf(things);
  }

  private void counted(String line) {
    String[] parts = line.split("\t", -1);
    if (parts[0].equals("*ending")) {
      endings.put(parts[1], tenths(parts[2]));
      return;
    }
    if (parts[0].startsWith("*")) {
      double[] group =
          switch (parts[0]) {
            case "*inside" -> inside;
            case "*before" -> before;
            default -> after;
          };
      group[Integer.parseInt(parts[1])] = tenths(parts[2]);
      return;
    }
    Entry entry = own(parts[0]);
    entry.common = parts[1].equals("c");
    entry.inside = tenths(parts[2]);
    entry.opening = tenths(parts[3]);
    entry.before = tenths(parts[4]);
    entry.after = tenths(parts[5]);
  }

  private static double tenths(String number) {
    return number.isEmpty() ? Double.NaN : Integer.parseInt(number) / 10.0;
  }

  private static void read(String name, Consumer<String> to) {
    try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          to.accept(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + name + " cannot be read", e);
    }
  }
}
