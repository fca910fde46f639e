package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may open which folder, and who writes in it. */
class LockTest {
  @TempDir private Path folder;

  @Test
  @SuppressWarnings("try") // the first is closed early, to give the lock to the second
  void aSecondWriterInTheSameProcessIsToldOfTheFirst() throws IOException {
    try (StoryIndex first = open();
        StoryIndex second = open()) {
      first.add(story("1"));
      assertThatThrownBy(() -> second.add(story("2")))
          .isInstanceOf(IndexLockedException.class)
          .hasMessageContaining("this process")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
      first.commit();
      second.refresh();
      assertThat(second.story("1")).as("it can still read").isPresent();
      first.close();
      second.add(story("2"));
      assertThat(second.commit().added()).isEqualTo(1);
    }
    assertThat(folder.resolve("cuttings.holder")).doesNotExist();
    CheckedFiles.check(folder);
  }

  @Test
  void aSecondProcessIsToldOfTheFirstAndNeedsNothingWhenItDies() throws Exception {
    Process child = LockHolder.start(folder);
    try (StoryIndex index = open()) {
      assertThat(index.story("child")).isPresent();
      assertThat(index.story("lost")).as("not committed").isEmpty();
      assertThatThrownBy(() -> index.add(story("2")))
          .isInstanceOf(IndexLockedException.class)
          .hasMessageContaining("process " + child.pid());
      child.destroyForcibly().waitFor();
      index.add(story("2"));
      index.commit();
      assertThat(Filed.ids(index, StoryQuery.everything())).containsExactly("2", "child");
    } finally {
      child.destroyForcibly();
    }
    CheckedFiles.check(folder);
  }

  @Test
  void whoeverAsksTooEarlyIsToldWhoFillsTheIndex() throws IOException {
    try (StoryIndex writer = open()) {
      writer.add(story("1"));
      writer.refresh();
      assertThatThrownBy(() -> StoryIndex.openReadOnly(folder).close())
          .isInstanceOf(NoIndexException.class)
          .hasMessageContaining("this process (process " + ProcessHandle.current().pid())
          .hasMessageContaining("is filling it");
      writer.commit();
      StoryIndex.openReadOnly(folder).close();
    }
  }

  @Test
  void anAnswerFromAnIndexThatIsBeingMadeSaysSo() throws Exception {
    Process child = LockHolder.start(folder);
    try (StoryIndex index = StoryIndex.openReadOnly(folder)) {
      assertThat(warnings(index)).hasSize(1).first().asString().contains("process " + child.pid());
      assertThat(index.moreLike("child").warnings()).hasSize(1);
      child.destroyForcibly().waitFor();
      assertThat(warnings(index)).isEmpty();
    } finally {
      child.destroyForcibly().waitFor();
    }
    try (StoryIndex writer = open();
        StoryIndex reader = StoryIndex.openReadOnly(folder)) {
      writer.add(story("2"));
      assertThat(warnings(reader)).as("it was made before").isEmpty();
    }
  }

  @Test
  void whoDiedBeforeAnythingWasDurableFillsNothing() throws IOException {
    Files.createFile(folder.resolve("write.lock"));
    Files.writeString(folder.resolve("cuttings.holder"), "process 1, since then\nmakes the index");
    assertThatThrownBy(() -> StoryIndex.openReadOnly(folder).close())
        .isInstanceOf(NoIndexException.class)
        .hasMessageContaining("without an index");
    try (StoryIndex index = open()) {
      index.add(story("1"));
    }
  }

