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
 * each word, nicknames in quotes, nationalities before names. Deterministic.
 */
final class Harder {
  private static final float OTHER_NAMES = 0.5f;
  private static final float LOUD_LINES = 0.25f;
  private static final float NICKNAMES = 0.03f;
  private static final float NATIONALITIES = 0.03f;
  private static final int SHORT_WORD = 3;

  private final Random random;
  private final List<String> given = Names.words("given.txt");
  private final List<String> surnames = Names.words("surnames.txt");
  private final List<String> common = Names.common();
  private final List<String> nationalities = Names.nationalities();

  Harder(Random random) {
    this.random = random;
  }

  /** One word of a story: whether it is in a name, and whether one begins with it. */
  private record Word(String text, boolean in, boolean first) {
    String tag() {
      return !in ? "O" : first ? "B-PER" : "I-PER";
    }

    boolean isCapital() {
      return Character.isUpperCase(text.charAt(0));
    }
  }

  Tagged of(Tagged story) {
    Map<String, String> others = new HashMap<>();
    boolean swaps = random.nextFloat() < OTHER_NAMES;
    Tagged.Builder out = new Tagged.Builder();
    for (List<Word> line : lines(story)) {
      boolean loud = random.nextFloat() < LOUD_LINES;
      boolean capitals = random.nextBoolean();
      int small = random.nextInt(SHORT_WORD + 1);
      for (int i = 0; i < line.size(); i++) {
        Word word = line.get(i);
        boolean last = i + 1 == line.size() || !line.get(i + 1).in || line.get(i + 1).first;
        String text = swaps && word.in ? other(word, last, others) : word.text;
        nationality(word, i > 0 && line.get(i - 1).isCapital(), out);
        if (word.first && !last && random.nextFloat() < NICKNAMES / 2) {
          nickname(random.nextBoolean() ? text : Names.capital(pick(common)), true, out);
          continue;
        }
        if (word.in && !word.first && random.nextFloat() < NICKNAMES) {
          nickname(Names.capital(pick(random.nextBoolean() ? given : common)), false, out);
        }
        out.token(
            !loud ? text : capitals ? text.toUpperCase(Locale.ROOT) : title(text, i, small),
            word.tag());
      }
      out.endSentence();
    }
    return out.finish();
  }

  private void nationality(Word word, boolean afterCapital, Tagged.Builder out) {
    if (word.first && !afterCapital && random.nextFloat() < NATIONALITIES) {
      out.token(Names.capital(pick(nationalities)), "O");
    }
  }

  private void nickname(String name, boolean first, Tagged.Builder out) {
    int kind = random.nextInt(4);
    String open = kind < 2 ? "\"" : kind == 2 ? "'" : "\u201C";
    out.token(open, first ? "B-PER" : "I-PER");
    out.token(name, "I-PER");
    out.token(kind == 3 ? "\u201D" : open, "I-PER");
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
