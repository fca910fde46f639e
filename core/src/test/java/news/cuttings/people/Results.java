package news.cuttings.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import news.cuttings.story.Letters;

/**
 * Makes up lists of results, such as sports pages print: names stand there without any sentence. In
 * the patterns {@code F} is a full name, {@code S} a surname, {@code I} initial and surname, {@code
 * C} a country, {@code P} a place, {@code T} a team, {@code #} a digit. Deterministic.
 */
final class Results {
  private static final List<String> PATTERNS =
      List.of(
          "#. F ( C ) ##.##",
          "#. F ( C ) T #:##",
          "# - F ( C ) beat F ( C ) 6-# 6-#",
          "F ( C ) bt F ( C ) #-6 6-# 6-#",
          "##-F ( C ) lost to F ( C ) 6-# , 6-#",
          "T # ( S ## , S ## ) T # ( S ## pen )",
          "T # ( F ##th minute , S ##nd ) T # . Attendance ##,###",
          "T # T #",
          "T ## # # # ## ## ##",
          "Scorers : T - F ( ##th ) , F ( ##st , penalty )",
          "T : #-F ; #-F , #-F ; ##-S",
          "T : S , S , S , S ( S ## ) , S",
          "### F ## ## ## ## , F ( C ) ## ## ## ##",
          "F ## , F ( C ) , F ( C ) ## , S",
          "S c S b S ##",
          "I lbw b S # , I not out ##",
          "Bowling : S ##-#-##-# , S #-#-##-# , S ##-#-##-#",
          "T ### and ##-# ( I ## , I ### ; I #-## )",
          "F ( ## ) pitched # innings and S ( ##-# ) took the loss . T # , T #",
          "At P : T ###-# ( I ## ) v T",
          "P : # F ( C ) , # F ( C )",
          "#. P #,### #. P ###",
          "T vs. T , P , ## August",
          "Women : #. F , C , #:##.##. #. F , C , #:##.##.");

  private static final List<String> COUNTRIES =
      Letters.words(
          "Britain Italy U.S. Germany Kenya Japan Australia Spain GBR USA France Brazil Russia"
              + " Romania Ethiopia Cuba China Sweden Netherlands Jamaica Canada Morocco India Ukraine");

  private static final List<String> CLUBS =
      Letters.words(
          "Dynamo Sporting Real Racing Olympic Sparta Fortuna Rapid Viktoria Union Inter Athletic"
              + " Spartak Lokomotiv Deportivo Atletico FC SC RC AS Slavia Admira Victoria Metalist"
              + " Torpedo Partizan Estrella Royal Lions Tigers");

  private final Random random;
  private final List<String> given = Names.words("given.txt");
  private final List<String> surnames = Names.words("surnames.txt");
  private final List<String> places = Names.words("places.txt");

  Results(Random random) {
    this.random = random;
  }

  List<Tagged> make(int count) {
    List<Tagged> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(make());
    }
    return all;
  }

  private Tagged make() {
    Tagged.Builder story = new Tagged.Builder();
    List<String> surnamesHere = some(surnames);
    List<String> teams = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String place = one(places);
      teams.add(random.nextInt(3) == 0 ? pick(CLUBS) + " " + place : place);
    }
    for (int kinds = 1 + random.nextInt(2); kinds > 0; kinds--) {
      String pattern = pick(PATTERNS);
      for (int lines = 3 + random.nextInt(8); lines > 0; lines--) {
        for (String part : Letters.words(pattern)) {
          add(part, story, surnamesHere, teams);
        }
        story.endSentence();
      }
    }
    return story.finish();
  }

  private void add(String part, Tagged.Builder story, List<String> own, List<String> teams) {
    int hyphen = part.indexOf('-');
    switch (part.charAt(part.length() - 1)) {
      case 'F', 'S', 'I', 'C', 'P', 'T' -> {
        if (hyphen > 0) {
          story.token(digits(part.substring(0, hyphen)), "O");
          story.token("-", "O");
        }
        name(part.charAt(part.length() - 1), story, own, teams);
      }
      default -> story.token(digits(part), "O");
    }
  }

  private void name(char kind, Tagged.Builder story, List<String> own, List<String> teams) {
    switch (kind) {
      case 'C' -> story.token(pick(COUNTRIES), "O");
      case 'P' -> story.token(one(places), "O");
      case 'T' -> Letters.words(pick(teams)).forEach(word -> story.token(word, "O"));
      case 'S' -> story.token(pick(own), "B-PER");
      case 'I' -> {
        story.token((char) ('A' + random.nextInt(26)) + ".", "B-PER");
        story.token(pick(own), "I-PER");
      }
      default -> {
        story.token(one(given), "B-PER");
        if (random.nextInt(12) == 0) {
          story.token(one(surnames), "I-PER");
        }
        story.token(random.nextBoolean() ? pick(own) : one(surnames), "I-PER");
      }
    }
  }

  private String digits(String part) {
    StringBuilder out = new StringBuilder(part);
    for (int i = 0; i < out.length(); i++) {
      if (out.charAt(i) == '#') {
        out.setCharAt(i, (char) ('0' + random.nextInt(10)));
      }
    }
    return out.toString();
  }

  private List<String> some(List<String> list) {
    List<String> some = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      some.add(one(list));
    }
    return some;
  }

  private String one(List<String> list) {
    return Names.capital(pick(list));
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
