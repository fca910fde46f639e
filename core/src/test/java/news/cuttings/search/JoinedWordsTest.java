package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that are written together are found alone and together. */
@Tag(Filed.EVERYWHERE)
@ExtendWith(RandomStories.Injected.class)
class JoinedWordsTest {
  private static final String LETTERS = "bdkmptwzéñłяβ";
  private static final String[] ARTICLES = {"l'", "L’", "d'", "qu'", "dell'", "all’", "Dell'"};
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "é", "É", "A", "h"};

  @Test
  void ofJoinedWordsEachIsFoundAndTheWholeToo(RandomStories stories) throws IOException {
    Random random = stories.random();
    for (int i = 0; i < Filed.tries(60); i++) {
      List<String> parts = words(random, 2 + random.nextInt(3));
      char mark = ".:_/".charAt(random.nextInt(4));
      String whole = String.join(String.valueOf(mark), parts);
      String apart = String.join(" ", parts.reversed());
      try (StoryIndex index = Filed.ofTexts("vv " + apart + " vv", "qq " + whole + " qq", "vv")) {
        for (String part : parts) {
          assertThat(found(index, part)).as("%s in %s", part, whole).containsExactly("0", "1");
          assertThat(found(index, "body:" + part)).as(whole).containsExactly("0", "1");
        }
        String phrase = '"' + String.join(" ", parts) + '"';
        assertThat(found(index, phrase)).as(phrase).containsExactly("1");
        assertThat(found(index, '"' + whole + '"')).as(whole).containsExactly("1");
        assertThat(found(index, "\"qq " + whole + " qq\"")).as(whole).containsExactly("1");
        assertThat(Filed.ids(index, StoryQuery.words(whole))).as(whole).startsWith("1");
      }
    }
  }

  @Test
  void anArticleBeforeAWordHidesItFromNobody(RandomStories stories) throws IOException {
    Random random = stories.random();
    for (int i = 0; i < Filed.tries(60); i++) {
      String word = VOWELS[random.nextInt(VOWELS.length)] + words(random, 1).getFirst();
      String article = ARTICLES[random.nextInt(ARTICLES.length)];
      String written = article + word;
      try (StoryIndex index = Filed.ofTexts("vv " + written + " vv", "vv " + word, "vv")) {
        assertThat(found(index, word)).as(written).containsExactly("0", "1");
        assertThat(found(index, written)).as(written).contains("0");
        assertThat(found(index, "\"vv " + written + " vv\"")).as(written).containsExactly("0");
        assertThat(found(index, "\"vv " + word + " vv\"")).as(written).containsExactly("0");
      }
    }
  }

  private static List<String> words(Random random, int count) {
    TreeSet<String> used = new TreeSet<>();
    List<String> words = new ArrayList<>();
    while (words.size() < count) {
      StringBuilder word = new StringBuilder();
      int length = 2 + random.nextInt(5);
      for (int i = 0; i < length; i++) {
        word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      if (used.add(word.toString())) {
        words.add(word.toString());
      }
    }
    return words;
  }

  private static Set<String> found(StoryIndex index, String typed) throws IOException {
    StoryQuery query = StoryQuery.parse(typed).match(StoryQuery.Match.ALL);
    Results found = index.search(query.idsOnly());
    boolean isLoosened = !found.warnings().isEmpty();
    return isLoosened ? new TreeSet<>() : new TreeSet<>(Filed.ids(found));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Rule ended.Governor Vance spoke. | governor | true",
        "Rule ended.Governor Vance spoke. | ended | true",
        "Rule ended.Governor Vance spoke. | \"ended governor\" | true",
        "Photo:Reuters | reuters | true",
        "Photo:Reuters | photo | true",
        "from Liverpool_FC today | fc | true",
        "from Liverpool_FC today | liverpool_fc | true",
        "from Liverpool_FC today | \"liverpool fc\" | true",
        "the U.S. said | U.S. | true",
        "the U.S. said | US | true",
        "give it to us.They left | us | true",
        "the U.S.President said | president | true",
        "by AC/DC live | AC/DC | true",
        "by AC/DC live | dc | true",
        "up 3.5 points | 3.5 | true",
        "up 3.5 points | 5 | false",
        "at 16:30 today | 16:30 | true",
        "on guardian.com today | guardian.com | true",
        "on guardian.com today | guardian | true",
        "on www.guardian.co.uk today | guardian.co.uk | true",
        "J.K. Rowling | J.K. | true",
        "Vers l'Élysée | élysée | true",
        "Vers l’Élysée | elysee | true",
        "L'ÉLYSÉE | élysée | true",
        "A L'Aquila ieri | aquila | true",
        "A L'Aquila ieri | l'aquila | true",
        "A L'Aquila ieri | laquila | true",
        "il presidente dell'Unione | unione | true",
        "all'unione | dell'unione | true",
        "qu'elle vienne | elle | true",
        "Mr O'Neill spoke | oneill | true",
        "Mr O'Neill spoke | neill | false",
        "Mr D'Arcy spoke | d'arcy | true",
        "Mr D'Arcy spoke | darcy | true",
        "Mr D'Arcy spoke | arcy | false",
        "don't go | t | false",
        "the dog's | dog | true",
        "مُحَمَّد قال | محمد | true",
        "محمد قال | مُحَمَّد | true",
        "أحمد قال | احمد | true",
        "שָׁלוֹם לכם | שלום | true",
        "שלום לכם | שָׁלוֹם | true",
      })
  void isFound(String text, String typed, boolean isFound) throws IOException {
    try (StoryIndex index = Filed.ofTexts("Something else.", text)) {
      assertThat(found(index, typed)).hasSize(isFound ? 1 : 0);
    }
  }

  @Test
  void whatIsFoundIsMarked() throws IOException {
    try (StoryIndex index = Filed.ofTexts("Rule ended.Governor Vance read guardian.com again.")) {
      assertThat(index.search(StoryQuery.words("governor")).first().snippet().mark("[", "]"))
          .contains("ended.[Governor] Vance");
      assertThat(index.search(StoryQuery.words("guardian.com")).first().snippet().mark("[", "]"))
          .contains("[guardian].[com] again");
    }
  }
}
