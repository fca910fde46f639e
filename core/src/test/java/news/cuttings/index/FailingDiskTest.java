package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import news.cuttings.CheckedFiles;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.people.People;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.tests.store.MockDirectoryWrapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A disk that fails, at each place in turn. */
@Tag("ci")
@ExtendWith(RandomStories.Injected.class)
class FailingDiskTest {

  /** Fails once, at the operation of that number. */
  private static final class Once extends MockDirectoryWrapper.Failure {
    private int left;

    Once(int at) {
      left = at;
    }

    @Override
    public synchronized void eval(MockDirectoryWrapper directory) throws IOException {
      if (left > 0 && --left == 0) {
        throw new IOException("the disk has failed");
      }
    }

    /** Whether it has failed; it will not from now on. */
    synchronized boolean ended() {
      boolean failed = left == 0;
      left = 0;
      return failed;
    }
  }

  @Test
  void theLastCommitOutlivesFailuresHereAndThere(RandomStories random) throws IOException {
    sweep(random, 3);
  }

  @Test
  @Tag("slow")
  void theLastCommitOutlivesManyFailures(RandomStories random) throws IOException {
    sweep(random, 200);
  }

  /** Fails once at each of the first operations of a run, at ever fewer the later they are. */
  private static void sweep(RandomStories random, int fewer) throws IOException {
    List<Story> first = random.list(20);
    List<Story> second = random.list(50).subList(20, 50);
    boolean failed = true;
    int faults = 0;
    for (int at = 1; failed; at += 1 + at / fewer) {
      faults++;
      try (MockDirectoryWrapper disk =
          new MockDirectoryWrapper(new Random(at), new ByteBuffersDirectory())) {
        StoryWriter writer = open(disk);
        writer.add(first);
        writer.commit();
        Once once = new Once(at);
        disk.failOn(once);
        boolean told = false;
        boolean durable = false;
        try {
          writer.add(second);
          writer.commit();
          durable = true;
        } catch (IOException e) {
          told = true;
          assertThat(e).hasMessageNotContaining("null");
        }
        try {
          writer.close();
        } catch (IOException e) {
          told = true;
        }
        failed = once.ended();
        CheckedFiles.check(disk);
        int stories = stories(disk);
        assertThat(stories).as("at %d", at).isIn(20, 50);
        assertThat(stories == 50 || told).as("silent loss at %d", at).isTrue();
        assertThat(stories == 50 || !durable).as("durable at %d", at).isTrue();
      }
    }
    System.out.write(("disk: " + faults + " faults\n").getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  /** A folder that nothing may be written to any more: told by what the system says of it. */
  @Test
  void aReadOnlyDiskIsToldAndLeavesTheLastCommit(RandomStories random) throws IOException {
    AtomicBoolean readOnly = new AtomicBoolean();
    try (Directory memory = new ByteBuffersDirectory()) {
      Directory disk =
          new FilterDirectory(memory) {
            @Override
            public IndexOutput createOutput(String name, IOContext context) throws IOException {
              if (readOnly.get()) {
                throw new FileSystemException(name, null, "Read-only file system");
              }
              return super.createOutput(name, context);
            }
          };
      StoryWriter writer = open(disk);
      writer.add(random.list(20));
      writer.commit();
      readOnly.set(true);
      assertThatThrownBy(
              () -> {
                writer.add(random.list(50).subList(20, 50));
                writer.commit();
              })
          .isInstanceOf(IOException.class)
          .hasMessageContaining("Read-only file system");
      assertThatThrownBy(writer::close).isInstanceOf(IOException.class);
      assertThat(stories(memory)).isEqualTo(20);
      readOnly.set(false);
      try (StoryWriter again = open(disk)) {
        again.add(random.list(50).subList(20, 50));
        again.commit();
      }
      assertThat(stories(memory)).isEqualTo(50);
    }
  }

  @Test
  void aFullDiskIsToldAndLeavesTheLastCommit(RandomStories random) throws IOException {
    List<Story> first = random.list(20);
    List<Story> second = random.list(50).subList(20, 50);
    int told = 0;
    for (int room = 0; room < 60_000; room += 1_500) {
      try (MockDirectoryWrapper disk =
          new MockDirectoryWrapper(new Random(room), new ByteBuffersDirectory())) {
        StoryWriter writer = open(disk);
        writer.add(first);
        writer.commit();
        disk.setMaxSizeInBytes(disk.sizeInBytes() + room);
        try {
          writer.add(second);
          writer.commit();
        } catch (IOException e) {
          told++;
          assertThat(e).hasMessageContaining("disk full");
        }
        try {
          writer.close();
        } catch (IOException e) {
          assertThat(e).hasMessageNotContaining("null");
        }
        disk.setMaxSizeInBytes(0);
        CheckedFiles.check(disk);
        assertThat(stories(disk)).isIn(20, 50);
        try (StoryWriter again = open(disk)) { // with room it goes on
          again.add(second);
        }
        assertThat(stories(disk)).isEqualTo(50);
      }
    }
    assertThat(told).isPositive();
  }

  @Test
  void openingFailsCleanly() throws IOException {
    boolean failed = true;
    for (int at = 1; failed; at++) {
      try (MockDirectoryWrapper disk =
          new MockDirectoryWrapper(new Random(at), new ByteBuffersDirectory())) {
        Once once = new Once(at);
        disk.failOn(once);
        try {
          open(disk).close();
        } catch (IOException e) {
          assertThat(e).hasMessageContaining("the disk has failed");
        }
        failed = once.ended();
        try (StoryWriter again = open(disk)) {
          assertThat(again.commit().added()).isZero();
        }
      }
    }
  }

  @Test
  void aStoryThatCannotBeNamedIsToldAndTheOthersAreKept() throws IOException {
    People broken =
        People.with(text -> {
          if (text.contains("bad")) {
            throw new IllegalStateException("no names here");
          }
          return List.of();
        });
    try (ByteBuffersDirectory disk = new ByteBuffersDirectory()) {
      StoryWriter writer =
          StoryWriter.open(disk, broken, StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT);
      writer.add(List.of(story("1", "good")));
      writer.add(List.of(story("2", "bad")));
      assertThatThrownBy(writer::commit)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("could not be filed")
          .hasMessageContaining("no names here");
      writer.add(List.of(story("3", "good")));
      writer.add(List.of(story("4", "bad")));
      assertThatThrownBy(writer::close).isInstanceOf(IOException.class);
      assertThat(stories(disk)).isEqualTo(2);
    }
  }

  private static StoryWriter open(Directory disk) throws IOException {
    return StoryWriter.open(
        disk, Filed.people(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT);
  }

  private static Story story(String id, String body) {
    return Story.builder().id(id).body(body).build();
  }

  private static int stories(Directory disk) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(disk)) {
      return reader.numDocs();
    }
  }
}
