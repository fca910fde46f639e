package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Writers and readers at work together, in one instance and in another that only reads. */
@Isolated // measures the heap and open files of the process
class SoakTest {
  private static final int IDS = 3_000;
  private static final long MEGABYTE = 1 << 20;

  @TempDir private Path folder;
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicInteger written = new AtomicInteger();
  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
  private long end;

  @Test
  @Tag("ci")
  void nothingIsLostChangedOrLeftOpenInSeconds() throws Exception {
    String seconds = System.getenv("CUTTINGS_SOAK_SECONDS");
    run(Duration.ofSeconds(seconds == null ? 10 : Long.parseLong(seconds)));
  }

  @Test
  @Tag("slow")
  void nothingIsLostChangedOrLeftOpenInTenMinutes() throws Exception {
    run(Duration.ofMinutes(10));
  }

  private void run(Duration time) throws Exception {
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).open()) {
      writeSome(index, new RandomStories(1), 2 * IDS);
      index.maintenance().optimize(1);
      long filesBefore = openFiles();
      long heapBefore = heap();
      end = System.nanoTime() + time.toNanos();
      try (StoryIndex other = StoryIndex.openReadOnly(folder);
          ExecutorService threads = Executors.newCachedThreadPool()) {
        List<Callable<Boolean>> work =
            List.of(
                () -> write(index),
                () -> find(index),
                () -> find(other),
                () -> page(index),
                () -> page(other));
        for (Future<Boolean> done : threads.invokeAll(work)) {
          assertThat(done.get()).isTrue();
        }
      }
      index.maintenance().optimize(1);
      index.maintenance().purge();
      long filesAfter = openFiles();
      long heapAfter = heap();
      assertThat(filesAfter).as("open files").isLessThanOrEqualTo(filesBefore + 5);
      assertThat(heapAfter).as("heap").isLessThan(heapBefore + 40 * MEGABYTE);
      tell(filesBefore, filesAfter, heapBefore, heapAfter);
    }
    CheckedFiles.check(folder);
  }

  private boolean isOver() {
    return System.nanoTime() - end >= 0;
  }

  /** A story names its own number, and is filed again and again under one of so many ids. */
  private static Story story(int number, RandomStories random) {
    String id = "s" + number % IDS;
    return Story.builder().id(id).body("number" + number + " " + random.words(60)).build();
  }

  private void writeSome(StoryIndex index, RandomStories random, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      index.add(story(written.getAndIncrement(), random));
    }
    index.commit();
    acknowledged.set(written.get());
  }

  private boolean write(StoryIndex index) throws IOException {
    RandomStories random = new RandomStories(2);
    while (!isOver()) {
      writeSome(index, random, 1 + random.random().nextInt(200));
    }
    return true;
  }

  /** What was acknowledged before a refresh is found after it, or what replaced it. */
  private boolean find(StoryIndex index) throws IOException {
    RandomStories random = new RandomStories(3);
    while (!isOver()) {
      int last = acknowledged.get() - 1;
      int number = last - random.random().nextInt(IDS / 2);
      index.refresh();
      long start = System.nanoTime();
      Results found = index.search(StoryQuery.words("number" + number));
      nanos.add(System.nanoTime() - start);
      boolean isReplaced = written.get() > number + IDS;
      assertThat(found.isEmpty() && !isReplaced).as("story %d of %d", number, last).isFalse();
      assertThat(index.story("s" + number % IDS)).isPresent();
    }
    return true;
  }

  /** Pages by cursor neither repeat nor skip, and a page asked for again is the same. */
  private boolean page(StoryIndex index) throws IOException {
    RandomStories random = new RandomStories(4);
    while (!isOver()) {
      StoryQuery query = StoryQuery.parse("w*").limit(500).order(StoryQuery.Order.NEWEST);
      Set<String> seen = new HashSet<>();
      long start = System.nanoTime();
      Results page = index.search(query);
      while (!page.isEmpty()) {
        for (Hit hit : page) {
          assertThat(seen.add(hit.id())).as("again: %s", hit.id()).isTrue();
        }
        StoryQuery next = query.after(page.cursor().orElseThrow());
        page = index.search(next);
        assertThat(page.warnings()).as("the view is kept").isEmpty();
        if (random.random().nextInt(4) == 0) {
          assertThat(Filed.ids(index.search(next))).isEqualTo(Filed.ids(page));
        }
      }
      nanos.add((System.nanoTime() - start) / (1 + IDS / 500));
      assertThat(seen).hasSize(IDS);
      index.refresh();
    }
    return true;
  }

  private static long heap() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      Thread.sleep(50);
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** Open files and mapped ones; 0 where the system does not tell. */
  private long openFiles() throws IOException {
    Path maps = Path.of("/proc/self/maps");
    Path descriptors = Path.of("/proc/self/fd");
    if (!Files.isReadable(maps)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(maps, StandardCharsets.ISO_8859_1);
        Stream<Path> open = Files.list(descriptors)) {
      return lines.filter(line -> line.contains(folder.toString())).count() + open.count();
    }
  }

  private void tell(long filesBefore, long filesAfter, long heapBefore, long heapAfter)
      throws IOException {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    List<String> latencies = new ArrayList<>();
    for (double part : new double[] {0.5, 0.95, 0.99, 1}) {
      long at = sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))];
      latencies.add(String.format(Locale.ROOT, "%.1f", at / 1e6));
    }
    String told =
        String.format(
            Locale.ROOT,
            "soak: %,d stories written, %,d answers, ms at 50, 95, 99, 100 %%: %s; open files %d"
                + " then %d, heap %d then %d MB%n",
            written.get(),
            sorted.length,
            String.join(", ", latencies),
            filesBefore,
            filesAfter,
            heapBefore / MEGABYTE,
            heapAfter / MEGABYTE);
    System.out.write(told.getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
