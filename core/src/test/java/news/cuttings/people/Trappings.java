package news.cuttings.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import news.cuttings.people.Harder.Word;
import news.cuttings.story.Letters;

/**
 * What newspapers put in and around names, put in at random: nicknames in quotes, nationalities,
 * titles, whose somebody is ({@code Kenya 's}), initials without full stops, surnames in front, and
 * what is named after people and is none. Deterministic.
 */
final class Trappings {
  /** How many of a hundred names get each. */
  private static final int NICKNAME = 2;

  private static final int NATIONALITY = 3;
  private static final int OWNER = 5;
  private static final int TITLE = 3;
  private static final int INITIALS = 2;
  private static final int SURNAME_FIRST = 2;
  private static final int AFFAIR = 5;
  private static final int THING = 2;

  private static final List<String> TITLES =
      List.of(
          "Mr Justice",
          "Detective Inspector",
          "Sgt",
          "Councillor",
          "Dr",
          "Lord",
          "Professor",
          "Chief Justice",
          "Deputy",
          "Captain",
          "Finance Minister",
          "Coach",
          "Lady",
          "The Rev.");

  private static final List<String> AFFAIRS =
      Letters.words(
          "administration government family years era campaign estate trial regime brothers camp"
              + " presidency White-House doctrine foundation inquiry affair case novel film painting");

  private final Random random;
  private final List<String> given = Names.words("given.txt");
  private final List<String> places = Names.words("places.txt");
  private final List<String> common = Names.common();
  private final List<String> nationalities = Names.nationalities();
  private final List<String> things = List.copyOf(new TreeSet<>(Heads.OF_THINGS));

  Trappings(Random random) {
    this.random = random;
  }

  /** The line with some of them. */
  List<Word> around(List<Word> line) {
    List<Word> out = new ArrayList<>();
    for (int from = 0; from < line.size(); ) {
      int to = from + 1;
      if (line.get(from).first()) {
        while (to < line.size() && line.get(to).in() && !line.get(to).first()) {
          to++;
        }
        boolean apart = from == 0 || !line.get(from - 1).isCapital();
        dress(line.subList(from, to), apart, out);
      } else {
        out.add(line.get(from));
      }
      from = to;
    }
    return out;
  }

  private void dress(List<Word> name, boolean apart, List<Word> out) {
    int dice = random.nextInt(100);
    boolean many = name.size() > 1;
    if ((dice -= NICKNAME) < 0) {
      nicknamed(name, out);
    } else if (apart && (dice -= NATIONALITY) < 0) {
      outside(Names.capital(pick(nationalities)), out);
      out.addAll(name);
    } else if (apart && (dice -= OWNER) < 0) {
      outside(Names.capital(pick(places)) + " 's", out);
      out.addAll(name);
    } else if (apart && (dice -= TITLE) < 0) {
      outside(pick(TITLES), out);
      out.addAll(name);
    } else if (many && (dice -= INITIALS) < 0) {
      inside(name.getFirst().text().substring(0, 1).toUpperCase(Locale.ROOT) + capital(), out);
      out.addAll(name.subList(1, name.size()));
    } else if (many && (dice -= SURNAME_FIRST) < 0) {
      inside(name.getLast().text().toUpperCase(Locale.ROOT), out);
      name.subList(0, name.size() - 1).forEach(word -> out.add(new Word(word.text(), true, false)));
    } else if (!many && apart && (dice -= AFFAIR) < 0) {
      outside("the", out);
      out.addAll(name);
      outside(pick(AFFAIRS).replace('-', ' '), out);
    } else if (apart && (dice -= THING) < 0) {
      name.forEach(word -> outside(word.text(), out));
      outside(Names.capital(pick(things)), out);
    } else {
      out.addAll(name);
    }
  }

  private void nicknamed(List<Word> name, List<Word> out) {
    int kind = random.nextInt(4);
    String open = kind < 2 ? "\"" : kind == 2 ? "'" : "\u201C";
    String close = kind == 3 ? "\u201D" : open;
    boolean first = name.size() == 1 || random.nextInt(3) == 0;
    String nickname = Names.capital(pick(random.nextBoolean() ? given : common));
    if (!first) {
      out.add(name.getFirst());
    }
    out.add(new Word(open, true, first));
    if (random.nextInt(3) == 0) {
      out.add(new Word("The", true, false));
    }
    out.add(new Word(nickname, true, false));
    out.add(new Word(close, true, false));
    name.subList(name.size() > 1 ? 1 : 0, name.size())
        .forEach(word -> out.add(new Word(word.text(), true, false)));
  }

  private void outside(String words, List<Word> out) {
    Letters.words(words).forEach(word -> out.add(new Word(word, false, false)));
  }

  private void inside(String word, List<Word> out) {
    out.add(new Word(word, true, true));
  }

  private String capital() {
    return String.valueOf((char) ('A' + random.nextInt(26)));
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
