package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import news.cuttings.Filed;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The cluster's points in time are few: none is kept that nobody uses. */
@Tag(Filed.CLUSTER)
@Isolated // counts the threads of the process, and what the cluster has open
class PointsInTimeTest {
  private static final Duration SHORT = Duration.ofSeconds(2);

  private final TestCluster cluster = TestCluster.shared();

  private static Story story(String id) {
    return Story.builder().id(id).body("Gravel " + id).build();
  }

  private static ClusterIndex open(URI address) throws IOException {
    return ClusterIndex.connect(
        address, TestCluster.options(Filed.people()).shards(1).patience(Duration.ofSeconds(2)));
  }

  private URI filed() throws IOException {
    URI address = cluster.newIndex();
    try (ClusterIndex index = open(address)) {
      index.add(story("1"));
      index.commit();
    }
    return address;
  }

  /** How many points in time of the index are open. */
  private long open(String index) throws IOException {
    Json stats = cluster.ask("GET", "/" + index + "/_stats/search", null);
    return stats.at("_all", "total", "search", "point_in_time_current").number();
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static ClusterNodes nodes(URI address) {
    return new ClusterNodes(ClusterAddress.of(address), TestCluster.options(Filed.people()));
  }

  private static String name(URI address) {
    return address.getPath().substring(1);
  }

  @Test
  void aViewLivesOnWhileItsProcessDoes() throws IOException {
    URI address = filed();
    try (ClusterNodes nodes = nodes(address);
        Views views =
            new Views(nodes, name(address), () -> Made.now(RankingOptions.DEFAULT), SHORT)) {
      long number = views.with(OptionalLong.empty(), Deadline.none(), ClusterBackend::view);
      try (ClusterIndex other = open(address)) {
        other.add(story("2"));
        other.commit();
      }
      pause(SHORT.multipliedBy(3));
      long now = views.with(OptionalLong.empty(), Deadline.none(), ClusterBackend::view);
      assertThat(now).isEqualTo(number);
      List<String> ids =
          views.with(
              OptionalLong.empty(), Deadline.none(), backend -> backend.idsWithPrefix("", 10));
      assertThat(ids).containsExactly("1");
      views.refresh();
      int present = views.with(OptionalLong.empty(), Deadline.none(), ClusterBackend::stories);
      int before = views.with(OptionalLong.of(number), Deadline.none(), ClusterBackend::stories);
      assertThat(List.of(present, before)).containsExactly(2, 1);
    }
    assertThat(open(name(address))).isZero();
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().startsWith("cuttings-views"));
  }

  @Test
  void theViewOfAHaltedProcessIsForgottenSoon() throws IOException {
    URI address = filed();
    try (ClusterNodes nodes = nodes(address)) {
      View.open(nodes, name(address), SHORT, Deadline.none()); // and nobody will close it
      assertThat(open(name(address))).isPositive();
      pause(SHORT.multipliedBy(3));
      assertThat(open(name(address))).isZero();
    }
    assertThat(Views.SHORT).isLessThanOrEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void whoWritesAndAsksNothingHoldsOneView() throws IOException {
    URI address = cluster.newIndex();
    try (ClusterIndex index = open(address)) {
      for (int i = 0; i < 8; i++) {
        index.add(story("w" + i));
        index.commit();
      }
      assertThat(open(name(address))).isEqualTo(1);
      List<Results> pages = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        pages.add(index.search(StoryQuery.words("gravel").limit(3)));
        index.add(story("x" + i));
        index.commit();
      }
      assertThat(open(name(address))).isEqualTo(5);
      StoryQuery next = StoryQuery.words("gravel").after(pages.getLast().cursor().orElseThrow());
      assertThat(index.search(next).warnings()).isEmpty();
    }
    assertThat(open(name(address))).isZero();
  }

  @Test
  void whereThereAreNoMoreItIsSaidWhatToDo() throws IOException {
    URI address = filed();
    List<ClusterIndex> open = new ArrayList<>();
    most(3);
    try {
      assertThatThrownBy(
              () -> {
                for (int i = 0; i < 12; i++) {
                  ClusterIndex index = open(address);
                  open.add(index);
                  index.search(StoryQuery.words("gravel"));
                }
              })
          .isInstanceOf(ClusterException.class)
          .hasMessageContainingAll("points in time", "try again", "search.max_open_pit_context");
      open.removeFirst().close();
      open.removeFirst().close();
      open.removeFirst().close();
      assertThat(open.getLast().search(StoryQuery.words("gravel"))).hasSize(1);
    } finally {
      most(null);
      for (ClusterIndex index : open) {
        index.close();
      }
    }
  }

  private void most(@Nullable Object points) throws IOException {
    Json answer =
        cluster.ask(
            "PUT",
            "/_cluster/settings",
            object("persistent", object("search.max_open_pit_context", points)));
    assertThat(answer.at("acknowledged").isTrue()).as(answer.toString()).isTrue();
  }
}
