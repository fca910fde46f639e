package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import news.cuttings.index.CommitData;
import news.cuttings.index.Schema;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index of an earlier release is opened and goes on; one of a later is refused, with advice. */
class UpgradeTest {
  @TempDir private Path folder;

  /** The zips in {@code upgrades}; its README.md says how they were made. */
  @ParameterizedTest
  @ValueSource(strings = {"schema-2-lucene-10.6.0"})
  void anIndexOfBeforeIsReadAndWritten(String name) throws IOException {
    unzip(name);
    try (StoryIndex index = StoryIndex.openReadOnly(folder)) {
      assertThat(index.maintenance().stats().luceneVersion())
          .isEqualTo(name.substring(name.lastIndexOf('-') + 1));
      assertAnswers(index);
    }
    List<Story> before = stories();
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).existing().open()) {
      index.add(Story.builder().id("new").body("Talks on fish again.").build());
      index.commit();
      assertThat(Filed.ids(index, StoryQuery.parse("again"))).containsExactly("new");
      index.delete("new");
      index.maintenance().optimize(1);
      index.maintenance().rebuild();
    }
    assertThat(Maintenance.check(folder).problems()).isEmpty();
    try (StoryIndex index = StoryIndex.openReadOnly(folder)) {
      assertAnswers(index);
    }
    assertThat(stories()).isEqualTo(before);
  }

  /** Its words are those of before; its stories are made into an index that is as any other. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema-1-lucene-10.0.0",
        "schema-1-lucene-10.6.0",
        "schema-1-analysis-2-lucene-10.6.0",
        "schema-1-analysis-3-lucene-10.6.0"
      })
  void anIndexOfAnEarlierReleaseIsMadeAnewFromItsStories(String name) throws IOException {
    unzip(name);
    assertRefused("was filed by an older release");
    assertRefused("IndexBuilder.forRebuilding and rebuild() mend it");
    List<Story> before = new ArrayList<>();
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).forRebuilding().open()) {
      index.export(before::add);
      index.maintenance().rebuild();
    }
    assertThat(Maintenance.check(folder).problems()).isEmpty();
    try (StoryIndex index = StoryIndex.openReadOnly(folder)) {
      assertAnswers(index);
    }
    assertThat(before).hasSize(3);
    assertThat(stories()).isEqualTo(before);
  }

  private void assertAnswers(StoryIndex index) throws IOException {
    assertThat(Filed.ids(index, StoryQuery.parse("talk fish"))).containsExactly("old-1", "old-3");
    assertThat(Filed.ids(index, StoryQuery.parse("\"dam on the Quillamarca\"")))
        .containsExactly("old-2");
    assertThat(Filed.ids(index, StoryQuery.parse("person:barcena until:2023")))
        .containsExactly("old-1");
    assertThat(Filed.ids(index, StoryQuery.parse("removed"))).isEmpty();
    assertThat(Filed.ids(index.moreLike("old-1"))).contains("old-3").doesNotContain("old-1");
    assertThat(index.people(StoryQuery.everything(), 9))
        .extracting(NamedPerson::name)
        .containsExactly("Alicia Bárcena", "Yaku Huamán");
    assertThat(index.maintenance().stats().stories()).isEqualTo(3);
    assertThat(index.maintenance().stats().undated()).isEqualTo(1);
  }

  private List<Story> stories() throws IOException {
    List<Story> stories = new ArrayList<>();
    try (StoryIndex index = StoryIndex.openReadOnly(folder)) {
      index.export(stories::add);
    }
    return stories;
  }

  private void unzip(String name) throws IOException {
    try (InputStream in = UpgradeTest.class.getResourceAsStream("upgrades/" + name + ".zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, folder.resolve(entry.getName()));
      }
    }
  }

  @Test
  void aNewerSchemaIsRefused() throws IOException {
    write(Map.of(CommitData.SCHEMA, Integer.toString(Schema.VERSION + 1)));
    assertNewer();
    assertThatThrownBy(() -> StoryIndex.at(folder).people(Filed.people()).forRebuilding().open())
        .isInstanceOf(IncompatibleIndexException.class);
  }

  @Test
  void aSchemaThatIsNoNumberIsNewer() throws IOException {
    write(Map.of(CommitData.SCHEMA, "two"));
    assertNewer();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "4"})
  void anotherAnalysisIsRefusedUntilItIsRebuilt(String analysis) throws IOException {
    write(Map.of(CommitData.ANALYSIS, analysis));
    assertRefused("IndexBuilder.forRebuilding and rebuild() mend it");
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).forRebuilding().open()) {
      index.maintenance().rebuild();
    }
    try (StoryIndex index = StoryIndex.openReadOnly(folder)) {
      assertThat(Filed.ids(index, StoryQuery.parse("fish"))).containsExactly("a");
    }
  }

  @Test
  void aNewerListOfSegmentsIsRefused() throws IOException {
    write(Map.of());
    spoil(16, 99); // the header's version, after its magic and its name
    assertNewer();
  }

  /** A codec whose name this Lucene does not know, as the next will have; Lucene calls it old. */
  @Test
  void aNewerCodecIsRefused() throws IOException {
    writeWith("Lucene999");
    spoil(35, 99); // Lucene's major version, after the header
    assertNewer();
  }

  @Test
  void aCodecOfLongAgoIsRefusedNamingWhatReadsIt() throws IOException {
    writeWith("Lucene50");
    spoil(35, 8);
    spoil(38, 8); // the major version of the Lucene that made the index
    assertRefused("was written by an older release, on Lucene 8.");
    assertRefused("Export it with a release on that Lucene and index the export here");
    assertNotChecked();
  }

  private void writeWith(String codec) throws IOException {
    write(Map.of());
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig().setCodec(new FilterCodec(codec, Codec.getDefault()) {}))) {
      writer.addDocument(new Document());
      writer.setLiveCommitData(Map.of(CommitData.SCHEMA, "1", CommitData.ANALYSIS, "3").entrySet());
      writer.commit();
    }
  }

  private void spoil(int at, int value) throws IOException {
    Path segments = segments();
    byte[] bytes = Files.readAllBytes(segments);
    bytes[at] = (byte) value;
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, sum.getValue());
    Files.write(segments, bytes);
  }

  private void assertNewer() {
    assertRefused("was written by a newer release");
    assertNotChecked();
  }

  private void assertNotChecked() {
    assertThatThrownBy(() -> Maintenance.check(folder))
        .isInstanceOf(IncompatibleIndexException.class);
  }

  private void assertRefused(String advice) {
    assertThatThrownBy(() -> StoryIndex.openReadOnly(folder))
        .isInstanceOf(IncompatibleIndexException.class)
        .hasMessageContaining("the index at " + folder)
        .hasMessageContaining(advice);
    assertThatThrownBy(() -> StoryIndex.open(folder))
        .isInstanceOf(IncompatibleIndexException.class);
    assertThatThrownBy(() -> StoryIndex.at(folder).existing().open())
        .isInstanceOf(IncompatibleIndexException.class);
  }

  private Path segments() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("segments_"))
          .max(Comparator.naturalOrder())
          .orElseThrow();
    }
  }

  /** An index of a story whose commit says that of itself. */
  private void write(Map<String, String> about) throws IOException {
    try (StoryIndex index = StoryIndex.at(folder).people(Filed.people()).open()) {
      index.add(Story.builder().id("a").body("Talks on fish.").build());
      index.commit();
    }
    if (about.isEmpty()) {
      return;
    }
    try (Directory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Map<String, String> data = new HashMap<>();
      writer.getLiveCommitData().forEach(entry -> data.put(entry.getKey(), entry.getValue()));
      data.putAll(about);
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }
}
