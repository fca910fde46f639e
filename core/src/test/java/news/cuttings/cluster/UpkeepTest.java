package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import news.cuttings.Filed;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was purged is on no disk of the cluster, be it one story of many. */
@Tag(Filed.CLUSTER)
class UpkeepTest {
  private static final int STORIES = 300;

  /** A word that no other story and no list has. */
  private static final String WORD = "quaxelplover";

  /** The cluster's copies tell each other twice a minute what they know. */
  private static final Duration LONGEST = Duration.ofSeconds(45);

  private static Story story(int number) {
    String word = number == 7 ? WORD : "plover";
    return Story.builder().id("p" + number).body("Gravel " + number + " of the " + word).build();
  }

  private static URI filed(TestCluster cluster) throws IOException {
    URI address = cluster.newIndex();
    try (ClusterIndex index = open(address)) {
      for (int i = 0; i < STORIES; i++) {
        index.add(story(i));
      }
      index.commit();
    }
    return address;
  }

  private static ClusterIndex open(URI address) throws IOException {
    return ClusterIndex.connect(
        address, TestCluster.options(Filed.people()).patience(Duration.ofSeconds(5)));
  }

  private static long removed(TestCluster cluster, URI address) throws IOException {
    return cluster
        .ask("GET", address.getPath() + "/_stats/docs", null)
        .at("_all", "total", "docs", "deleted")
        .number();
  }

  @Test
  void theSizeIsThatOfNow() throws IOException {
    TestCluster cluster = TestCluster.shared();
    URI address = filed(cluster);
    try (ClusterIndex index = open(address)) {
      long before = index.stats().bytes();
      for (int i = 0; i < STORIES; i++) {
        index.add(Story.builder().id("q" + i).body("Bonds " + i + " of the terns").build());
      }
      index.commit();
      long after = index.stats().bytes();
      assertThat(before).isGreaterThan(STORIES * 50L);
      assertThat(after).isBetween(before * 3 / 2, before * 3);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void oneStoryOfManyIsGone(boolean ofAnEarlierRelease) throws IOException {
    TestCluster cluster = TestCluster.shared();
    URI address = filed(cluster);
    if (ofAnEarlierRelease) {
      cluster.ask(
          "PUT",
          address.getPath() + "/_settings",
          object("index.merge.policy.expunge_deletes_allowed", null));
    }
    try (ClusterIndex index = open(address)) {
      index.delete("p7");
      index.commit();
      assertThat(removed(cluster, address)).isPositive();
      assertThat(cluster.isOnDisk(WORD)).isTrue();
      long start = System.nanoTime();
      index.purge();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
      assertThat(removed(cluster, address)).isZero();
      assertThat(cluster.isOnDisk(WORD)).isFalse();
      assertThat(index.search(StoryQuery.words("gravel").counting()).total().stories())
          .isEqualTo(STORIES - 1);
      long again = System.nanoTime();
      index.purge(); // nothing to do, nothing to wait for
      assertThat(Duration.ofNanos(System.nanoTime() - again)).isLessThan(Duration.ofSeconds(5));
    }
    cluster.ask("DELETE", address.getPath(), null);
  }

  @Test
  void othersMayWriteMeanwhile() throws Exception {
    TestCluster cluster = TestCluster.shared();
    URI address = filed(cluster);
    AtomicBoolean done = new AtomicBoolean();
    try (ClusterIndex index = open(address);
        ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Future<Boolean> others =
          thread.submit(() -> {
            try (ClusterIndex other = open(address)) {
              for (int i = 0; !done.get(); i++) {
                other.add(story(100 + i % 50)); // each replaces one
                other.commit();
              }
              return true;
            }
          });
      index.delete("p7");
      index.commit();
      try {
        index.purge();
      } finally {
        done.set(true);
      }
      assertThat(others.get()).isTrue();
      assertThat(cluster.isOnDisk(WORD)).isFalse();
    }
    cluster.ask("DELETE", address.getPath(), null);
  }
}
