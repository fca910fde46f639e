package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.cuttings.Allocation;
import news.cuttings.Filed;
import news.cuttings.StoryIndex;
import news.cuttings.query.StoryQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** A thread for each question, as servers have it. */
@Isolated // measures what all threads of the process ask for
class ManyThreadsTest {
  private static final int THREADS = 4_000;

  /** What an analysis remembers is 256 kB: not for each thread that asks once and goes. */
  @Test
  void aVirtualThreadForEachQuestionCostsNoAnalysisOfItsOwn()
      throws IOException, InterruptedException, ExecutionException {
    try (StoryIndex index = Filed.ofTexts("Migration talks.", "Walls.")) {
      assertThat(shown(index)).isEqualTo("Migration talks.");
      long before = Allocation.soFar();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          answers.add(threads.submit(() -> shown(index)));
        }
        for (Future<String> answer : answers) {
          assertThat(answer.get()).isEqualTo("Migration talks.");
        }
      }
      assertThat((Allocation.soFar() - before) / THREADS)
          .as("bytes a question")
          .isLessThan(300_000);
    }
  }

  private static String shown(StoryIndex index) throws IOException {
    return index.search(StoryQuery.parse("migrations talk")).first().snippet().text();
  }
}