  private static List<Results.Warning> warnings(StoryIndex index) throws IOException {
    return index.search(StoryQuery.words("child")).warnings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"symbolic", "hard", "dangling"})
  void theHoldersNoteIsNeverWrittenThroughALink(String kind) throws IOException {
    Path note = Files.createDirectory(folder.resolve("index")).resolve("cuttings.holder");
    Path precious = folder.resolve("precious");
    switch (kind) {
      case "symbolic" -> Files.createSymbolicLink(note, Files.writeString(precious, "kept"));
      case "hard" -> Files.createLink(note, Files.writeString(precious, "kept"));
      default -> Files.createSymbolicLink(note, precious);
    }
    try (StoryIndex index = StoryIndex.at(folder.resolve("index")).people(Filed.people()).open();
        StoryIndex second = StoryIndex.at(folder.resolve("index")).people(Filed.people()).open()) {
      index.add(story("1"));
      assertThat(note).isRegularFile();
      assertThat(Files.isSymbolicLink(note)).isFalse();
      assertThatThrownBy(() -> second.add(story("2")))
          .isInstanceOf(IndexLockedException.class)
          .hasMessageContaining("this process");
    }
    if (kind.equals("dangling")) {
      assertThat(precious).doesNotExist();
    } else {
      assertThat(precious).hasContent("kept");
    }
  }

  @Test
  void whatALinkInTheNotesPlaceLeadsToIsNotTold() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "a secret");
    Path files = folder.resolve("index");
    Path note = files.resolve("cuttings.holder");
    try (StoryIndex index = StoryIndex.at(files).people(Filed.people()).open();
        StoryIndex second = StoryIndex.at(files).people(Filed.people()).open()) {
      index.add(story("1"));
      Files.delete(note);
      Files.createSymbolicLink(note, precious);
      assertThatThrownBy(() -> second.add(story("2")))
          .isInstanceOf(IndexLockedException.class)
          .hasMessageContaining("another writer")
          .hasMessageNotContaining("secret");
    }
    assertThat(precious).hasContent("a secret");
  }

  @Test
  void readersOfOtherInstancesSeeCommitsAfterRefresh() throws IOException {
    try (StoryIndex writer = open();
        StoryIndex early = open()) {
      early.refresh();
      assertThat(early.search(StoryQuery.everything())).isEmpty();
      writer.add(story("1"));
      writer.commit();
      assertThat(early.story("1")).as("before refresh").isEmpty();
      early.refresh();
      assertThat(early.story("1")).isPresent();
      try (StoryIndex late = StoryIndex.openReadOnly(folder)) {
        writer.add(story("2"));
        writer.commit();
        assertThat(late.story("2")).as("a point in time").isEmpty();
        late.refresh();
        assertThat(late.story("2")).isPresent();
      }
    }
  }

  @Test
  void readersGoOnWhileAnotherProcessCommits() throws Exception {
    Process child = Child.start(CommittingProcess.class, folder);
    try (BufferedReader told = child.inputReader(StandardCharsets.UTF_8);
        OutputStream to = child.getOutputStream();
        StoryIndex reader = StoryIndex.at(folder).people(Filed.people()).open()) {
      for (int i = 0; i < 20; i++) {
        assertThat(reader.search(StoryQuery.words("story")).hits()).hasSize(Math.min(i, 10));
        to.write('\n');
        to.flush();
        assertThat(told.readLine()).isEqualTo("committed");
        assertThat(reader.maintenance().stats().stories()).as("a point in time").isEqualTo(i);
        reader.refresh();
        assertThat(reader.story("s" + i)).isPresent();
      }
    } finally {
      child.destroyForcibly().waitFor();
    }
    CheckedFiles.check(folder);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readingOnlyWritesNothing(boolean briefly) throws IOException {
    try (StoryIndex index = open()) {
      index.add(story("1"));
    }
    Files.delete(folder.resolve("write.lock"));
    Map<String, Object> before = files();
    boolean closedToWriters = folder.toFile().setWritable(false);
    try (StoryIndex index =
        briefly ? StoryIndex.at(folder).briefly().open() : StoryIndex.openReadOnly(folder)) {
      assertThat(closedToWriters).isTrue();
      assertThat(index.search(StoryQuery.words("story"))).hasSize(1);
      assertThat(index.maintenance().stats().stories()).isEqualTo(1);
      index.refresh();
      assertThatThrownBy(() -> index.add(story("2"))).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> index.delete("1")).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(index::commit).isInstanceOf(IllegalStateException.class);
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void filesOfABriefReadingAreNotMapped() throws IOException {
    try (StoryIndex index = open()) {
      index.add(story("1"));
    }
    IndexFolder files = new IndexFolder(folder);
    try (Directory briefly = files.openForReading(true);
        Directory longer = files.openForReading(false)) {
      assertThat(briefly).isInstanceOf(NIOFSDirectory.class);
      assertThat(longer).isInstanceOf(MMapDirectory.class);
    }
  }

  @Test
  void openingAndSearchingWritesNothing() throws IOException {
    Path none = folder.resolve("none");
    try (StoryIndex index = StoryIndex.at(none).people(Filed.people()).open()) {
      assertThat(index.search(StoryQuery.words("x"))).isEmpty();
      assertThat(index.moreLike("x")).isEmpty();
      assertThat(index.maintenance().stats().stories()).isZero();
      assertThat(index.idsWithPrefix("", 10)).isEmpty();
      assertThat(index.samePage("x")).isEmpty();
      index.export(story -> assertThat(story).isNull());
      index.refresh();
    }
    assertThat(none).doesNotExist();
  }

  @Test
  void whereThereIsNoIndex() throws IOException {
    Path none = folder.resolve("none");
    Path file = Files.writeString(folder.resolve("file"), "text");
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("notes.txt"), "text");
    for (Path path : new Path[] {none, file, other, folder}) {
      assertThatThrownBy(() -> StoryIndex.at(path).existing().open().close())
          .isInstanceOf(NoIndexException.class)
          .hasMessageContaining(path.toString())
          .hasMessageContaining("StoryIndex.open makes one");
      assertThatThrownBy(() -> StoryIndex.openReadOnly(path).close())
          .isInstanceOf(NoIndexException.class);
    }
    assertThatThrownBy(() -> StoryIndex.open(file).close())
        .isInstanceOf(NotDirectoryException.class)
        .hasMessageContaining("is a file");
    assertThatThrownBy(() -> StoryIndex.open(other).close())
        .isInstanceOf(NoIndexException.class)
        .hasMessageContaining("other files");
    assertThat(other).isDirectoryContaining("glob:**/notes.txt");
    assertThat(other.toFile().list()).hasSize(1);
  }

  @Test
  void aDamagedIndexIsAnIoException() throws IOException {
    try (StoryIndex index = open()) {
      index.add(story("1"));
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "segments_*")) {
      for (Path file : files) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    assertThatThrownBy(() -> StoryIndex.at(folder).existing().open().close())
        .isInstanceOf(IOException.class);
  }

  private StoryIndex open() throws IOException {
    return StoryIndex.at(folder).people(Filed.people()).open();
  }

  private Map<String, Object> files() throws IOException {
    Map<String, Object> files = new TreeMap<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      for (Path file : stream) {
        files.put(file.toString(), Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  private static Story story(String id) {
    return Story.builder().id(id).body("A story of number " + id).build();
  }
}
