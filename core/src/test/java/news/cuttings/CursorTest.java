package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cursor goes on in the view it was given in, in this process and in others. */
@Tag(Filed.EVERYWHERE)
class CursorTest {
  private static final StoryQuery TALKS = StoryQuery.parse("talks").limit(2);

  @TempDir private Path folder;

  private static Story story(int number, String body) {
    return Story.builder()
        .id("s" + number)
        .body(body)
        .date(LocalDate.of(2023, 1, 1).plusDays(number))
        .build();
  }

  private static void fill(StoryIndex index) throws IOException {
    for (int i = 0; i < 6; i++) {
      index.add(story(i, "Talks on fish."));
    }
    index.commit();
  }

  /** Files a story that would come first, and removes one that would come next. */
  private static void change(StoryIndex index) throws IOException {
    index.add(story(9, "Talks talks talks."));
    index.delete("s3");
    index.commit();
  }

  private static List<String> ids(Results results) {
    List<String> ids = new ArrayList<>();
    for (Hit hit : results) {
      ids.add(hit.id());
    }
    return ids;
  }

  @Test
  void goesOnWhereItWasInTheSameProcess() throws IOException {
    try (StoryIndex index = Filed.of(List.of())) {
      fill(index);
      Results first = index.search(TALKS);
      assertThat(ids(first)).containsExactly("s5", "s4");
      change(index);
      Results second = index.search(TALKS.after(first.cursor().orElseThrow()));
      assertThat(ids(second)).containsExactly("s3", "s2");
      assertThat(second.warnings()).isEmpty();
      assertThat(ids(index.search(TALKS))).containsExactly("s9", "s5");
    }
  }

  @Test
  void goesOnInAnotherProcessWhileTheCommitIsKept() throws IOException {
    assumeFalse(Filed.ON_CLUSTER, "a cluster keeps a view for the process that opened it");
    String cursor;
    try (StoryIndex index = Filed.open(folder)) {
      fill(index);
    }
    try (StoryIndex reader = Filed.openReadOnly(folder)) {
      cursor = reader.search(TALKS).cursor().orElseThrow();
    }
    try (StoryIndex index = Filed.open(folder)) {
      change(index);
      try (StoryIndex reader = Filed.openReadOnly(folder)) {
        Results second = reader.search(TALKS.after(cursor));
        assertThat(ids(second)).containsExactly("s3", "s2");
        assertThat(second.warnings()).isEmpty();
      }
    }
    try (StoryIndex reader = Filed.openReadOnly(folder)) { // the writer is closed
      Results second = reader.search(TALKS.after(cursor));
      assertThat(second.warnings())
          .extracting(Results.Warning::message)
          .anyMatch(m -> m.contains("changed"));
    }
  }

  @Test
  void goesOnAfterItsPlaceOnceTheViewIsGone() throws IOException {
    String cursor;
    try (StoryIndex index = Filed.open(folder)) {
      fill(index);
      cursor = index.search(TALKS).cursor().orElseThrow();
      change(index);
      index.maintenance().purge();
    }
    try (StoryIndex reader = Filed.openReadOnly(folder)) {
      Results second = reader.search(TALKS.after(cursor));
      assertThat(ids(second)).doesNotContain("s5", "s4", "s3");
      assertThat(second.warnings())
          .extracting(Results.Warning::message)
          .anyMatch(m -> m.contains("changed"));
      assertThat(second.first().rank()).isEqualTo(3);
    }
  }

  /** Whoever pages while an index that was only read is first written to. */
  @Test
  void pagesThatMeetTheFirstWriteAreThoseOfOneView() throws Exception {
    List<String> before = List.of("s5", "s4", "s3", "s2", "s1", "s0");
    try (StoryIndex index = Filed.open(folder)) {
      fill(index);
    }
    for (int run = 0; run < Filed.tries(30); run++) {
      int added = 10 + run;
      List<String> after = Stream.concat(Stream.of("s" + added), before.stream()).toList();
      AtomicBoolean done = new AtomicBoolean();
      try (StoryIndex index = Filed.open(folder);
          ExecutorService threads = Executors.newFixedThreadPool(3)) {
        Callable<Set<List<String>>> paging =
            () -> {
              Set<List<String>> seen = new HashSet<>();
              for (boolean last = false; !last; ) {
                last = done.get();
                seen.add(pages(index));
              }
              return seen;
            };
        List<Future<Set<List<String>>>> readers =
            List.of(threads.submit(paging), threads.submit(paging), threads.submit(paging));
        try {
          LockSupport.parkNanos(run % 10 * 200_000L);
          index.delete("s3");
          index.addAll(List.of(story(3, "Talks on fish."), story(added, "Talks on fish.")));
          index.commit();
        } finally {
          done.set(true);
        }
        for (Future<Set<List<String>>> reader : readers) {
          assertThat(reader.get()).isSubsetOf(Set.of(before, after)).contains(after);
        }
      }
      before = after;
    }
  }

  /** All hits, page by page; the view is kept from the first to the last. */
  private static List<String> pages(StoryIndex index) throws IOException {
    List<String> ids = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Results page = index.search(cursor.map(TALKS::after).orElse(TALKS));
      assertThat(page.warnings()).isEmpty();
      ids.addAll(ids(page));
      cursor = page.cursor();
    } while (cursor.isPresent());
    return ids;
  }
}
