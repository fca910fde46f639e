package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.story.Story;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomStories.Injected.class)
class LearningTest {
  private final Directory directory = new ByteBuffersDirectory();

  @Test
  void vectorsFromPostingsAreThoseFromText(RandomStories random) throws IOException {
    List<Story> stories = random.list(200);
    try (StoryWriter writer = open()) {
      for (Story story : stories) {
        writer.add(List.of(story));
      }
      writer.delete("s7");
      writer.learn(false);
      writer.add(List.of(random.next("later")));
    }
    WordVectors words = words().orElseThrow();
    Map<String, BytesRef> kept = vectors();
    assertThat(kept).hasSize(200).doesNotContainKey("s7");
    for (Story story : stories) {
      if (!story.id().equals("s7")) {
        assertThat(Optional.ofNullable(kept.get(story.id())))
            .contains(new BytesRef(words.of(story)));
      }
    }
    assertThat(WordVectors.areComparable(vector("later"), vector("s1"))).isTrue();
  }

  @Test
  void storiesOfOneMatterAreNearThoughTheyShareNoWord() throws IOException {
    try (StoryWriter writer = open()) {
      String[] matters = {
        "car motor wheel driver road petrol brake garage",
        "grain wheat harvest farmer export bushel acreage silo",
        "goal penalty striker keeper league stadium referee pitch",
      };
      for (int i = 0; i < 240; i++) {
        String[] of = matters[i % 3].split(" ", -1);
        StringBuilder text = new StringBuilder("unique" + i);
        for (int j = 0; j < 3; j++) {
          text.append(' ').append(of[(i / 3 * 7 + j * (1 + i / 24 % 3)) % of.length]);
        }
        writer.add(List.of(story("m" + i, text.toString())));
      }
      writer.learn(false);
    }
    WordVectors words = words().orElseThrow();
    BytesRef car = new BytesRef(words.of(story("a", "car motor wheel")));
    BytesRef petrol = new BytesRef(words.of(story("b", "petrol brake garage")));
    BytesRef wheat = new BytesRef(words.of(story("c", "wheat harvest farmer")));
    assertThat(WordVectors.cosine(car, petrol)).isGreaterThan(0.4);
    assertThat(WordVectors.cosine(car, wheat)).isLessThan(0.2);
  }

  @Test
  void fewStoriesTeachNothing(RandomStories random) throws IOException {
    try (StoryWriter writer = open()) {
      writer.add(random.list(WordLearner.FEWEST_STORIES - 1));
      writer.learn(true);
    }
    assertThat(words()).isEmpty();
    assertThat(files()).isEmpty();
  }

  /** One story a hundred times over: all is explained by one dimension. */
  @Test
  void storiesAllAlikeAreLearntFrom() throws IOException {
    try (StoryWriter writer = open()) {
      for (int i = 0; i < 100; i++) {
        String text =
            i % 4 == 0
                ? "storm over harbour: boats sank, roofs flew, trees fell, roads closed, schools shut"
                : "quiet day at sea, said number " + i;
        writer.add(List.of(story("s" + i, text)));
      }
      writer.learn(true);
    }
    BytesRef storm = vector("s0");
    assertThat(WordVectors.cosine(storm, vector("s4"))).isEqualTo(1);
  }

  @Test
  void learnsAgainOnceTheIndexHasDoubled(RandomStories random) throws IOException {
    List<Story> stories = random.list(220);
    try (StoryWriter writer = open()) {
      writer.add(stories.subList(0, 100));
      writer.learn(false);
      writer.add(stories.subList(100, 190));
      writer.learn(false);
      assertThat(words().orElseThrow().stories()).isEqualTo(100);
      writer.add(stories.subList(190, 220));
      writer.learn(false);
      assertThat(words().orElseThrow().stories()).isEqualTo(220);
    }
  }

