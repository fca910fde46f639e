package news.cuttings.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import news.cuttings.bench.corpora.Shape;
import news.cuttings.bench.corpora.Task;
import news.cuttings.bench.engines.Engine;
import news.cuttings.bench.engines.Ranked;
import news.cuttings.bench.results.Tree;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Load on an engine that is slow on purpose. */
@Isolated // measures time
class LoadTest {
  private static final List<Task> TASKS = List.of(Task.of(Shape.ANY, "x"));

  /** Stands still once for a quarter of a second on every thread. */
  private static final class Stalling implements Engine {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public String name() {
      return "stalling";
    }

    @Override
    public Map<String, String> options() {
      return Map.of();
    }

    @Override
    public void add(Story story) {}

    @Override
    public void commit() {}

    @Override
    public void refresh() {}

    @Override
    public void merge() {}

    @Override
    public List<String> ask(Task task, int limit) {
      if (asked.getAndIncrement() < Runtime.getRuntime().availableProcessors()) {
        try {
          Thread.sleep(250);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      return List.of();
    }

    @Override
    public List<Ranked> rank(Task task, int limit) {
      return List.of();
    }

    @Override
    public long count(Task task, int limit) {
      return 0;
    }

    @Override
    public void close() {}
  }

  @Test
  void arrivalsKeepTheirMeanRate() {
    long[] arrivals = Load.arrivals(1000, Duration.ofSeconds(20), 5);
    assertThat(arrivals.length).isBetween(19_400, 20_600);
    assertThat(arrivals).isSorted();
    assertThat(arrivals[arrivals.length - 1]).isLessThan(Duration.ofSeconds(20).toNanos());
  }

  @Test
  void whoeverArrivesWhileTheEngineStandsStillWaits() throws Exception {
    Tree open = new Load(new Stalling(), TASKS).open(400, Duration.ofSeconds(1), 1);
    // A quarter of the questions arrive while nothing is answered: they are slow too, not only
    // the ones that were being asked.
    assertThat(open.at("latency").at("p90").number()).isGreaterThan(50_000);
    assertThat(open.at("latency").at("max").number()).isGreaterThan(200_000);
  }

  @Test
  void allThreadsAreCounted() throws Exception {
    double rate = new Load(new Stalling(), TASKS).closed(2, Duration.ofMillis(600));
    assertThat(rate).isGreaterThan(1000);
  }
}
