package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.cuttings.Allocation;
import news.cuttings.ranking.RankingOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** One analysis for a whole application. */
@Isolated // measures what all threads of the process ask for
class SharedAnalysisTest {
  private static final int THREADS = 4_000;

  private final TextAnalysis analysis = new TextAnalysis(RankingOptions.Analysis.NEWS, 2);

  /** A thread that asks once and goes leaves nothing that was made for it alone. */
  @Test
  void thousandsOfVirtualThreadsShareWhatRemembers()
      throws InterruptedException, ExecutionException {
    analysis.tokens("before");
    long before = Allocation.soFar();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<String>>> answers = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        String number = Integer.toString(i);
        answers.add(threads.submit(() -> terms("migrations " + number)));
      }
      for (int i = 0; i < THREADS; i++) {
        assertThat(answers.get(i).get()).containsExactly("migrat", Integer.toString(i));
      }
    }
    assertThat((Allocation.soFar() - before) / THREADS).as("bytes a thread").isLessThan(40_000);
  }

  @Test
  void moreAtOnceThanAreKeptIsNoFault() throws InterruptedException, ExecutionException {
    int many = 20;
    CountDownLatch all = new CountDownLatch(many);
    try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
      List<Future<List<String>>> answers = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        answers.add(
            threads.submit(() -> {
              List<String> terms = new ArrayList<>();
              analysis.analyse(
                  "running policies",
                  (term, start, end, exact) -> {
                    terms.add(term.utf8ToString());
                    all.countDown();
                    await(all);
                  });
              return terms;
            }));
      }
      for (Future<List<String>> answer : answers) {
        assertThat(answer.get()).containsExactly("run", "polici");
      }
    }
  }

  @Test
  void aTextCanBeAnalysedWhileAnotherIs() {
    List<String> terms = new ArrayList<>();
    analysis.analyse(
        "one two three",
        (term, start, end, exact) -> {
          terms.add(term.utf8ToString());
          terms.addAll(terms("walls"));
          terms.add(analysis.stem("talking"));
        });
    assertThat(terms)
        .containsExactly("one", "wall", "talk", "two", "wall", "talk", "three", "wall", "talk");
  }

  @Test
  void whatASinkThrowsSpoilsNoLaterText() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() ->
              analysis.analyse(
                  "one two",
                  (term, start, end, exact) -> {
                    throw new IllegalStateException("stop");
                  }))
          .hasMessage("stop");
      assertThat(terms("one two")).containsExactly("one", "two");
    }
  }

  private static void await(CountDownLatch all) {
    try {
      all.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> terms(String text) {
    return analysis.tokens(text).stream().map(TextAnalysis.Token::term).toList();
  }
}
