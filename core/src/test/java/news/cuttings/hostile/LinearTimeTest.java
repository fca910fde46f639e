package news.cuttings.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import news.cuttings.IndexBuilder;
import news.cuttings.StoryIndex;
import news.cuttings.formats.StoryFiles;
import news.cuttings.people.People;
import news.cuttings.query.Hit;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What a text costs grows as its length does: a query that is asked, a page that is read, a story
 * whose people are recognised, of ten thousand, a hundred thousand and a million characters. The
 * time is that of the thread on a core, the best of two, printed as a table.
 */
@Tag("slow")
@Timeout(600) // a guard against what does not end
@Isolated // measures time
class LinearTimeTest {
  private static final int[] LENGTHS = {10_000, 100_000, 1_000_000};

  /** Far off: nine hundred were measured. */
  private static final double MOST_MILLISECONDS = 3_000;

  /** Ten times the length may take so many times as long: caches are smaller than a million. */
  private static final double MOST_GROWTH = 20;

  /** What is less is mostly the JVM's own doing. */
  private static final double LITTLE_MILLISECONDS = 20;

  private static final int TRIES = 2;
  private static final int STACK = 512 << 10;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What is done with a text. */
  private interface Work {
    void with(String text) throws IOException;
  }

  @Test
  void aQueryIsAskedInTimeByItsLength() throws Exception {
    try (StoryIndex index = IndexBuilder.inMemory().people(People.given()).open()) {
      for (int i = 0; i < 2_000; i++) {
        index.add(
            Story.builder()
                .id("s" + i)
                .headline("Talks on fish " + i)
                .body("The talks of w" + i + " went to a b word. Milan Lagos said it on Monday.")
                .people(List.of(Person.given("Milan Lagos")))
                .build());
      }
      index.commit();
      check(
          LongTexts.queries(),
          text -> {
            for (Hit hit : index.search(StoryQuery.parse(text))) {
              hit.snippet();
            }
          });
    }
  }

  @Test
  void aPageIsReadInTimeByItsLength() throws Exception {
    check(
        LongTexts.pages(),
        text -> {
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          StoryFiles.byContent().read("page", new ByteArrayInputStream(bytes), story -> {});
        });
  }

  @Test
  void peopleAreRecognisedInTimeByTheLength() throws Exception {
    People people = People.standard();
    check(
        LongTexts.named(),
        text -> people.name(List.of(Story.builder().headline("Talks").body(text).build())));
  }

  private static void check(Map<String, IntFunction<String>> texts, Work work) throws Exception {
    List<String> slow = new ArrayList<>();
    System.out.printf(Locale.ROOT, "%-30s %9s %9s %9s%n", "milliseconds", "10k", "100k", "1M");
    for (Map.Entry<String, IntFunction<String>> text : texts.entrySet()) {
      double[] times = new double[LENGTHS.length];
      for (int i = 0; i < LENGTHS.length; i++) {
        times[i] = best(text.getValue().apply(LENGTHS[i]), work);
      }
      String row =
          String.format(
              Locale.ROOT,
              "%-30s %9.1f %9.1f %9.1f",
              text.getKey().replaceAll("\\P{Graph}", " "),
              times[0],
              times[1],
              times[2]);
      System.out.println(row);
      double most = Math.max(times[1], LITTLE_MILLISECONDS) * MOST_GROWTH;
      if (times[2] > MOST_MILLISECONDS || times[2] > most) {
        slow.add(row);
      }
    }
    assertThat(slow).isEmpty();
  }

  private static double best(String text, Work work) throws Exception {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      best = Math.min(best, time(text, work));
    }
    return best;
  }

  /** On a small stack: what nests may not need a large one. */
  private static double time(String text, Work work) throws Exception {
    CompletableFuture<Double> time = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                long start = THREADS.getCurrentThreadCpuTime();
                work.with(text);
                time.complete((THREADS.getCurrentThreadCpuTime() - start) / 1e6);
              } catch (IOException | RuntimeException | Error e) {
                time.completeExceptionally(e);
              }
            },
            "small stack",
            STACK);
    thread.setDaemon(true); // it may never come back
    thread.start();
    return time.get();
  }
}
