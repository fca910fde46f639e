package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import news.cuttings.CheckedFiles;
import news.cuttings.Filed;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that fills up in the middle of something long. */
@Tag("ci")
class FullDiskTest {
  private static final long PLENTY = Long.MAX_VALUE;

  @TempDir private Path folder;

  /** Has room for so many bytes more; what is removed makes none. */
  private static final class Filling extends FilterDirectory {
    private final AtomicLong room = new AtomicLong(PLENTY);

    Filling(Directory in) {
      super(in);
    }

    private void take(long bytes) throws IOException {
      if (room.get() != PLENTY && room.addAndGet(-bytes) < 0) {
        throw new IOException("No space left on device");
      }
    }

    private IndexOutput taking(IndexOutput out) {
      return new FilterIndexOutput("filling", out.getName(), out) {
        @Override
        public void writeByte(byte b) throws IOException {
          take(1);
          super.writeByte(b);
        }

        @Override
        public void writeBytes(byte[] b, int offset, int length) throws IOException {
          take(length);
          super.writeBytes(b, offset, length);
        }
      };
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
      return taking(super.createOutput(name, context));
    }

    @Override
    public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
        throws IOException {
      return taking(super.createTempOutput(prefix, suffix, context));
    }
  }

  private static List<Story> stories(int from, int to) {
    List<Story> stories = new ArrayList<>();
    for (int i = from; i < to; i++) {
      SplittableRandom random = new SplittableRandom(i);
      StringBuilder body = new StringBuilder("Talks on fish.");
      for (int k = 0; k < 200; k++) {
        body.append(' ').append(Integer.toString(random.nextInt(2_000) + 2_000, 32));
      }
      stories.add(Story.builder().id("s" + i).body(body.toString()).build());
    }
    return stories;
  }

  /** The files that the commits name, and the lock's. */
  private static Set<String> named(Directory directory) throws IOException {
    Set<String> named = new HashSet<>(Set.of("write.lock"));
    for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
      named.addAll(commit.getFileNames());
    }
    return named;
  }

  private interface Work {
    void in(StoryWriter writer) throws IOException;
  }

  private int sweep(Work work) throws IOException {
    int failures = 0;
    boolean failed = true;
    for (int room = 0; failed; room += 4_000 + room / 4) {
      Path place = folder.resolve("room-" + room);
      try (Filling disk = new Filling(FSDirectory.open(place))) {
        StoryWriter writer =
            StoryWriter.open(
                disk, Filed.people(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT);
        writer.add(stories(0, 100));
        writer.commit();
        writer.add(stories(80, 180));
        writer.commit();
        disk.room.set(room);
        failed = false;
        try {
          work.in(writer);
        } catch (IOException e) {
          failed = true;
          failures++;
          assertThat(e).hasMessageContaining("index at " + place);
          assertThat(disk.listAll()).as("room for %d", room).isSubsetOf(named(disk));
        }
        try {
          writer.close();
        } catch (IOException e) {
          assertThat(failed).isTrue();
        }
        assertThat(disk.listAll()).as("room for %d", room).isSubsetOf(named(disk));
        assertThat(DirectoryReader.listCommits(disk)).hasSize(1);
        disk.room.set(PLENTY);
        CheckedFiles.check(disk);
        try (DirectoryReader reader = DirectoryReader.open(disk)) {
          assertThat(reader.numDocs()).isEqualTo(180);
        }
      }
    }
    return failures;
  }

  @Test
  void aMergeThatFailsLeavesNoFiles() throws IOException {
    assertThat(sweep(writer -> writer.optimize(1))).isGreaterThan(3);
  }

  @Test
  void norDoesAPurge() throws IOException {
    assertThat(sweep(StoryWriter::purge)).isGreaterThan(3);
  }

  @Test
  void norARebuild() throws IOException {
    Work rebuild =
        writer ->
            writer.rebuild(to -> {
              for (Story story : stories(0, 180)) {
                to.page(List.of(story));
              }
            });
    assertThat(sweep(rebuild)).isGreaterThan(3);
  }

  @Test
  void aFullDiskIsNamedOnce() {
    IOException full = new IOException("No space left on device");
    IOException named = FullDisk.named("the index at news", full);
    assertThat(named).hasMessageContaining("the disk of the index at news is full").hasCause(full);
    assertThat(FullDisk.named("the index at news", named)).isSameAs(named);
    IOException other = new IOException("it is Monday");
    assertThat(FullDisk.named("the index at news", other)).isSameAs(other);
  }
}
