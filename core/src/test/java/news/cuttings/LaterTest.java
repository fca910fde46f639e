package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A hit shows the story of the view it was found in, whenever it is looked at. */
@ExtendWith(RandomStories.Injected.class)
class LaterTest {
  private static final int VIEWS = 120;

  @TempDir private Path folder;

  private static Story talks(String id, String body) {
    return Story.builder().id(id).headline("Talks on " + id).body(body).source("The Post").build();
  }

  private static void assertShown(Hit hit, String body) {
    assertThat(hit.headline()).contains("Talks on " + hit.id());
    assertThat(hit.title().text()).isEqualTo("Talks on " + hit.id());
    assertThat(hit.source()).contains("The Post");
    assertThat(hit.snippet().text()).isEqualTo(body);
    assertThat(hit.story().map(Story::body)).contains(body);
  }

  @Test
  void afterTheIndexIsClosed() throws IOException {
    Results found;
    Results like;
    try (StoryIndex index = Filed.open(folder)) {
      index.add(talks("fish", "Ministers met on fish quotas."));
      index.add(talks("fish-2", "Ministers met again on fish quotas and nets."));
      index.commit();
      found = index.search(StoryQuery.parse("fish"));
      like = index.moreLike(Like.id("fish"));
    }
    assertShown(found.hits().getFirst(), "Ministers met on fish quotas.");
    assertShown(like.hits().getFirst(), "Ministers met again on fish quotas and nets.");
    assertThat(like.hits().getFirst().why().terms()).isNotEmpty();
  }

  @Test
  void afterItIsWrittenAnewAgainAndAgain() throws IOException {
    List<Results> answers = new ArrayList<>();
    try (StoryIndex index = Filed.open(folder)) {
      for (int i = 0; i < VIEWS; i++) {
        index.add(talks("fish", "Talks number " + i + " on fish."));
        index.commit();
        answers.add(index.search(StoryQuery.parse("fish")));
      }
      for (int i = 0; i < VIEWS; i++) {
        assertShown(answers.get(i).first(), "Talks number " + i + " on fish.");
      }
    }
  }

  @Test
  void afterItIsPurged() throws IOException {
    try (StoryIndex index = Filed.open(folder)) {
      index.add(talks("fish", "Ministers met on fish quotas."));
      index.commit();
      Results found = index.search(StoryQuery.parse("fish"));
      index.delete("fish");
      index.maintenance().purge();
      assertThat(index.search(StoryQuery.parse("fish")).hits()).isEmpty();
      assertShown(found.first(), "Ministers met on fish quotas.");
    }
  }

  /** What a list shows is what the story says, also where it is too long to be kept for a list. */
  @Test
  void aListShowsWhatTheStorySays(RandomStories stories) throws IOException {
    List<Story> filed = new ArrayList<>(stories.list(100));
    filed.add(talks("long", "x").toBuilder().headline("Very " + "long ".repeat(900)).build());
    filed.add(talks("far", "x").toBuilder().source("The " + "Far ".repeat(400) + "Post").build());
    filed.add(Story.builder().id("bare").body("No headline, no source.").build());
    try (StoryIndex index = Filed.of(filed)) {
      for (Hit hit : index.search(StoryQuery.everything().limit(200))) {
        Story story = index.story(hit.id()).orElseThrow();
        assertThat(hit.headline()).isEqualTo(story.headline());
        assertThat(hit.source()).isEqualTo(story.source());
        assertThat(hit.date()).isEqualTo(story.date());
        assertThat(hit.story()).contains(story);
      }
    }
  }
}
