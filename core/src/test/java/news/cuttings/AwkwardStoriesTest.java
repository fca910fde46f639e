package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Origin;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No story is refused for what it holds, and none spoils the index for the others. */
@Tag(Filed.EVERYWHERE)
class AwkwardStoriesTest {

  @Test
  void allAreFiledAndFound() throws IOException {
    List<Story> stories = new ArrayList<>();
    stories.add(body("!!! ... — ???"));
    stories.add(body("a".repeat(70_000)));
    stories.add(body("ﷺ".repeat(40_000)));
    stories.add(body("e" + "\u0301".repeat(40_000)));
    stories.add(body("\u200B"));
    stories.add(body("\uD800 half a pair \uDC00"));
    stories.add(body("one\n".repeat(20_000)));
    stories.add(
        body("x").toBuilder().source("***").section("—").byline("?").topics(List.of("!")).build());
    stories.add(
        body("x").toBuilder().source("The Guardian").section("Sport").byline("Jo Ng").build());
    String label = "Łong ".repeat(8_000);
    stories.add(
        body("x").toBuilder()
            .source(label)
            .section(label)
            .byline(label)
            .edition(label)
            .url(label)
            .topics(List.of(label, "\uD83D\uDE00".repeat(5_000)))
            .people(List.of(Person.given(label), Person.given("\u200B"), Person.given("***")))
            .origin(Origin.of(label, label, 1).onPage(1))
            .build());
    stories.add(
        body("x").toBuilder()
            .people(IntStream.range(0, 10_000).mapToObj(i -> Person.given("Jo Ng " + i)).toList())
            .build());
    stories.add(body("x").toBuilder().id("i".repeat(Story.MAX_ID_BYTES)).build());
    try (StoryIndex index = Filed.empty(Filed.people())) {
      for (int i = 0; i < stories.size(); i++) {
        Story story = stories.get(i);
        Story named = story.id().startsWith("i") ? story : story.toBuilder().id("s" + i).build();
        stories.set(i, named);
        index.add(named);
        index.refresh(); // each in its own segment: their fields must agree
      }
      index.commit();
      assertThat(index.maintenance().stats().stories()).isEqualTo(stories.size());
      for (Story story : stories) {
        assertThat(index.story(story.id())).as(story.toString()).contains(story);
        index.moreLike(story.id()).forEach(hit -> assertThat(hit.why()).isNotNull());
        String text =
            story.body().length() > 5_000 ? story.body().substring(0, 5_000) : story.body();
        for (Hit hit : index.search(StoryQuery.parse(text))) {
          assertThat(hit.snippet().text().length()).isLessThan(500);
          assertThat(hit.title()).isNotNull();
        }
        assertThat(index.samePage(story.id())).isNotNull();
      }
      assertThat(Filed.ids(index, StoryQuery.everything().person("jo ng 9999"))).hasSize(1);
      assertThat(Filed.ids(index, StoryQuery.everything().source("lóng"))).hasSize(1);
      assertThat(Filed.ids(index, StoryQuery.everything().source("***"))).isEmpty();
    }
  }

  @Test
  void aStoryOfFourMillionCharacters() throws IOException {
    StringBuilder text = new StringBuilder("Needle in it. ");
    for (int i = 0; text.length() < Story.MAX_LENGTH - 100; i++) {
      text.append("Word").append(i % 5_000).append(i % 9 == 0 ? ".\n" : i % 4 == 0 ? ". " : " ");
    }
    try (StoryIndex index = Filed.empty(Filed.people())) {
      index.add(body(text.toString()).toBuilder().id("long").build());
      index.add(body("A needle.").toBuilder().id("short").build());
      index.commit();
      Results found = index.search(StoryQuery.words("needle word17 word4000"));
      assertThat(Filed.ids(found)).contains("long", "short");
      found.forEach(hit -> assertThat(hit.snippet().marks()).isNotEmpty());
      assertThat(index.moreLike("short")).hasSize(1);
      assertThat(index.moreLike(Like.id("long")).first().why().terms()).isNotEmpty();
    }
  }

  private static Story body(String body) {
    return Story.builder().body(body).build();
  }
}
