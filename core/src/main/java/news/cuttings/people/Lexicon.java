package news.cuttings.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What lists tell of a word: whether it is a given name, a surname, a place, a title, and what
 * common words mean. Words are known by their hash. Immutable; safe for use by many threads.
 */
final class Lexicon {
  static final int GIVEN = 1;
  static final int SURNAME = 1 << 1;
  static final int PLACE = 1 << 2;

  /** Met in small letters. */
  static final int COMMON = 1 << 3;

  static final int PERSON = 1 << 4;
  static final int LOCATION = 1 << 5;
  static final int GROUP = 1 << 6;
  static final int PROPER = 1 << 7;
  static final int TITLE = 1 << 8;
  static final int HEAD = 1 << 9;
  static final int FIRM = 1 << 10;
  static final int PARTICLE = 1 << 11;

  /** Those of a country, a faith, a party: {@code Canadian}. */
  static final int PEOPLE = 1 << 12;

  /** Whether a thing's name begins with the word, see {@link #things}. */
  static final int THING = 1 << 13;

  /** Whether a place's name of more words begins with the word, see {@link #places}. */
  static final int START_OF_PLACE = 1 << 14;

  /** Follows who a thing is named after: {@code Parkinson's disease}. */
  static final int AILMENT = 1 << 15;

  /** What the lists say of a word that may be in a name. */
  static final int LISTS = (1 << 13) - 1;

  /** Where the number of a word's meaning begins. */
  private static final int SENSE = 16;

  private static final int SLOTS = 1 << 18;

  private final long[] words = new long[SLOTS];
  private final int[] facts = new int[SLOTS];
  private final Map<Long, Set<String>> things = new HashMap<>();
  private final Map<Long, Set<String>> places = new HashMap<>();

  private static final class Holder {
    static final Lexicon STANDARD = new Lexicon(true);
  }

  private Lexicon(boolean all) {
    names("given.txt", GIVEN);
    names("surnames.txt", SURNAME);
    if (all) {
      names("more-given.txt", GIVEN);
      names("more-surnames.txt", SURNAME);
      names("groups.txt", GROUP);
      lines("more-things.txt").forEach(line -> phrase(line, things, THING));
      Heads.OF_AILMENTS.forEach(word -> add(Hashes.of(word), AILMENT));
    }
    places();
    meanings();
    Heads.TITLES.forEach(word -> add(Hashes.of(word), TITLE));
    Heads.OF_THINGS.forEach(word -> add(Hashes.of(word), HEAD));
    Heads.OF_FIRMS.forEach(word -> add(Hashes.of(word), FIRM));
    Particles.ALL.forEach(word -> add(Hashes.of(word), PARTICLE));
    lines("things.txt").forEach(line -> phrase(line, things, THING));
  }

  /** The one that comes with the library. */
  static Lexicon standard() {
    return Holder.STANDARD;
  }

  /**
   * The standard one without groups and without the names and things that were added later, to
   * learn with: what was learnt of the names listed holds for the others, and learning with all
   * lists found no more.
   */
  static Lexicon forLearning() {
    return new Lexicon(false);
  }

  /** What is known of a folded word of that hash; 0 where nothing is. */
  int facts(long word) {
    return facts[slot(word)];
  }

  /**
   * What is known of a folded word, where its ending may be in the way: {@code ministers}, {@code
   * voted}.
   */
  int facts(String folded, long word) {
    int own = facts(word);
    if ((own & COMMON) != 0) {
      return own;
    }
    return own != 0 || folded.indexOf('-') < 0 ? own | stemmed(folded) : joined(folded);
  }

  /** What words with hyphens are: {@code Jean-Paul}, {@code Smith-Jones}, {@code al-Assad}. */
  private int joined(String folded) {
    int all = 0;
    for (int from = 0; from < folded.length(); ) {
      int hyphen = folded.indexOf('-', from);
      int end = hyphen < 0 ? folded.length() : hyphen;
      all |= facts(Hashes.of(folded, from, end));
      from = end + 1;
    }
    return all & (GIVEN | SURNAME | PLACE | COMMON | PEOPLE);
  }

