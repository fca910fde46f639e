package news.cuttings.search.like;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.Why;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomStories.Injected.class)
@Tag(Filed.EVERYWHERE)
class MoreLikeTest {
  private static final Story TALKS =
      story("talks", "Mexico and the United States met on migration at the border on Friday.")
          .toBuilder()
          .headline("Talks on migration")
          .people(List.of(Person.given("Alicia Bárcena"), Person.given("Antony Blinken")))
          .build();
  private static final Story LATER =
      story("later", "More talks on migration at the border are planned, said Alicia Barcena.")
          .toBuilder()
          .people(List.of(Person.given("Alicia Barcena")))
          .build();
  private static final Story FOOTBALL =
      story("football", "Klopp praised his team after Liverpool had won at home.");

  @Test
  void onThreeStoriesTheOtherOfTheAffairComesFirst() throws IOException {
    try (StoryIndex index = Filed.of(List.of(FOOTBALL, TALKS, LATER))) {
      Results like = index.moreLike("talks");
      assertThat(Filed.ids(like)).startsWith("later").doesNotContain("talks");
      Why why = like.first().why();
      assertThat(why.people()).containsExactly("Alicia Barcena");
      assertThat(why.overlap()).isBetween(0.0, 1.0);
      assertThat(why.terms()).extracting(Why.Term::term).contains("migration");
      assertThat(like.interpretation()).contains("migration", "Alicia Bárcena");
      assertThat(like.first().snippet().marks()).isNotEmpty();
    }
  }

  @Test
  void aStoryWithoutHeadlineWorks() throws IOException {
    try (StoryIndex index = Filed.of(List.of(FOOTBALL, TALKS, LATER))) {
      assertThat(Filed.ids(index.moreLike("later"))).startsWith("talks");
    }
  }

  @Test
  void aCopyOverlapsWholly() throws IOException {
    Story copy = TALKS.toBuilder().id("copy").build();
    try (StoryIndex index = Filed.of(List.of(FOOTBALL, TALKS, copy))) {
      assertThat(index.moreLike(Like.id("talks").copies(true)).first().why().overlap())
          .isEqualTo(1);
    }
  }

  @Test
  void theBackgroundIsOfDaysBefore() throws IOException {
    LocalDate day = LocalDate.of(2023, 12, 29);
    List<Story> stories = new ArrayList<>(List.of(FOOTBALL, TALKS.toBuilder().date(day).build()));
    for (int i = -2; i <= 2; i++) {
      stories.add(LATER.toBuilder().id("day" + i).date(day.plusDays(i)).build());
    }
    stories.add(LATER.toBuilder().id("undated").build());
    try (StoryIndex index = Filed.of(stories)) {
      Like background = Like.id("talks").mode(Like.Mode.BACKGROUND).copies(true);
      Results like = index.moreLike(background);
      assertThat(Filed.ids(like)).containsExactly("day-1", "day-2");
      assertThat(like.interpretation()).contains("before 2023-12-29");
      Results none = index.moreLike(Like.id("undated").mode(Like.Mode.BACKGROUND));
      assertThat(none).isEmpty();
      assertThat(none.warnings()).singleElement().asString().contains("no date");
    }
  }

  @Test
  void bySamePeopleThoseWithMostOfThemComeFirst() throws IOException {
    Story both = story("both", "They met again.").toBuilder().people(TALKS.people()).build();
    Story words = story("words", TALKS.body() + " Nobody was named, and nothing was agreed on.");
    try (StoryIndex index = Filed.of(List.of(FOOTBALL, TALKS, LATER, both, words))) {
      assertThat(Filed.ids(index.moreLike(Like.id("talks").copies(true)))).startsWith("words");
      Like people = Like.id("talks").mode(Like.Mode.PEOPLE);
      assertThat(Filed.ids(index.moreLike(people))).containsExactly("both", "later");
      Results none = index.moreLike(Like.id("football").mode(Like.Mode.PEOPLE));
      assertThat(none).isEmpty();
      assertThat(none.warnings()).singleElement().asString().contains("nobody");
    }
  }

  @Test
  void idsAloneAreInTheSameOrder() throws IOException {
    try (StoryIndex index = Filed.of(List.of(FOOTBALL, TALKS, LATER))) {
      Results ids = index.moreLike(Like.id("talks").idsOnly());
      assertThat(Filed.ids(ids)).isEqualTo(Filed.ids(index.moreLike("talks")));
      assertThat(ids.first().story()).isEmpty();
    }
  }

  @Test
  void anUnknownIdGivesNothingAndSaysSo() throws IOException {
    try (StoryIndex index = Filed.of(List.of(TALKS))) {
      Results like = index.moreLike("unknown");
      assertThat(like).isEmpty();
      assertThat(like.warnings()).singleElement().asString().contains("unknown");
    }
  }

  @Test
  void aTextThatHasNothingInCommonFindsNothing() throws IOException {
    try (StoryIndex index = Filed.of(List.of(TALKS))) {
      assertThat(index.moreLike(Like.text("Zyzzyva qwertz."))).isEmpty();
      assertThat(index.moreLike(Like.text("... !!!"))).isEmpty();
    }
  }

  @Test
  void onRandomStories(RandomStories random) throws IOException {
    List<Story> stories = random.list(150);
    try (StoryIndex index = Filed.of(stories)) {
      for (Story story : stories.subList(0, Filed.tries(stories.size()))) {
        Results byId = index.moreLike(Like.id(story.id()).limit(5));
        Results byStory = index.moreLike(Like.story(story).limit(5));
        assertThat(Filed.ids(byId)).isEqualTo(Filed.ids(byStory)).doesNotContain(story.id());
        assertThat(byId.interpretation()).isEqualTo(byStory.interpretation());
        for (Hit hit : byId) {
          assertThat(hit.why()).isEqualTo(byStory.hits().get(hit.rank() - 1).why());
          assertThat(hit.why().overlap()).isBetween(0.0, 1.0);
          String source = text(story);
          for (Why.Term term : hit.why().terms()) {
            assertThat(source).contains(term.term().toLowerCase(Locale.ROOT));
            assertThat(term.weight()).isPositive();
          }
          List<String> keys = story.people().stream().map(Person::key).toList();
          assertThat(hit.why().people()).allSatisfy(name -> assertThat(keys).contains(key(name)));
        }
        // A text has no id to be left out by: the story itself is most like it.
        Results byText = index.moreLike(Like.text(story.body()).copies(true));
        assertThat(Filed.ids(byText)).contains(story.id());
      }
    }
  }

  private static String key(String name) {
    return Person.given(name).key();
  }

  private static String text(Story story) {
    return (story.headline().orElse("") + " " + story.body()).toLowerCase(Locale.ROOT);
  }

  private static Story story(String id, String body) {
    return Story.builder().id(id).body(body).build();
  }
}
