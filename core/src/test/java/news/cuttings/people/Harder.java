package news.cuttings.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import news.cuttings.story.Letters;

/**
 * Makes stories harder to read: other names from the lists, lines in capitals or with a capital at
 * each word, and what may stand in and around names ({@link Trappings}); some are cut to pieces of
 * a line or two, in which no word is seen twice. Deterministic.
 */
final class Harder {
  private static final float OTHER_NAMES = 0.5f;
  private static final float LOUD_LINES = 0.25f;
  private static final float CUT = 0.3f;
  private static final int SHORT_WORD = 3;

  private final Random random;
  private final Trappings trappings;
  private final List<String> given = Names.words("given.txt");
  private final List<String> surnames = Names.words("surnames.txt");

  Harder(Random random) {
    this.random = random;
    trappings = new Trappings(random);
  }

  /** One word of a story: whether it is in a name, and whether one begins with it. */
  record Word(String text, boolean in, boolean first) {
    String tag() {
      return !in ? "O" : first ? "B-PER" : "I-PER";
    }

    boolean isCapital() {
      return Character.isUpperCase(text.charAt(0));
    }

    Word with(String other) {
      return new Word(other, in, first);
    }
  }

  /** The story made harder, in one piece or in several. */
  List<Tagged> of(Tagged story) {
    Map<String, String> others = new HashMap<>();
    boolean swaps = random.nextFloat() < OTHER_NAMES;
    boolean cuts = random.nextFloat() < CUT;
    List<Tagged> pieces = new ArrayList<>();
    Tagged.Builder out = new Tagged.Builder();
    for (List<Word> line : lines(story)) {
      boolean loud = random.nextFloat() < LOUD_LINES;
      boolean capitals = random.nextBoolean();
      int small = random.nextInt(SHORT_WORD + 1);
      List<Word> words = trappings.around(swaps ? swapped(line, others) : line);
      for (int i = 0; i < words.size(); i++) {
        Word word = words.get(i);
        String text = word.text;
        out.token(
            !loud ? text : capitals ? text.toUpperCase(Locale.ROOT) : title(text, i, small),
            word.tag());
      }
      out.endSentence();
      if (cuts && random.nextBoolean()) {
        out.finish(pieces);
        out = new Tagged.Builder();
      }
    }
    out.finish(pieces);
    return pieces;
  }

  private List<Word> swapped(List<Word> line, Map<String, String> others) {
    List<Word> out = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      Word word = line.get(i);
      boolean last = i + 1 == line.size() || !line.get(i + 1).in || line.get(i + 1).first;
      out.add(word.in ? word.with(other(word, last, others)) : word);
    }
    return out;
  }

  /** As headlines write: short words stay small. */
  private static String title(String word, int at, int small) {
    return at > 0 && word.length() <= small ? word : Names.capital(word);
  }

  /** Another name for a name, the same all through the story; initials and particles stay. */
  private String other(Word word, boolean last, Map<String, String> others) {
    boolean isName =
        word.isCapital()
            && word.text.length() >= SHORT_WORD
            && word.text.chars().allMatch(c -> Character.isLetter(c) || c == '-');
    if (!isName) {
      return word.text;
    }
    boolean alone = word.first && last;
    return others.computeIfAbsent(
        word.text,
        text -> {
          boolean isGiven = alone ? random.nextInt(5) == 0 : !last;
          return Names.capital(pick(isGiven ? given : surnames));
        });
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<List<Word>> lines(Tagged story) {
    List<List<Word>> lines = new ArrayList<>();
    List<Mention> people = story.people();
    int person = 0;
    int at = 0;
    for (String line : story.text().lines().toList()) {
      List<Word> words = new ArrayList<>();
      for (String word : Letters.words(line)) {
        while (person < people.size() && people.get(person).end() <= at) {
          person++;
        }
        boolean in = person < people.size() && people.get(person).start() <= at;
        words.add(new Word(word, in, in && people.get(person).start() == at));
        at += word.length() + 1;
      }
      lines.add(words);
    }
    return lines;
  }
}
