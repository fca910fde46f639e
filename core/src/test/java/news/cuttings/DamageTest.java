package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A byte of an index is another than was written, or a file is shorter: each file, at its ends, in
 * its middle and at places chosen by chance.
 */
@ExtendWith(RandomStories.Injected.class)
class DamageTest {
  @TempDir private Path folder;
  private int met;

  /** What is done to a file. */
  private record Damage(String file, int offset, boolean cut) {
    byte[] to(byte[] sound) {
      if (cut) {
        return Arrays.copyOf(sound, offset);
      }
      byte[] damaged = sound.clone();
      damaged[offset] = (byte) (damaged[offset] ^ 1 << offset % 8);
      return damaged;
    }
  }

  @Test
  @Tag("ci")
  void isFoundByCheckByMergesAndBySnapshots(RandomStories random) throws IOException {
    Map<String, byte[]> sound = sound(random);
    List<Damage> some = new ArrayList<>();
    sound.forEach((file, bytes) -> {
      some.add(new Damage(file, random.random().nextInt(bytes.length), false));
      if (random.random().nextInt(3) == 0) {
        some.add(new Damage(file, random.random().nextInt(bytes.length), true));
      }
    });
    isFound(some, sound, random);
    assertThat(met).isPositive();
  }

  @Test
  @Tag("slow")
  void isFoundAtManyPlacesOfEachFile(RandomStories random) throws IOException {
    Map<String, byte[]> sound = sound(random);
    isFound(damages(sound, random), sound, random);
  }

  private void isFound(List<Damage> damages, Map<String, byte[]> sound, RandomStories random)
      throws IOException {
    assertThat(kinds(sound)).contains("cfs", "cfe", "si", "liv", "fdt", "doc", "dvd");
    for (Damage damage : damages) {
      write(sound);
      Path copy = folder.resolve("copy");
      write(copy, sound);
      Files.write(index().resolve(damage.file()), damage.to(bytes(sound, damage.file())));
      assertThat(Maintenance.check(index()).isSound()).as("check: %s", damage).isFalse();
      for (String target : List.of("copy", "empty")) {
        assertThat(catchThrowable(() -> snapshot(target)))
            .as("snapshot to %s: %s", target, damage)
            .isInstanceOf(IOException.class);
      }
      assertThat(hasIndex(folder.resolve("empty"))).as("a snapshot: %s", damage).isFalse();
      assertThat(Maintenance.check(copy).problems()).as("the snapshot of before").isEmpty();
      opensOrSaysWhatIsWrong(damage);
      isToldByWhoeverMeetsIt(damage, random);
      write(sound);
      Files.write(index().resolve(damage.file()), damage.to(bytes(sound, damage.file())));
      isFoundOrHealed(damage, this::merge);
      write(sound);
      Files.write(index().resolve(damage.file()), damage.to(bytes(sound, damage.file())));
      isFoundOrHealed(damage, this::rebuild);
      restore(copy);
    }
    String told = "damage: " + damages.size() + " in " + sound.size() + " files\n";
    System.out.write(told.getBytes(StandardCharsets.UTF_8));
  }

