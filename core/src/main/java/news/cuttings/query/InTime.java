package news.cuttings.query;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.cuttings.index.Timed;
import org.apache.lucene.search.IndexSearcher;

/** Ends a question when its time is over, and marks what was found until then. */
final class InTime {
  private InTime() {}

  /** An answer by a searcher. */
  interface Answer<T> {
    T by(IndexSearcher searcher) throws IOException;
  }

  static Results results(
      IndexSearcher searcher,
      Optional<Duration> time,
      String interpretation,
      Answer<Results> answer)
      throws IOException {
    if (time.isEmpty()) {
      return answer.by(searcher);
    }
    long start = System.nanoTime();
    Timed timed = Timed.of(searcher, time.get());
    List<Results> found = new ArrayList<>();
    Timed.partly(timed, () -> found.add(answer.by(timed)));
    Results results =
        found.isEmpty()
            ? new Results(
                List.of(),
                interpretation,
                List.of(),
                new Results.Total(0, false),
                Facets.NONE,
                Duration.ofNanos(System.nanoTime() - start))
            : found.get(0);
    return timed.isCut() ? results.partly() : results;
  }

  static <T> Counted<T> rows(
      IndexSearcher searcher, Optional<Duration> time, Answer<List<T>> answer) throws IOException {
    if (time.isEmpty()) {
      return new Counted<>(answer.by(searcher), false);
    }
    Timed timed = Timed.of(searcher, time.get());
    List<T> rows = new ArrayList<>();
    Timed.partly(timed, () -> rows.addAll(answer.by(timed)));
    return new Counted<>(rows, timed.isCut());
  }
}
