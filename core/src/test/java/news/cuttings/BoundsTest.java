package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a query may cost: memory and time. */
@ExtendWith(RandomStories.Injected.class)
class BoundsTest {
  private static final List<String> LITTLE = List.of("-Xmx256m", "-XX:+UseSerialGC");

  @TempDir private Path folder;

  @Test
  void theWorstQueriesOfFiftyThousandPeopleNeedLittleMemory() throws Exception {
    ask(10_000);
  }

  @Test
  @Tag("slow")
  void theWorstQueriesOfAMillionPeopleNeedLittleMemory() throws Exception {
    ask(200_000);
  }

  private void ask(int stories) throws Exception {
    String said = Child.run(LITTLE, WorstQueries.class, folder.toString(), "" + stories);
    assertThat(said).contains("ms  timeline");
    System.out.write(said.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @Tag(Filed.EVERYWHERE)
  void whenTheTimeIsOverTheAnswerIsMarked(RandomStories random) throws IOException {
    StoryQuery query = StoryQuery.parse("w*").facets(5).counting();
    try (StoryIndex index = Filed.of(random.list(300))) {
      Results whole = index.search(query.timeout(Duration.ofHours(1)));
      assertThat(whole.partial()).isFalse();
      assertThat(whole.warnings()).isEmpty();
      assertThat(whole.facets()).isEqualTo(index.search(query).facets());
      assertThat(Filed.ids(whole)).isEqualTo(Filed.ids(index.search(query)));
      Results cut = index.search(query.timeout(Duration.ZERO));
      assertThat(cut.partial()).isTrue();
      assertThat(cut.total().exact()).isFalse();
      assertThat(cut.total().stories()).isLessThan(whole.total().stories());
      assertThat(cut.warnings()).anyMatch(warning -> warning.message().contains("time"));
      assertThat(index.moreLike(Like.id("s1").timeout(Duration.ZERO)).partial()).isTrue();
      assertThat(index.moreLike(Like.id("s1").timeout(Duration.ofHours(1))).partial()).isFalse();
      StoryQuery every = StoryQuery.everything();
      assertThat(index.people(every.timeout(Duration.ZERO), 9).isPartial()).isTrue();
      assertThat(index.people(every.timeout(Duration.ofHours(1)), 9).isPartial()).isFalse();
      assertThat(index.people(every, 9)).isEqualTo(index.people(every.timeout(FOREVER), 9));
      assertThat(index.timeline(every.timeout(Duration.ZERO), DatePeriod.By.DAY).isPartial())
          .isTrue();
      assertThat(index.timeline(every, DatePeriod.By.DAY).isPartial()).isFalse();
      assertThatThrownBy(() -> every.timeout(Duration.ofMillis(-1)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(index.delete(every.timeout(Duration.ZERO)))
          .as("nothing is half done")
          .isEqualTo(300);
    }
  }

  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);
}
