package news.cuttings.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static news.cuttings.hostile.Archives.gzip;
import static news.cuttings.hostile.Archives.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.cuttings.formats.io.Contents;
import news.cuttings.formats.io.Unpacking;
import news.cuttings.formats.io.Wishes;
import news.cuttings.story.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives are read, never written out, and cost what their size allows. */
class ArchivesTest {
  private static final byte[] STORY = "{\"headline\":\"Talks on fish\"}\n".getBytes(UTF_8);

  private static Collected read(byte[] archive, Unpacking unpacking) throws IOException {
    Collected collected = new Collected();
    contents(unpacking).read(new ByteArrayInputStream(archive), intake(collected), true);
    return collected;
  }

  private static Contents contents(Unpacking unpacking) {
    return new Contents(unpacking, new FormatDispatch(null, null, told -> {}), java.util.List.of());
  }

  private static SinkIntake intake(Sink sink) {
    return new SinkIntake("test", null, sink, Wishes.NONE);
  }

  private static Collected read(byte[] archive) throws IOException {
    return read(archive, Unpacking.usual());
  }

  private static byte[] zeros(int megabytes) {
    return new byte[megabytes << 20];
  }

  /** A story and empty lines. */
  private static byte[] lines(int megabytes) {
    byte[] lines = new byte[megabytes << 20];
    Arrays.fill(lines, (byte) '\n');
    System.arraycopy(STORY, 0, lines, 0, STORY.length);
    return lines;
  }

