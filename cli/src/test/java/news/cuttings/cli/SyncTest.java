package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.cuttings.StoryIndex;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index that follows a folder, and what it does not follow it in. */
class SyncTest {
  @TempDir private Path temp;
  private Path folder;
  private Path index;
  private Command command;
  private int clock;

  @BeforeEach
  void begin() throws IOException {
    folder = Files.createDirectories(temp.resolve("pages"));
    index = temp.resolve("index");
    command = new Command(index);
  }

  @Test
  void theIndexFollowsTheFolder() throws IOException {
    write("stays.jsonl", "a", "b");
    write("goes.jsonl", "c", "d");
    write("sub/changes.jsonl", "e", "f");
    sync();
    Files.delete(folder.resolve("goes.jsonl"));
    write("sub/changes.jsonl", "f", "g");
    assertThat(index("--sync", "--dry-run").out()).contains("c ", "d ", "e ").contains("3 stories");
    assertThat(ids()).containsExactly("a", "b", "c", "d", "e", "f");
    Ended ended = sync();
    assertThat(ended.out()).contains("removed 3 stories");
    assertThat(ended.code()).isZero();
    assertThat(ids()).containsExactly("a", "b", "f", "g");
    assertThat(index("--sync", "--dry-run").code()).isEqualTo(Exit.NOTHING);
  }

  @Test
  void aFolderFollowedOverManyChangesHoldsWhatItsFilesHold() throws IOException {
    long seed = Long.getLong("cuttings.seed", System.nanoTime());
    Random random = new Random(seed);
    Map<String, List<String>> files = new TreeMap<>();
    write("first.jsonl", "first");
    files.put("first.jsonl", List.of("first"));
    for (int round = 0; round < 25; round++) {
      for (int change = random.nextInt(4); change >= 0; change--) {
        change(files, random);
      }
      boolean follows = random.nextInt(3) > 0;
      Ended foretold = index("--sync", "--dry-run", "--json");
      TreeSet<String> before = new TreeSet<>(ids());
      Ended ended = follows ? sync() : index("--no-pager");
      assertThat(ended.code()).as("seed %s: %s", seed, ended.err()).isZero();
      if (follows) {
        TreeSet<String> now = new TreeSet<>();
        files.values().forEach(now::addAll);
        assertThat(ids()).as("seed %s, round %s", seed, round).containsExactlyElementsOf(now);
        before.removeAll(now);
        for (String removed : before) {
          assertThat(foretold.out()).as("seed %s", seed).contains('"' + removed + '"');
        }
      }
    }
  }

