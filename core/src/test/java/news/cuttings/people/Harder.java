package news.cuttings.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes stories harder to read: other names, lines in capitals. Deterministic. */
final class Harder {
  private static final float SWAP = Float.parseFloat(System.getProperty("swap", "0.5"));
  private static final float LOUD = Float.parseFloat(System.getProperty("loud", "0.25"));

  private static final float NICKNAME = 0.03f;
  private static final float PEOPLE = 0.03f;
  private final List<String> peoples;

  private final Random random;
  private final List<String> given;
  private final List<String> surnames;
  private final List<String> places;

  Harder(Random random) {
    this.random = random;
    given = Names.list("given.txt");
    surnames = Names.list("surnames.txt");
    peoples =
        Names.list("senses.txt").stream()
            .filter(line -> line.startsWith("proper.people "))
            .flatMap(line -> java.util.Arrays.stream(line.split(" ")).skip(1))
            .filter(word -> word.endsWith("an") || word.endsWith("ese") || word.endsWith("ish") || word.endsWith("er"))
            .toList();
    places = Names.list("places.txt");
  }

  private record Word(String text, boolean in, boolean first) {}

  Tagged of(Tagged story) {
    boolean swap = random.nextFloat() < SWAP;
    Map<String, String> others = new HashMap<>();
    Tagged.Builder maker = new Tagged.Builder();
    for (List<Word> line : lines(story)) {
      int loud = random.nextFloat() < LOUD ? 1 + random.nextInt(2) : 0;
      for (int i = 0; i < line.size(); i++) {
        Word word = line.get(i);
        String text = word.text;
        if (swap && word.in) {
          boolean last = i + 1 == line.size() || !line.get(i + 1).in || line.get(i + 1).first;
          text = other(text, word.first, last, others);
        }
        if (word.first && (i == 0 || !Character.isUpperCase(line.get(i - 1).text.charAt(0))) && random.nextFloat() < PEOPLE) {
          maker.token(Names.capital(peoples.get(random.nextInt(peoples.size()))), tag(false, false));
        }
        if (word.in && !word.first && random.nextFloat() < NICKNAME) {
          String quote = random.nextBoolean() ? "\"" : random.nextBoolean() ? "'" : "\u201C";
          maker.token(quote, tag(true, false));
          maker.token(Names.capital(given.get(random.nextInt(given.size()))), tag(true, false));
          maker.token(quote.equals("\u201C") ? "\u201D" : quote, tag(true, false));
        }
        boolean alone = word.first && i + 1 < line.size() && line.get(i + 1).in && !line.get(i + 1).first;
        if (alone && random.nextFloat() < NICKNAME / 2) {
          maker.token("\"", "B-PER");
          maker.token(text, "I-PER");
          maker.token("\"", "I-PER");
          continue;
        }
        maker.token(loud == 1 ? text.toUpperCase(Locale.ROOT) : loud == 2 ? title(text, i) : text, tag(word.in, word.first));
      }
      maker.endSentence();
    }
    return maker.finish();
  }

  private static String tag(boolean in, boolean first) {
    return !in ? "O" : first ? "B-PER" : "I-PER";
  }

  private static String title(String word, int at) {
    if (at > 0 && word.length() < 4 && !word.equals("is") && !word.equals("new")) {
      return word;
    }
    return Names.capital(word);
  }

  private String other(String word, boolean first, boolean last, Map<String, String> others) {
    if (word.length() < 3 || word.indexOf('.') >= 0 || !Character.isUpperCase(word.charAt(0)) || !word.chars().allMatch(c -> Character.isLetter(c) || c == '-')) {
      return word;
    }
    return others.computeIfAbsent(
        word,
        w -> {
          boolean g = first && last ? random.nextFloat() < 0.2 : !last;
          List<String> list = g ? given : surnames;
          String name = Names.capital(list.get(random.nextInt(list.size())));
          return name;
        });
  }

  private static List<List<Word>> lines(Tagged story) {
    List<List<Word>> lines = new ArrayList<>();
    int person = 0;
    int at = 0;
    for (String line : story.text().split("\n", -1)) {
      List<Word> words = new ArrayList<>();
      int from = at;
      for (String word : line.split(" ", -1)) {
        while (person < story.people().size() && story.people().get(person).end() <= from) {
          person++;
        }
        boolean in = person < story.people().size() && story.people().get(person).start() <= from;
        if (!word.isEmpty()) {
          words.add(new Word(word, in, in && story.people().get(person).start() == from));
        }
        from += word.length() + 1;
      }
      at += line.length() + 1;
      if (!words.isEmpty()) {
        lines.add(words);
      }
    }
    return lines;
  }

}