  /** As a user does who has a snapshot: its files in the place of the damaged. */
  private void restore(Path snapshot) throws IOException {
    List<Story> before = exported(snapshot);
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> list = Files.list(snapshot)) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    write(files);
    try (StoryIndex index = StoryIndex.at(index()).people(Filed.people()).existing().open()) {
      index.add(Story.builder().id("later").body("Work goes on.").build());
      index.commit();
    }
    assertThat(Maintenance.check(index()).problems()).isEmpty();
    assertThat(exported(index())).containsAll(before).hasSize(before.size() + 1);
  }

  /**
   * A merge reads what stories are made of; the checksum and the padding of a file that only holds
   * other files are made anew.
   */
  private void isFoundOrHealed(Damage damage, ThrowingCallable by) throws IOException {
    Throwable thrown = catchThrowable(by);
    if (thrown == null) {
      assertThat(damage.file()).matches(".*[.]cfs|cuttings[.]words-.*");
      assertThat(Maintenance.check(index()).problems())
          .as("merge or rebuild: %s", damage)
          .isEmpty();
      assertThat(exported(index())).isEqualTo(exported(folder.resolve("copy")));
    } else {
      assertThat(thrown)
          .as("merge or rebuild: %s", damage)
          .isInstanceOf(DamagedIndexException.class)
          .hasMessageContaining("damaged");
    }
  }

  /** Questions may miss it, for they verify nothing; what they meet is told as damage. */
  private void isToldByWhoeverMeetsIt(Damage damage, RandomStories random) {
    for (ThrowingCallable call : calls(random)) {
      Throwable thrown = catchThrowable(call);
      if (thrown != null) {
        assertThat(thrown).as(damage.toString()).isInstanceOf(DamagedIndexException.class);
        met++;
      }
    }
  }

  private List<ThrowingCallable> calls(RandomStories random) {
    String words = random.words(3);
    List<ThrowingCallable> calls = new ArrayList<>();
    calls.add(() -> reading(index -> index.search(StoryQuery.words(words).counting().facets(5))));
    calls.add(() -> reading(index -> index.search(StoryQuery.parse("+" + words + " since:2020"))));
    calls.add(() -> reading(index -> index.people(StoryQuery.everything(), 9)));
    calls.add(() -> reading(index -> index.timeline(StoryQuery.everything(), DatePeriod.By.DAY)));
    calls.add(() -> reading(index -> index.moreLike("s50")));
    calls.add(() -> reading(index -> index.story("s60")));
    calls.add(() -> reading(index -> index.maintenance().stats()));
    calls.add(() -> exported(index()));
    calls.add(() -> {
      try (StoryIndex index = StoryIndex.at(index()).people(Filed.people()).existing().open()) {
        index.add(Story.builder().id("s5").body("Work goes on.").build());
        index.delete("s6");
        index.commit();
      }
    });
    return calls;
  }

  /** A question. */
  private interface Question {
    Object of(StoryIndex index) throws IOException;
  }

  private void reading(Question question) throws IOException {
    try (StoryIndex index = StoryIndex.openReadOnly(index())) {
      assertThat(question.of(index)).isNotNull();
    }
  }

  private void rebuild() throws IOException {
    try (StoryIndex index = StoryIndex.at(index()).people(Filed.people()).forRebuilding().open()) {
      index.maintenance().rebuild();
    }
  }

  private static List<Story> exported(Path from) throws IOException {
    List<Story> stories = new ArrayList<>();
    try (StoryIndex index = StoryIndex.openReadOnly(from)) {
      index.export(stories::add);
    }
    return stories;
  }

  /** A search does not verify; but opening says in a sentence what is wrong, or opens. */
  private void opensOrSaysWhatIsWrong(Damage damage) {
    try (StoryIndex index = StoryIndex.openReadOnly(index())) {
      assertThat(index.idsWithPrefix("zz", 1)).isEmpty();
    } catch (IncompatibleIndexException e) {
      assertThat(e).as(damage.toString()).isNull();
    } catch (IOException e) {
      assertThat(e).as(damage.toString()).isInstanceOf(DamagedIndexException.class);
    }
  }

  private void snapshot(String target) throws IOException {
    try (StoryIndex index = StoryIndex.openReadOnly(index())) {
      index.maintenance().snapshot(folder.resolve(target));
    }
  }

  private static boolean hasIndex(Path folder) throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory);
    }
  }

  private void merge() throws IOException {
    try (StoryIndex index = StoryIndex.at(index()).people(Filed.people()).existing().open()) {
      index.maintenance().optimize(1);
    }
  }

  /** Segments in one file and in many, with removed stories. */
  private Map<String, byte[]> sound(RandomStories random) throws IOException {
    try (StoryIndex index = StoryIndex.at(index()).people(Filed.people()).open()) {
      index.addAll(random.list(120));
      index.commit();
      index.maintenance().optimize(1);
      for (int i = 0; i < 3; i++) {
        index.add(random.next("t" + i));
        index.delete("s" + (10 + i));
        index.commit();
      }
      index.maintenance().snapshot(folder.resolve("copy"));
    }
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (Stream<Path> list = Files.list(folder.resolve("copy"))) {
      for (Path file : list.sorted().toList()) {
        if (Files.size(file) > 0) { // not the lock
          files.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  private static List<Damage> damages(Map<String, byte[]> sound, RandomStories random) {
    List<Damage> damages = new ArrayList<>();
    sound.forEach((file, bytes) -> {
      TreeSet<Integer> offsets = new TreeSet<>(List.of(0, 5, bytes.length / 2, bytes.length - 1));
      offsets.add(bytes.length - 9);
      offsets.add(random.random().nextInt(bytes.length));
      offsets.add(random.random().nextInt(bytes.length));
      for (int offset : offsets) {
        damages.add(new Damage(file, offset, false));
      }
      damages.add(new Damage(file, 0, true));
      damages.add(new Damage(file, bytes.length / 2, true));
      damages.add(new Damage(file, bytes.length - 1, true));
    });
    return damages;
  }

  private static Set<String> kinds(Map<String, byte[]> files) {
    TreeSet<String> kinds = new TreeSet<>();
    files.keySet().forEach(file -> kinds.add(file.substring(file.lastIndexOf('.') + 1)));
    return kinds;
  }

  private static byte[] bytes(Map<String, byte[]> files, String name) {
    return files.getOrDefault(name, new byte[0]);
  }

  private Path index() {
    return folder.resolve("index");
  }

  private void write(Map<String, byte[]> files) throws IOException {
    write(index(), files);
  }

  private static void write(Path to, Map<String, byte[]> files) throws IOException {
    Files.createDirectories(to);
    try (Stream<Path> list = Files.list(to)) {
      for (Path file : list.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(to.resolve(file.getKey()), file.getValue());
    }
  }
}
