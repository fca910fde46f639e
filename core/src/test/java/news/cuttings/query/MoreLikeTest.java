package news.cuttings.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
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
      assertThat(index.moreLike("talks").first().why().overlap()).isEqualTo(1);
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
      for (Story story : stories) {
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
        Results byText = index.moreLike(Like.text(story.body()));
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