  /** What a word is without its ending: only what it means, no name. */
  private int stemmed(String folded) {
    int stem = stem(folded);
    return stem & (~LISTS | COMMON);
  }

  private int stem(String folded) {
    int length = folded.length();
    for (String ending : List.of("s", "es", "ed", "d", "ing")) {
      if (length > ending.length() + 2 && folded.endsWith(ending)) {
        int found = facts(Hashes.of(folded, 0, length - ending.length()));
        if ((found & COMMON) != 0) {
          return found;
        }
      }
    }
    return 0;
  }

  /** What a word means, as a number; 0 where that is not known. */
  static int sense(int facts) {
    return facts >>> SENSE;
  }

  /** The names of things that begin with that word, folded. */
  Set<String> things(long word) {
    return things.getOrDefault(word, Set.of());
  }

  /** The names of places that begin with that word, of more words, folded. */
  Set<String> places(long word) {
    return places.getOrDefault(word, Set.of());
  }

  private int slot(long word) {
    int slot = (int) word & (SLOTS - 1);
    while (words[slot] != 0 && words[slot] != word) {
      slot = (slot + 1) & (SLOTS - 1);
    }
    return slot;
  }

  private void add(long word, int fact) {
    int slot = slot(word);
    words[slot] = word;
    facts[slot] |= fact;
  }

  private void phrase(String line, Map<Long, Set<String>> to, int fact) {
    int space = line.indexOf(' ');
    long first = Hashes.of(space < 0 ? line : line.substring(0, space));
    to.computeIfAbsent(first, f -> new HashSet<>()).add(line);
    add(first, fact);
  }

  private static List<String> lines(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }

  /** Lines of a meaning and the words that have it; of words with capitals, what they name. */
  private void meanings() {
    byte[] text = bytes("senses.txt");
    int number = 0;
    for (int from = start(text); from < text.length; ) {
      int end = end(text, from, '\n');
      int name = end(text, from, ' ');
      String meaning = new String(text, from, name - from, StandardCharsets.US_ASCII);
      int fact = fact(meaning, number);
      number += fact >>> SENSE == 0 ? 0 : 1;
      words(text, name + 1, end, fact);
      from = end + 1;
    }
  }

  private static int fact(String meaning, int number) {
    return switch (meaning) {
      case "proper.person" -> PERSON;
      case "proper.location" -> LOCATION;
      case "proper.group" -> GROUP;
      case "proper.people" -> PEOPLE;
      default -> meaning.startsWith("proper.") ? PROPER : COMMON | ((number + 1) << SENSE);
    };
  }

  private void names(String list, int fact) {
    byte[] text = bytes(list);
    words(text, start(text), text.length, fact);
  }

  /** Names of one word, and of more. */
  private void places() {
    byte[] text = bytes("places.txt");
    for (int from = start(text); from < text.length; ) {
      int end = end(text, from, '\n');
      if (end(text, from, ' ') < end) {
        String name = new String(text, from, end - from, StandardCharsets.US_ASCII);
        phrase(name, places, START_OF_PLACE);
      } else {
        words(text, from, end, PLACE);
      }
      from = end + 1;
    }
  }

  /** Where the lines begin that are no comment. */
  private static int start(byte[] text) {
    int from = 0;
    while (from < text.length && text[from] == '#') {
      from = end(text, from, '\n') + 1;
    }
    return from;
  }

  private static int end(byte[] text, int from, char mark) {
    int end = from;
    while (end < text.length && text[end] != mark && text[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Adds words with a space or a line's end between; the lists are ASCII, a byte a character. */
  private void words(byte[] text, int from, int to, int fact) {
    long hash = Hashes.SEED;
    for (int i = from; i < to; i++) {
      if (text[i] > ' ') {
        hash = Hashes.step(hash, text[i]);
      } else {
        add(Hashes.mix(hash), fact);
        hash = Hashes.SEED;
      }
    }
    if (hash != Hashes.SEED) {
      add(Hashes.mix(hash), fact);
    }
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the resource " + name + " cannot be read", e);
    }
  }

  @Override
  public String toString() {
    return Arrays.stream(words).filter(word -> word != 0).count() + " words";
  }
}
