package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoDeletionPolicy;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a folder holds beside its last commit: little while it is written, nothing when closed. */
class KeptCommitsTest {
  private static final StoryQuery ALL = StoryQuery.everything().limit(2);

  @TempDir private Path folder;

  private static long bytes(Path of) throws IOException {
    try (Stream<Path> files = Files.list(of)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private int commits() throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.listCommits(directory).size();
    }
  }

  /** Some megabytes of which no word is met twice. */
  private static List<Story> stories(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      StringBuilder body = new StringBuilder("Talks on fish.");
      for (int k = 0; k < 700; k++) {
        body.append(' ').append(Long.toString(random.nextLong(1L << 55), 36));
      }
      stories.add(Story.builder().id("s" + i).body(body.toString()).build());
    }
    return stories;
  }

  /** Fails where the folder has a file that the last commit does not name. */
  private void assertHoldsTheLastCommitAlone() throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      List<IndexCommit> commits = DirectoryReader.listCommits(directory);
      assertThat(commits).hasSize(1);
      Set<String> named = new HashSet<>(commits.getLast().getFileNames());
      named.add("write.lock");
      assertThat(directory.listAll()).isSubsetOf(named);
    }
  }

  /** Releases before kept what they had learnt of words beside Lucene's files. */
  @Test
  void whatEarlierReleasesLearntGoesWithTheNextCommit() throws IOException {
    try (StoryIndex index = Filed.open(folder)) {
      index.addAll(stories(0));
    }
    Files.write(folder.resolve("cuttings.words-1"), new byte[100]);
    try (StoryIndex index = Filed.open(folder)) {
      index.addAll(stories(1));
    }
    assertHoldsTheLastCommitAlone();
  }

  @Test
  void theFolderDoesNotGrowWithEveryCommit() throws IOException {
    try (StoryIndex index = Filed.open(folder)) {
      index.addAll(stories(0));
      index.commit();
      long once = bytes(folder);
      try (StoryIndex reader = Filed.openReadOnly(folder)) {
        for (int i = 0; i < 12; i++) {
          index.addAll(stories(i + 1));
          index.commit();
          reader.refresh();
          assertThat(reader.search(ALL).cursor()).isPresent();
          assertThat(bytes(folder)).as("after %d filings", i + 2).isLessThan(3 * once);
        }
      }
    }
    assertHoldsTheLastCommitAlone();
  }

  @Test
  void norWithSearchesOfTheWritersOwn() throws IOException {
    try (StoryIndex index = Filed.open(folder)) {
      index.addAll(stories(0));
      index.commit();
      long once = bytes(folder);
      for (int i = 0; i < 12; i++) {
        index.addAll(stories(i + 1));
        index.commit();
        assertThat(index.search(ALL).cursor()).isPresent();
      }
      assertThat(once).isGreaterThan(1 << 20);
      assertThat(bytes(folder)).as("once %d", once).isLessThan(8 * once);
    }
    assertHoldsTheLastCommitAlone();
  }

  @Test
  void smallCommitsAreKeptAndFew() throws IOException {
    try (StoryIndex index = Filed.open(folder)) {
      for (int i = 0; i < 20; i++) {
        index.add(Story.builder().id("s" + i).body("Talks on fish.").build());
        index.commit();
      }
      assertThat(commits()).isEqualTo(5);
    }
    assertHoldsTheLastCommitAlone();
  }

  @Test
  void aSearchThatGoesOnHoldsNothingWhenTheIndexIsClosed() throws IOException {
    StoryIndex index = Filed.open(folder);
    index.addAll(stories(0));
    index.commit();
    AtomicBoolean closed = new AtomicBoolean();
    index.export(story -> {
      if (closed.compareAndSet(false, true)) {
        try {
          index.addAll(stories(1));
          index.maintenance().optimize(1);
          index.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    });
    assertHoldsTheLastCommitAlone();
  }

  /** Commits whose date is that, as a wrong clock or another program would leave them. */
  private void leaveCommits(String millis) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      for (int i = 0; i < 3; i++) {
        IndexWriterConfig config =
            new IndexWriterConfig().setIndexDeletionPolicy(NoDeletionPolicy.INSTANCE);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
          Map<String, String> about = new HashMap<>();
          writer.getLiveCommitData().forEach(data -> about.put(data.getKey(), data.getValue()));
          about.put("cuttings.millis", millis);
          writer.setLiveCommitData(about.entrySet());
          writer.commit();
        }
      }
    }
    assertThat(commits()).isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4102444800000", "9223372036854775807", "0", "-1", "yesterday"})
  void whatWasLeftGoesWhenItIsOpenedWhateverTheClockSaid(String millis) throws IOException {
    try (StoryIndex index = Filed.open(folder)) {
      index.add(Story.builder().id("s1").body("Talks on fish.").build());
    }
    leaveCommits(millis);
    try (StoryIndex index = Filed.open(folder)) {
      index.delete("none");
      assertThat(commits()).isEqualTo(1);
    }
    assertHoldsTheLastCommitAlone();
  }
}
