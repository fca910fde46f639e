package news.cuttings.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import news.cuttings.query.Counted;
import news.cuttings.query.Facets;
import news.cuttings.query.Results;
import org.apache.lucene.util.IOFunction;

/** Ends a question when its time is over, and marks what was found until then. */
public final class Deadlines {
  private Deadlines() {}

  public static Results results(
      SearchBackend backend,
      Optional<Duration> time,
      Supplier<String> interpretation,
      IOFunction<SearchBackend, Results> answer)
      throws IOException {
    if (time.isEmpty()) {
      return answer.apply(backend);
    }
    long start = System.nanoTime();
    SearchBackend timed = backend.within(time.get());
    List<Results> found = new ArrayList<>();
    timed.untilDeadline(() -> found.add(answer.apply(timed)));
    Results results =
        found.isEmpty()
            ? new Results(
                List.of(),
                interpretation.get(),
                List.of(),
                new Results.Total(0, false),
                Facets.NONE,
                Duration.ofNanos(System.nanoTime() - start))
            : found.get(0);
    return timed.isCut() ? results.asPartial() : results;
  }

  static <T> Counted<T> rows(
      SearchBackend backend,
      Optional<Duration> time,
      Supplier<Counted<T>> nothing,
      IOFunction<SearchBackend, Counted<T>> answer)
      throws IOException {
    if (time.isEmpty()) {
      return answer.apply(backend);
    }
    SearchBackend timed = backend.within(time.get());
    List<Counted<T>> found = new ArrayList<>();
    timed.untilDeadline(() -> found.add(answer.apply(timed)));
    Counted<T> rows = found.isEmpty() ? nothing.get() : found.get(0);
    return timed.isCut() ? rows.asPartial() : rows;
  }
}
