package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import news.cuttings.people.Mention;
import news.cuttings.people.People;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Callers that meet at a hand-over: whatever one does while another closes, rebuilds or writes for
 * the first time, a call that returned has had its effect, and one that came too late says so.
 */
@ExtendWith(RandomStories.Injected.class)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class RaceTest {
  private static final String CLOSED = "the index is closed";
  private static final int FAST = 5;
  private static final String UNFIT = "the text that nobody can read";
  private static final int SLOW = 150;

  @TempDir private Path folder;

  /** What a thread does, again and again, until it is refused. */
  private interface Step {
    void number(int i) throws IOException;
  }

  /** Threads at work on an index until it is closed under them. */
  private static final class Crowd {
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();
    private final CountDownLatch begun;

    Crowd(int count) {
      begun = new CountDownLatch(count);
    }

    @SuppressWarnings("ThreadPriorityCheck") // else searching virtual threads keep carriers
    void member(Step step) {
      Runnable work =
          () -> {
            begun.countDown();
            while (begun.getCount() > 0) { // virtual threads at work let no new one begin
              LockSupport.parkNanos(100_000);
            }
            try {
              for (int i = 0; ; i++) {
                step.number(i);
                Thread.yield();
              }
            } catch (IllegalStateException e) {
              if (e.getClass() != IllegalStateException.class || !CLOSED.equals(e.getMessage())) {
                unexpected.add(e);
              }
              refused.incrementAndGet();
            } catch (Throwable e) {
              unexpected.add(e);
            }
          };
      threads.add(
          threads.size() % 2 == 0
              ? Thread.ofVirtual().start(work)
              : Thread.ofPlatform().daemon().start(work));
    }

    void awaitBegun() throws InterruptedException {
      begun.await();
    }

    void interruptSome() {
      for (int i = 0; i < threads.size(); i += 3) {
        threads.get(i).interrupt();
      }
    }

    /** Each ended with the refusal that is documented, and with nothing else. */
    void checkAllRefused() throws InterruptedException {
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(unexpected).isEmpty();
      assertThat(refused).hasValue(threads.size());
    }
  }

  @Test
  void whatWasAddedBeforeTheEndIsThere(RandomStories random) throws Exception {
    addWhileClosing(random, FAST);
  }

  @Test
  @Tag("slow")
  void whatWasAddedBeforeTheEndIsThereInManyRuns(RandomStories random) throws Exception {
    addWhileClosing(random, SLOW);
  }

  private void addWhileClosing(RandomStories random, int runs) throws Exception {
    for (int run = 0; run < runs; run++) {
      Path place = folder.resolve("add" + run);
      Set<String> added = ConcurrentHashMap.newKeySet();
      Set<String> removed = ConcurrentHashMap.newKeySet();
      Crowd crowd = new Crowd(8);
      try (StoryIndex index = StoryIndex.at(place).people(Filed.people()).open()) {
        if (run % 3 == 0) {
          index.commit(); // else the first write is one of those that race
        }
        for (int t = 0; t < 8; t++) {
          String prefix = "s" + t + "-";
          crowd.member(i -> {
            index.add(story(prefix + i, "the talks on fish went on for days " + i));
            added.add(prefix + i);
            if (i % 10 == 9) {
              index.delete(prefix + (i - 5));
              removed.add(prefix + (i - 5));
            }
          });
        }
        crowd.awaitBegun();
        pause(random.random().nextInt(120));
        crowd.interruptSome();
      }
      crowd.checkAllRefused();
      Set<String> there = ids(place);
      Set<String> lost = new HashSet<>(added);
      lost.removeAll(there);
      lost.removeIf(id -> removed.contains(id) || mayBeRemoved(id));
      assertThat(lost).as("added, and not there, in run %d", run).isEmpty();
      removed.retainAll(there);
      assertThat(removed).as("removed, and still there, in run %d", run).isEmpty();
    }
  }

  /** Whether its removal may have been taken although the call did not return. */
  private static boolean mayBeRemoved(String id) {
    return id.endsWith("4");
  }

  @Test
  void theFirstWriteMeetsTheEnd() throws Exception {
    firstWriteWhileClosing(40);
  }

  @Test
  @Tag("slow")
  void theFirstWriteMeetsTheEndOften() throws Exception {
    firstWriteWhileClosing(2_000);
  }

  private void firstWriteWhileClosing(int runs) throws Exception {
    for (int run = 0; run < runs; run++) {
      Path place = folder.resolve("first" + run);
      AtomicBoolean added = new AtomicBoolean();
      StoryIndex index = StoryIndex.at(place).people(Filed.people()).open();
      Crowd crowd = new Crowd(2);
      crowd.member(i -> {
        index.add(story("1", "the first"));
        added.set(true);
      });
      crowd.member(i -> index.search(StoryQuery.everything()));
      crowd.awaitBegun();
      LockSupport.parkNanos(run % 20 * 100_000L);
      index.close();
      crowd.checkAllRefused();
      if (added.get()) {
        assertThat(ids(place)).containsExactly("1");
      }
    }
  }

  @Test
  void everyCallMeetsTheEnd(RandomStories random) throws Exception {
    callWhileClosing(random, 2);
  }

  @Test
  @Tag("slow")
  void everyCallMeetsTheEndInManyRuns(RandomStories random) throws Exception {
    callWhileClosing(random, SLOW);
  }

  @SuppressWarnings("try") // the end is what is met
  private void callWhileClosing(RandomStories random, int runs) throws Exception {
    for (int run = 0; run < runs; run++) {
      Path place = folder.resolve("call" + run);
      Path copies = folder.resolve("copies" + run);
      Files.createDirectories(copies);
      try (StoryIndex index = StoryIndex.at(place).people(Filed.people()).open()) {
        index.addAll(random.list(80));
        index.commit();
        String cursor = index.search(StoryQuery.everything().limit(1)).cursor().orElseThrow();
        List<Step> steps =
            List.of(
                i -> index.add(story("n" + i, "news of the day")),
                i -> index.delete("n" + (i - 3)),
                i -> index.delete(StoryQuery.words("day")),
                i -> index.commit(),
                i -> index.refresh(),
                i -> index.maintenance().purge(),
                i -> index.maintenance().optimize(1),
                i -> index.maintenance().rebuild(),
                i -> index.search(StoryQuery.words("news")),
                i -> index.search(StoryQuery.everything().after(cursor)),
                i -> index.moreLike("n0"),
                i -> index.people(StoryQuery.everything(), 5),
                i -> index.timeline(StoryQuery.everything(), DatePeriod.By.YEAR),
                i -> index.story("n0"),
                i -> index.samePage("n0"),
                i -> index.idsWithPrefix("n", 3),
                i -> index.export(story -> {}),
                i -> index.maintenance().stats(),
                i -> index.options(),
                i -> index.maintenance().snapshot(copies.resolve(Integer.toString(i))));
        Crowd crowd = new Crowd(steps.size());
        steps.forEach(crowd::member);
        crowd.awaitBegun();
        pause(random.random().nextInt(200));
        index.close();
        crowd.checkAllRefused();
      }
      CheckedFiles.check(place);
    }
  }

  @Test
  void anIndexThatOnlyReadsMeetsTheEnd(@TempDir Path copies) throws Exception {
    write(3);
    for (int run = 0; run < 30; run++) {
      int number = run;
      StoryIndex index = StoryIndex.openReadOnly(folder);
      String cursor = index.search(StoryQuery.everything().limit(1)).cursor().orElseThrow();
      Crowd crowd = new Crowd(4);
      crowd.member(i -> index.search(StoryQuery.everything().after(cursor)));
      crowd.member(i -> index.search(StoryQuery.words("talks")));
      crowd.member(i -> index.refresh());
      crowd.member(i -> index.maintenance().snapshot(copies.resolve(number + "-" + i)));
      crowd.awaitBegun();
      LockSupport.parkNanos(run % 10 * 1_000_000L);
      index.close();
      crowd.checkAllRefused();
    }
  }

  /** The readers of the folder give way to those of the writer while somebody pages. */
  @Test
  void theFirstWriteDisturbsNobodyWhoReads() throws Exception {
    List<String> cursors = write(30);
    for (int run = 0; run < 20; run++) {
      try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).open()) {
        Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
          int first = t * 10;
          threads.add(
              Thread.ofPlatform()
                  .start(() -> {
                    try {
                      for (int i = 0; !done.get() || i < 10; i++) {
                        String cursor = cursors.get(first + i % 10); // each a commit to open
                        index.search(StoryQuery.words("talks").after(cursor));
                        index.refresh();
                      }
                    } catch (Throwable e) {
                      unexpected.add(e);
                    }
                  }));
        }
        LockSupport.parkNanos(run % 10 * 200_000L);
        index.add(story("w" + run, "the talks go on"));
        done.set(true);
        for (Thread thread : threads) {
          thread.join();
        }
        assertThat(unexpected).isEmpty();
      }
    }
  }

  /** Commits that many stories one by one; gives a cursor of each view. */
  private List<String> write(int commits) throws IOException {
    List<String> cursors = new ArrayList<>();
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).open()) {
      for (int i = 0; i < commits; i++) {
        index.add(story("s" + i, "talks about talks"));
        index.commit();
        cursors.add(index.search(StoryQuery.words("talks").limit(1)).cursor().orElseThrow());
      }
    }
    return cursors;
  }

  @Test
  void whatIsNotYetVisibleOutlivesARebuilding() throws IOException {
    try (StoryIndex index = IndexBuilder.inMemory().people(Filed.people()).open()) {
      index.add(story("changed", "old"));
      index.add(story("removed", "old"));
      index.commit();
      index.add(story("changed", "new"));
      index.add(story("added", "new"));
      index.delete("removed");
      index.maintenance().rebuild();
      assertThat(index.story("changed").map(Story::body)).contains("new");
      assertThat(index.story("added")).isPresent();
      assertThat(index.story("removed")).isEmpty();
    }
  }

  @Test
  void whatIsWrittenDuringARebuildingStays() throws Exception {
    writeWhileRebuilding(2);
  }

  @Test
  @Tag("slow")
  void whatIsWrittenDuringManyRebuildingsStays() throws Exception {
    writeWhileRebuilding(60);
  }

  private void writeWhileRebuilding(int runs) throws Exception {
    int stories = 400;
    try (StoryIndex index = IndexBuilder.inMemory().people(Filed.people()).open()) {
      for (int run = 0; run < runs; run++) {
        for (int i = 0; i < stories; i++) {
          index.add(story("s" + i, "old"));
        }
        index.commit();
        Map<String, String> last = new ConcurrentHashMap<>();
        AtomicBoolean rebuilt = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        Queue<Throwable> unexpected = new ConcurrentLinkedQueue<>();
        for (int t = 0; t < 2; t++) {
          int share = t;
          threads.add(
              Thread.ofPlatform()
                  .start(() -> {
                    try {
                      for (int i = share; !rebuilt.get() || i < stories; i += 2) {
                        String id = "s" + i % stories;
                        if (i % 5 == 0) {
                          index.delete(id);
                          last.put(id, "");
                        } else {
                          index.add(story(id, "new " + i));
                          last.put(id, "new " + i);
                        }
                        if (i % 97 == 0) {
                          index.commit();
                        }
                      }
                    } catch (Throwable e) {
                      unexpected.add(e);
                    }
                  }));
        }
        index.maintenance().rebuild();
        rebuilt.set(true);
        for (Thread thread : threads) {
          thread.join();
        }
        index.commit();
        assertThat(unexpected).isEmpty();
        for (Map.Entry<String, String> one : last.entrySet()) {
          assertThat(index.story(one.getKey()).map(Story::body).orElse(""))
              .as(one.getKey())
              .isEqualTo(one.getValue());
        }
      }
    }
  }

  /** What a hand-over was told of is told to whoever closes too: he may be another. */
  @Test
  void theOneWhoClosesIsToldOfAStoryThatWasNotFiled() throws Exception {
    StoryIndex index = StoryIndex.at(folder).people(People.with(RaceTest::nobody)).open();
    index.add(story("1", "filed"));
    index.commit();
    index.add(story("unfit", UNFIT));
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                index.add(story("2", "filed too"));
                pause(1);
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("story unfit");
    index.add(story("3", "filed after it"));
    assertThatThrownBy(index::close)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("story unfit");
    assertThat(ids(folder)).contains("1", "3").doesNotContain("unfit");
  }

  private static List<Mention> nobody(String text) {
    if (text.equals(UNFIT)) {
      throw new UnsupportedOperationException("a fault of the recogniser's");
    }
    return List.of();
  }

  private static Set<String> ids(Path place) throws IOException {
    Set<String> there = new HashSet<>();
    try (StoryIndex index = StoryIndex.openReadOnly(place)) {
      index.export(story -> there.add(story.id()));
    } catch (NoIndexException e) {
      // nobody wrote in time
    }
    return there;
  }

  private static void pause(int milliseconds) throws InterruptedException {
    Thread.sleep(milliseconds);
  }

  private static Story story(String id, String body) {
    return Story.builder().id(id).body(body).build();
  }
}