  @Test
  void filesGoWithTheCommitsThatNameThem(RandomStories random) throws IOException {
    try (StoryWriter writer = open()) {
      writer.add(random.list(100));
      writer.optimize(1);
      assertThat(files()).containsExactly("cuttings.words-1");
      writer.optimize(1);
      assertThat(files()).containsExactly("cuttings.words-1", "cuttings.words-2");
      try (IndexOutput out = directory.createOutput("cuttings.words-9", IOContext.DEFAULT)) {
        out.writeByte((byte) 1); // as a crash leaves one
      }
      writer.purge();
      assertThat(files()).containsExactly("cuttings.words-2");
    }
  }

  @Test
  void aPurgeForgetsTheWordsOfStoriesRemoved(RandomStories random) throws IOException {
    try (StoryWriter writer = open()) {
      writer.add(random.list(100));
      writer.add(List.of(story("x", "zyzzyva"), story("y", "zyzzyva again"), story("z", "kept")));
      writer.learn(false);
      assertThat(knows("zyzzyva")).isTrue();
      BytesRef before = vector("s1");
      writer.delete("x");
      writer.delete("y");
      writer.commit();
      assertThat(knows("zyzzyva")).isTrue();
      writer.purge();
      assertThat(knows("zyzzyva")).isFalse();
      assertThat(vector("s1")).isEqualTo(before);
      writer.add(List.of(random.next("later")));
    }
    assertThat(WordVectors.areComparable(vector("later"), vector("s1"))).isTrue();
  }

  @Test
  void withoutItsFileAnIndexIsWrittenOn(RandomStories random) throws IOException {
    List<Story> stories = random.list(130);
    try (StoryWriter writer = open()) {
      writer.add(stories.subList(0, 100));
      writer.learn(false);
    }
    directory.deleteFile("cuttings.words-1");
    try (StoryWriter writer = open()) {
      writer.add(stories.subList(100, 130));
      writer.commit();
      assertThat(words()).isEmpty();
      assertThat(vectors().get("s110"))
          .isNotNull()
          .extracting(vector -> vector.length)
          .isEqualTo(0);
      writer.learn(false);
    }
    assertThat(WordVectors.areComparable(vector("s110"), vector("s1"))).isTrue();
  }

  private boolean knows(String term) throws IOException {
    WordVectors words = words().orElseThrow();
    for (int i = 0; i < words.size(); i++) {
      if (words.term(i).utf8ToString().equals(term)) {
        return true;
      }
    }
    return false;
  }

  private StoryWriter open() throws IOException {
    return StoryWriter.open(
        directory, Filed.people(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT);
  }

  private Optional<WordVectors> words() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return WordFiles.find(directory, reader.getIndexCommit().getUserData());
    }
  }

  private Set<String> files() throws IOException {
    Set<String> files = new TreeSet<>(Arrays.asList(directory.listAll()));
    files.removeIf(file -> !file.startsWith("cuttings.words"));
    return files;
  }

  private BytesRef vector(String id) throws IOException {
    return vectors().getOrDefault(id, new BytesRef());
  }

  private Map<String, BytesRef> vectors() throws IOException {
    Map<String, BytesRef> vectors = new HashMap<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      SortedDocValues ids = MultiDocValues.getSortedValues(reader, Schema.ID);
      BinaryDocValues values = MultiDocValues.getBinaryValues(reader, Schema.VECTOR);
      Bits live = MultiBits.getLiveDocs(reader);
      for (int doc = 0; doc < reader.maxDoc() && ids != null && values != null; doc++) {
        if ((live == null || live.get(doc)) && ids.advanceExact(doc) && values.advanceExact(doc)) {
          String id = ids.lookupOrd(ids.ordValue()).utf8ToString();
          vectors.put(id, BytesRef.deepCopyOf(values.binaryValue()));
        }
      }
    }
    return vectors;
  }

  private static Story story(String id, String text) {
    return Story.builder().id(id).body(text).build();
  }

  @AfterEach
  void close() throws IOException {
    directory.close();
  }
}