  private static Map<String, byte[]> entries(Object... namesAndContents) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      entries.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
    }
    return entries;
  }

  @Test
  void aBombIsNotUnpacked() throws IOException {
    byte[] bomb = zip(entries("a.jsonl", STORY, "bomb.bin", zeros(16), "b.jsonl", STORY));
    Collected read = read(bomb, new Unpacking(10, 200, 1 << 20));
    assertThat(read.stories).hasSize(1);
    assertThat(read.skipped).last().asString().contains("unpacks to more than 200 times its size");
    assertThat(read(bomb).stories).hasSize(2); // too small to matter
  }

  @Test
  void aBombOfText() throws IOException {
    Collected read = read(gzip(lines(16)), new Unpacking(10, 200, 1 << 20));
    assertThat(read.stories).hasSize(1); // what came before is kept
    assertThat(read.skipped).last().asString().contains("unpacks to more than 200 times its size");
  }

  /** Each layer alone is within the limit: what counts is the file's own size. */
  @Test
  void aBombInABomb() throws IOException {
    byte[] bomb = gzip(gzip(lines(16)));
    assertThat(read(bomb, new Unpacking(10, 1100, 1 << 20)).skipped)
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("unpacks to more than 1100 times its size"));
    byte[] shared = zip(entries("a.jsonl", STORY, "1.gz", gzip(lines(3)), "2.gz", gzip(lines(3))));
    assertThat(read(shared, new Unpacking(10, 1, 4 << 20)).skipped).isNotEmpty();
    assertThat(read(shared, new Unpacking(10, 1, 8 << 20)).skipped).isEmpty();
  }

  @Test
  void aRealArchiveIsFarFromTheLimit() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      for (int i = 0; i < 50_000; i++) { // as repetitive as a dump of stories can be
        gzip.write(("{\"id\":\"" + i + "\",\"headline\":\"Talks on fish\"}\n").getBytes(UTF_8));
      }
    }
    assertThat(read(out.toByteArray(), new Unpacking(10, 200, 0)).stories).hasSize(50_000);
  }

  @Test
  void entriesAreCounted() throws IOException {
    byte[] archive = zip(entries("d/", new byte[0], "a.jsonl", STORY, "b.jsonl", STORY));
    Collected read = read(archive, new Unpacking(2, 200, 1 << 20));
    assertThat(read.stories).hasSize(1);
    assertThat(read.skipped).last().asString().contains("more than 2 entries");
  }

  @Test
  void depthIsBounded() throws IOException {
    byte[] archive = STORY;
    for (int i = 0; i < 4; i++) {
      archive = zip(entries("in", archive));
    }
    Collected read = read(zip(entries("deep.zip", archive, "a.jsonl", STORY)));
    assertThat(read.stories).hasSize(1);
    assertThat(read.passedOver)
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("an archive too deep inside others"));
  }

  /** A name is where a story is from, and no place to write to. */
  @Test
  void aNameLeadsNowhere(@TempDir Path folder) throws IOException {
    Path inner = Files.createDirectory(folder.resolve("in"));
    byte[] archive =
        zip(
            entries(
                "../up.jsonl",
                STORY,
                "../../../../../../etc/up.jsonl",
                STORY,
                "/abs.jsonl",
                STORY,
                "C:\\abs.jsonl",
                STORY,
                "..\\up.jsonl",
                STORY));
    Path file = Files.write(inner.resolve("test.zip"), archive);
    Collected read = Collected.of(StoryFiles.byContent(), file);
    assertThat(read.stories)
        .extracting(story -> story.origin().flatMap(Origin::entry).orElse(""))
        .containsExactly(
            "../up.jsonl",
            "../../../../../../etc/up.jsonl",
            "/abs.jsonl",
            "C:\\abs.jsonl",
            "..\\up.jsonl");
    try (Stream<Path> left = Files.walk(folder)) {
      assertThat(left).containsExactlyInAnyOrder(folder, inner, file);
    }
  }

  @Test
  void namesOfAnyKind() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (String name :
        new String[] {"\u001B]0;x\u0007.jsonl", "a\nb", "\u202Etxt", " ", "a".repeat(60_000)}) {
      entries.put(name, STORY);
    }
    assertThat(read(zip(entries)).stories)
        .extracting(story -> story.origin().flatMap(Origin::entry).orElse(""))
        .containsExactlyElementsOf(entries.keySet());
  }

  @Test
  void twoEntriesOfOneNameAreBothRead() throws IOException {
    byte[] archive =
        zip(entries("a.jsonl", STORY, "b.jsonl", "{\"headline\":\"Two\"}".getBytes(UTF_8)));
    String twice = new String(archive, ISO_8859_1).replace("b.jsonl", "a.jsonl");
    assertThat(read(twice.getBytes(ISO_8859_1)).headlines())
        .containsExactly("Talks on fish", "Two");
  }

  @Test
  void aNameThatIsNotInItsEncoding() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
      for (String name : new String[] {"a.jsonl", "é.jsonl", "b.jsonl"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(STORY);
        zip.closeEntry();
      }
    }
    String archive = new String(out.toByteArray(), ISO_8859_1);
    byte[] spoilt =
        archive.replace("\u00C3\u00A9.jsonl", "\u00C3\u00C3.jsonl").getBytes(ISO_8859_1);
    assertThat(read(spoilt).stories)
        .extracting(story -> story.origin().flatMap(Origin::entry).orElse(""))
        .containsExactly("a.jsonl", "\u00C3\u00C3.jsonl", "b.jsonl");
  }

  /** Wherever it is cut: what came before is kept, and it is told. */
  @Test
  void aCutAnywhere() throws IOException {
    byte[] archive = zip(entries("a.jsonl", STORY, "b.jsonl", gzip(STORY)));
    for (int length = 4; length < archive.length; length++) {
      byte[] cut = Arrays.copyOf(archive, length);
      Collected read = new Collected();
      try {
        contents(Unpacking.usual()).read(new ByteArrayInputStream(cut), intake(read), true);
      } catch (UnreadableInputException e) {
        assertThat(read.stories).as("cut at " + length).isEmpty();
        continue;
      }
      assertThat(read.stories.size() == 2 || !read.skipped.isEmpty())
          .as("cut at " + length)
          .isTrue();
    }
  }
}