  private static void deleteIfEmpty(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      boolean isEmpty;
      try (Stream<Path> entries = Files.list(directory)) {
        isEmpty = entries.findAny().isEmpty();
      }
      if (isEmpty) {
        Files.delete(directory);
      }
    }
  }

  private void change(Map<String, List<String>> files, Random random) throws IOException {
    String name = List.of("", "sub/", "sub/deep/").get(random.nextInt(3)) + random.nextInt(4);
    if (random.nextInt(3) == 0 && files.remove(name + ".jsonl") != null) {
      Files.delete(folder.resolve(name + ".jsonl"));
      deleteIfEmpty(folder.resolve("sub/deep"));
      deleteIfEmpty(folder.resolve("sub"));
      return;
    }
    List<String> ids = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      ids.add("s" + random.nextInt(12)); // some are in several files
    }
    write(name + ".jsonl", ids.toArray(String[]::new));
    files.put(name + ".jsonl", ids);
  }

  @Test
  void aStoryThatAnotherFileHasTooStays() throws IOException {
    write("a.jsonl", "both", "mine");
    write("b.jsonl", "both");
    sync();
    Files.delete(folder.resolve("b.jsonl"));
    sync();
    assertThat(ids()).containsExactly("both", "mine");
    Files.delete(folder.resolve("a.jsonl"));
    write("c.jsonl", "other");
    sync();
    assertThat(ids()).containsExactly("other");
  }

  @Test
  void whatOtherFoldersGaveStays() throws IOException {
    Path other = Files.createDirectory(temp.resolve("pages-2"));
    Files.writeString(other.resolve("x.jsonl"), "{\"id\":\"x\",\"body\":\"Story x\"}\n");
    write("a.jsonl", "a");
    command.input("{\"id\":\"typed\",\"body\":\"Story\"}\n");
    assertThat(command.run("index", "-", other.toString()).code()).isZero();
    sync();
    write("a.jsonl", "b");
    sync();
    assertThat(ids()).containsExactly("b", "typed", "x");
  }

  @Test
  void aMissingOrEmptyFolderRemovesNothing() throws IOException {
    write("a.jsonl", "a");
    write("sub/b.jsonl", "b");
    sync();
    Path away = temp.resolve("away");
    Files.move(folder, away);
    assertThat(sync().code()).isEqualTo(Exit.FAILED);
    Files.createDirectory(folder);
    Ended empty = sync();
    assertThat(empty.err()).contains("kept what was read from " + folder.resolve("a.jsonl"));
    Files.createFile(folder.resolve(".hidden"));
    sync();
    Files.writeString(folder.resolve("code.txt"), "int x = 1;\nif (x > 0) { y(); }\n}\n");
    sync();
    assertThat(ids()).containsExactly("a", "b");
    Files.delete(folder.resolve("code.txt"));
    Files.delete(folder.resolve(".hidden"));
    Files.delete(folder);
    Files.move(away, folder);
    Files.delete(folder.resolve("sub/b.jsonl")); // as where a disk is not mounted
    assertThat(sync().err()).contains("empty");
    assertThat(ids()).containsExactly("a", "b");
    Files.delete(folder.resolve("sub"));
    sync();
    assertThat(ids()).containsExactly("a");
  }

  @Test
  void whatLinksToADiskThatIsNotThereIsKept() throws IOException {
    Path disk = Files.createDirectory(temp.resolve("disk"));
    write("a.jsonl", "a");
    Files.writeString(disk.resolve("b.jsonl"), "{\"id\":\"b\",\"body\":\"Story b\"}\n");
    Files.createSymbolicLink(folder.resolve("linked"), disk);
    Files.createSymbolicLink(folder.resolve("c.jsonl"), disk.resolve("b.jsonl"));
    sync();
    assertThat(ids()).containsExactly("a", "b");
    Files.move(disk, temp.resolve("away"));
    sync();
    assertThat(ids()).containsExactly("a", "b");
  }

  @Test
  void aFolderThatMayNotBeReadIsKept() throws IOException {
    write("a.jsonl", "a");
    write("sub/b.jsonl", "b");
    sync();
    Path sub = folder.resolve("sub");
    Files.setPosixFilePermissions(sub, Set.of());
    try {
      assumeThat(Files.isReadable(sub)).as("who runs this may read everything").isFalse();
      assertThat(sync().code()).isEqualTo(Exit.PARTLY);
      assertThat(ids()).containsExactly("a", "b");
    } finally {
      Files.setPosixFilePermissions(sub, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void whatCannotBeReadThisTimeIsKept() throws IOException {
    write("a.jsonl", "a");
    write("b.jsonl", "b", "c");
    sync();
    Files.writeString(folder.resolve("b.jsonl"), "{\"id\":\"b\",\"body\":\"B\"}\n{\"id\":\"c\",\n");
    Ended ended = sync();
    assertThat(ended.code()).isEqualTo(Exit.PARTLY);
    assertThat(ids()).containsExactly("a", "b", "c");
    Files.write(folder.resolve("b.jsonl"), new byte[0]);
    touch(folder.resolve("b.jsonl"));
    assertThat(sync().err()).contains("kept what was read from " + folder.resolve("b.jsonl"));
    assertThat(ids()).containsExactly("a", "b", "c");
    write("b.jsonl", "c");
    sync();
    assertThat(ids()).containsExactly("a", "c");
  }

  @Test
  void anArchiveIsAFileLikeAnyOther() throws IOException {
    write("a.jsonl", "a");
    zip("z.zip", "x", "y");
    sync();
    assertThat(ids()).containsExactly("a", "x", "y");
    zip("z.zip", "y");
    sync();
    assertThat(ids()).containsExactly("a", "y");
    byte[] whole = Files.readAllBytes(folder.resolve("z.zip"));
    Files.write(folder.resolve("z.zip"), Arrays.copyOf(whole, whole.length / 3));
    sync();
    assertThat(ids()).as("cut short").containsExactly("a", "y");
    Files.delete(folder.resolve("z.zip"));
    sync();
    assertThat(ids()).containsExactly("a");
  }

  @Test
  void stateOutlivesADeletionByHand() throws IOException {
    write("a.jsonl", "a");
    write("b.jsonl", "b", "c");
    sync();
    assertThat(command.run("delete", "b").code()).isZero();
    Files.delete(folder.resolve("b.jsonl"));
    sync();
    assertThat(ids()).containsExactly("a");
  }

  @Test
  void whatItCannotDoItRefuses() throws IOException {
    write("a.jsonl", "a");
    assertThat(index("--dry-run").code()).isEqualTo(Exit.FAILED);
    assertThat(command.run("index", "--sync", "-").code()).isEqualTo(Exit.FAILED);
    Ended cluster =
        command.bare("index", "--index", "http://localhost:1/x", "--sync", folder.toString());
    assertThat(cluster.code()).isEqualTo(Exit.FAILED);
    assertThat(cluster.err()).contains("--sync needs an index in a folder");
    assertThat(index).doesNotExist();
    index("--sync", "--dry-run");
    assertThat(index).as("nothing is written").doesNotExist();
  }

  @Test
  void aFilePassedOverIsNeverUnchanged() throws IOException {
    write("a.jsonl", "a");
    for (int i = 0; i < 7; i++) {
      Files.writeString(folder.resolve("scan" + i + ".pdf"), "%PDF-1.7 " + i);
    }
    Files.createFile(folder.resolve(".hidden"));
    for (int time = 0; time < 3; time++) {
      Path rejects = temp.resolve("rejects");
      Ended ended = index("--rejects", rejects.toString());
      assertThat(ended.out())
          .contains("files passed over: 8 (hidden 1, unknown format 7)")
          .contains("scan0.pdf: ", "scan4.pdf: ", "and 3 more")
          .doesNotContain("scan5.pdf", ".hidden:");
      assertThat(Files.readAllLines(rejects)).hasSize(8);
      assertThat(Files.readString(rejects)).contains("scan6.pdf", ".hidden");
      if (time > 0) {
        assertThat(ended.out()).contains("1 file unchanged");
      }
    }
    assertThat(command.bare("parse", folder.toString()).err())
        .contains("files passed over: 8", "scan0.pdf")
        .doesNotContain("scan5.pdf");
    assertThat(command.bare("parse", "--show-dropped", folder.toString()).err())
        .contains("scan6.pdf", ".hidden");
  }

  private Ended sync() {
    return index("--sync");
  }

  private Ended index(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("--people", "given", folder.toString()));
    return command.run("index", arguments.toArray(String[]::new));
  }

  private Collection<String> ids() throws IOException {
    if (!Files.exists(index)) {
      return List.of();
    }
    try (StoryIndex read = StoryIndex.openReadOnly(index)) {
      return read.idsWithPrefix("", 1000);
    }
  }

  private void write(String name, String... ids) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    StringBuilder lines = new StringBuilder();
    for (String id : ids) {
      lines.append(line(id));
    }
    Files.writeString(file, lines);
    touch(file);
  }

  private void zip(String name, String... ids) throws IOException {
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String id : ids) {
        zip.putNextEntry(new ZipEntry(id + ".jsonl"));
        zip.write(line(id).getBytes(StandardCharsets.UTF_8));
      }
    }
    touch(file);
  }

  private static String line(String id) {
    return "{\"id\":\"" + id + "\",\"body\":\"Story " + id + "\"}\n";
  }

  /** No two times of change are the same. */
  private void touch(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(1_700_000_000_000L + 1000L * clock++));
  }
}
