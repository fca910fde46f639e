package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A beginning finds stories with words that begin so, as they are written, and nothing else. */
@ExtendWith(RandomStories.Injected.class)
@Tag(Filed.EVERYWHERE)
class WordBeginningsTest {
  private static final int STORIES = 300;
  private static final int BEGINNINGS = 600;

  private static final List<String> ENDINGS =
      List.of(
          ("s es ed ers ing ingly ional ation ational ator ly ally ily ies ied iest y ities ment"
                  + " ful fulness less able ably ible bly al ially ism istic ive iveness iviti ously"
                  + " ence ently ancy icate ical izer ization ology ates ated ating e eed")
              .split(" "));

  /** Words with the endings that the stemmer takes off, puts others in the place of, or leaves. */
  private static String word(Random random) {
    StringBuilder word = new StringBuilder();
    for (int length = 1 + random.nextInt(4); length > 0; length--) {
      word.append("abcehilpsty".charAt(random.nextInt(11)));
    }
    return random.nextInt(4) == 0
        ? word.toString()
        : word.append(ENDINGS.get(random.nextInt(ENDINGS.size()))).toString();
  }

  @Test
  void findsWhatIsWrittenSo(RandomStories stories) throws IOException {
    Random random = stories.random();
    List<Story> filed = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < STORIES; i++) {
      String body = String.join(" ", Stream.generate(() -> word(random)).limit(4).toList());
      filed.add(Story.builder().id("s" + i).body(body).build());
      words.addAll(List.of(body.split(" ", -1)));
    }
    int found = 0;
    try (StoryIndex index = Filed.of(filed)) {
      for (int i = 0; i < BEGINNINGS; i++) {
        String word = words.get(random.nextInt(words.size()));
        String beginning = word.substring(0, 1 + random.nextInt(word.length()));
        List<String> ids =
            Filed.ids(index, StoryQuery.parse(beginning + "*").limit(STORIES)).stream()
                .sorted()
                .toList();
        TreeSet<String> right = new TreeSet<>();
        for (Story story : filed) {
          if ((" " + story.body()).contains(" " + beginning)) {
            right.add(story.id());
          }
        }
        assertThat(ids).as(beginning).containsExactlyElementsOf(right);
        found += right.size() < STORIES / 2 ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(BEGINNINGS / 4);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          careful*  , She cares for them     , false
          us*       , A US official          , true
          careful*  , She was careful        , true
          care*     , She was careful        , true
          onei*     , One of them            , false
          onei*     , Oneida lies north      , true
          policem*  , The police came        , false
          policem*  , Two policemen came     , true
          happi*    , A happy day            , false
          happi*    , Great happiness        , true
          hope*     , She was hoping         , false
          hopi*     , She was hoping         , true
          sky*      , Blue skies             , false
          skie*     , Blue skies             , true
          cafe*     , Two cafés              , true
          étoil*    , Read l'Étoile          , true
          l'étoil*  , Read l'Étoile          , true
          bit.l*    , It was at bit.ly/x     , true
          at&*      , A call by AT&T         , true
          headline:careful* , She cares      , false
          """)
  void asWritten(String typed, String text, boolean isFound) throws IOException {
    Story story = Story.builder().id("1").headline(text).body(text).build();
    try (StoryIndex index = Filed.of(List.of(story))) {
      assertThat(Filed.ids(index, StoryQuery.parse(typed)))
          .isEqualTo(isFound ? List.of("1") : List.of());
    }
  }

  @Test
  void onlyWhatIsWrittenSoIsMarked() throws IOException {
    try (StoryIndex index = Filed.ofTexts("She cares and is careful.")) {
      assertThat(index.search(StoryQuery.parse("careful*")).first().snippet().mark("[", "]"))
          .isEqualTo("She cares and is [careful].");
    }
  }
}
