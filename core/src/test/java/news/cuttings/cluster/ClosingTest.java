package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import news.cuttings.Filed;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whoever writes while the index is closed. */
class ClosingTest {
  private static final String CREATED = "{\"index\":{\"status\":201,\"result\":\"created\"}}";

  private final Set<String> filed = ConcurrentHashMap.newKeySet();

  @Test
  void whatWasAddedBeforeTheEndIsSent() throws Exception {
    addWhileClosing(10);
  }

  @Test
  @Tag("slow")
  void whatWasAddedBeforeTheEndIsSentInManyRuns() throws Exception {
    addWhileClosing(300);
  }

  private void addWhileClosing(int runs) throws Exception {
    for (int run = 0; run < runs; run++) {
      filed.clear();
      Set<String> added = ConcurrentHashMap.newKeySet();
      Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
      AtomicInteger refused = new AtomicInteger();
      List<Thread> threads = new ArrayList<>();
      try (FakeNode node = new FakeNode(this::answer);
          ClusterNodes nodes = node.nodes(ClusterOptions.standard())) {
        ClusterWriter writer =
            new ClusterWriter(
                nodes,
                ClusterAddress.of(node.address()),
                "guardian.1",
                Filed.people(),
                RankingOptions.DEFAULT);
        for (int t = 0; t < 6; t++) {
          String prefix = "s" + t + "-";
          threads.add(
              Thread.ofPlatform()
                  .start(() -> {
                    try {
                      for (int i = 0; ; i++) {
                        writer.add(List.of(story(prefix + i)));
                        added.add(prefix + i);
                      }
                    } catch (IllegalStateException e) {
                      refused.incrementAndGet();
                    } catch (Throwable e) {
                      unexpected.add(e);
                    }
                  }));
        }
        Thread.sleep(run * 7 % 50);
        writer.close();
        for (Thread thread : threads) {
          thread.join();
        }
      }
      assertThat(unexpected).isEmpty();
      assertThat(refused).hasValue(threads.size());
      Set<String> lost = new HashSet<>(added);
      lost.removeAll(filed);
      assertThat(lost).as("added, and not sent, in run %d", run).isEmpty();
    }
  }

  private void answer(HttpExchange exchange, String path, String body) throws IOException {
    List<String> ids =
        body.lines()
            .filter(line -> line.startsWith("{\"index\":"))
            .map(line -> Json.read(line).at("index", "_id").text())
            .toList();
    filed.addAll(ids);
    String items = ids.stream().map(id -> CREATED).collect(Collectors.joining(","));
    FakeNode.answer(exchange, 200, "{\"items\":[" + items + "]}");
  }

  /** It lacks nothing that an older copy could have. */
  private static Story story(String id) {
    return Story.builder()
        .id(id)
        .body("the talks on fish went on")
        .date(LocalDate.of(2024, 1, 2))
        .people(List.of(Person.given("Ann Lee")))
        .build();
  }
}
