package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import news.cuttings.Filed;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node is killed, or the cluster takes no writes: nothing that was acknowledged is lost. */
@Tag(Filed.CLUSTER)
@Tag(Filed.FAILOVER)
class FailoverTest {
  private static TestCluster cluster;

  @BeforeAll
  static void start() throws IOException {
    cluster = TestCluster.ofThreeProcesses();
  }

  @AfterAll
  static void stop() {
    cluster.close();
  }

  private static ClusterIndex open(URI address, Duration patience) throws IOException {
    return ClusterIndex.connect(address, TestCluster.options(Filed.people()).patience(patience));
  }

  private static Story story(String id) {
    return Story.builder().id(id).headline("Gravel " + id).body("Bonds on gravel, " + id).build();
  }

  @Test
  void aKilledNodeLosesNothingAcknowledged() throws Exception {
    URI address = cluster.newIndex();
    Set<String> acknowledged = new ConcurrentSkipListSet<>();
    AtomicBoolean killed = new AtomicBoolean();
    AtomicBoolean done = new AtomicBoolean();
    List<Long> totals = new ArrayList<>();
    try (ClusterIndex writing = open(address, Duration.ofSeconds(90));
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      writing.add(story("first"));
      writing.commit();
      cluster.awaitGreen();
      ClusterIndex searching = open(address, Duration.ofSeconds(90));
      Callable<Boolean> search =
          () -> {
            while (!done.get()) {
              Results found = searching.search(StoryQuery.words("gravel").counting());
              totals.add(found.total().stories());
              searching.refresh();
            }
            return true;
          };
      Callable<Boolean> write =
          () -> {
            for (int batch = 0; batch < 30; batch++) {
              List<Story> stories = new ArrayList<>();
              for (int i = 0; i < 20; i++) {
                stories.add(story("b" + batch + "-" + i));
              }
              writing.addAll(stories);
              writing.commit();
              stories.forEach(story -> acknowledged.add(story.id()));
              if (batch == 10) {
                cluster.kill("n1"); // the manager, and primaries
                killed.set(true);
              }
            }
            done.set(true);
            return true;
          };
      Future<Boolean> searches = threads.submit(search);
      try {
        threads.submit(write).get();
      } finally {
        done.set(true);
      }
      assertThat(searches.get()).isTrue();
      searching.close();
      assertThat(killed).isTrue();
      assertThat(totals).isSorted(); // no answer was of a part of the index
      writing.refresh();
      Set<String> there = new ConcurrentSkipListSet<>();
      writing.export(story -> there.add(story.id()));
      acknowledged.add("first");
      assertThat(there).isEqualTo(acknowledged);
    } finally {
      cluster.restart("n1");
    }
  }

  @Test
  void whatIsBlockedIsToldAndCanBeGoneOnWith() throws Exception {
    URI address = cluster.newIndex();
    try (ClusterIndex index = open(address, Duration.ofSeconds(5))) {
      index.add(story("1"));
      index.commit();
      block(address, true);
      List<Story> input = List.of(story("1"), story("2"), story("3"));
      assertThatThrownBy(
              () -> {
                index.addAll(input);
                index.commit();
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("read-only");
      assertThat(Filed.ids(index, StoryQuery.words("gravel"))).containsExactly("1");
      block(address, false);
      index.addAll(input);
      index.commit();
      assertThat(Filed.ids(index, StoryQuery.words("gravel"))).hasSize(3);
    }
  }

  /** As the cluster does itself where a disk is nearly full. */
  private static void block(URI address, boolean on) throws IOException {
    Json answer =
        cluster.ask(
            "PUT",
            address.getPath() + "/_settings",
            object("index.blocks.read_only_allow_delete", on));
    assertThat(answer.at("acknowledged").isTrue()).as(answer.toString()).isTrue();
  }

  @Test
  void aClusterThatIsRedSaysSoAndAnswersNothingInPart() throws Exception {
    URI address = cluster.newIndex();
    ClusterOptions alone =
        TestCluster.options(Filed.people()).replicas(0).patience(Duration.ofSeconds(8));
    try (ClusterIndex index = ClusterIndex.connect(address, alone)) {
      for (int i = 0; i < 30; i++) {
        index.add(story("r" + i));
      }
      index.commit();
      cluster.kill("n3"); // one of the three shards, and no copy of it
      try {
        assertThatThrownBy(() -> index.search(StoryQuery.words("gravel")))
            .isInstanceOf(IOException.class);
        assertThatThrownBy(
                () -> {
                  for (int i = 0; i < 30; i++) {
                    index.add(story("s" + i));
                  }
                  index.commit();
                })
            .isInstanceOf(IOException.class)
            .hasMessageContaining("give it the same again");
      } finally {
        cluster.restart("n3");
      }
      cluster.awaitGreen();
    }
    try (ClusterIndex index = open(address, Duration.ofSeconds(60))) {
      assertThat(index.search(StoryQuery.words("gravel").counting()).total().stories())
          .isGreaterThanOrEqualTo(30);
      for (int i = 0; i < 30; i++) {
        index.add(story("s" + i));
      }
      index.commit();
      assertThat(index.search(StoryQuery.words("gravel").counting()).total().stories())
          .isEqualTo(60);
    }
  }
}
