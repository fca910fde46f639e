package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A merge is waited for as long as it takes, whoever cuts the line meanwhile. */
class LongMergeTest {
  private static final ClusterOptions PATIENT =
      ClusterOptions.standard().patience(Duration.ofMillis(300));

  private static final String DONE = "{\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}}";

  private static String merging(int merges) {
    return "{\"_all\":{\"total\":{\"merges\":{\"current\":" + merges + "}}}}";
  }

  @Test
  void aMergeThatGoesOnIsAskedForAgain() throws IOException {
    AtomicInteger merges = new AtomicInteger();
    try (FakeNode node =
            new FakeNode((exchange, path) -> {
              if (path.contains("/_stats/merge")) {
                FakeNode.answer(exchange, 200, merging(1));
              } else if (merges.incrementAndGet() > 6) { // long after patience
                FakeNode.answer(exchange, 200, DONE);
              } else {
                FakeNode.answer(exchange, 504, "a proxy's page");
              }
            });
        ClusterNodes nodes = node.nodes(PATIENT)) {
      new Upkeep(nodes, "guardian").merge(1);
      assertThat(merges).hasValue(7);
    }
  }

  @Test
  void whereNothingMergesPatienceEnds() throws IOException {
    try (FakeNode node =
            new FakeNode((exchange, path) -> {
              if (path.contains("/_stats/merge")) {
                FakeNode.answer(exchange, 200, merging(0));
              } else {
                FakeNode.answer(exchange, 504, "a proxy's page");
              }
            });
        ClusterNodes nodes = node.nodes(PATIENT)) {
      assertThatThrownBy(() -> new Upkeep(nodes, "guardian").merge(1))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("504");
    }
  }

  @Test
  void aShardThatCouldNotIsTold() throws IOException {
    String failed =
        "{\"_shards\":{\"total\":1,\"failed\":1,\"failures\":[{\"shard\":0,\"reason\":"
            + "{\"type\":\"i_o_exception\",\"reason\":\"No space left on device\"}}]}}";
    try (FakeNode node = new FakeNode((exchange, path) -> FakeNode.answer(exchange, 200, failed));
        ClusterNodes nodes = node.nodes(PATIENT)) {
      assertThatThrownBy(() -> new Upkeep(nodes, "guardian").merge(1))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("No space left");
    }
  }
}
