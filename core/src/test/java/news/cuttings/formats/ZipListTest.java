package news.cuttings.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static news.cuttings.hostile.Archives.gzip;
import static news.cuttings.hostile.RawZip.deflated;
import static news.cuttings.hostile.RawZip.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import news.cuttings.hostile.RawZip;
import news.cuttings.hostile.RawZip.Entry;
import news.cuttings.story.Origin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in a zip archive is what its list says, and one bad entry costs no other. */
class ZipListTest {
  @TempDir private Path folder;

  private static byte[] story(String headline) {
    return ("{\"headline\":\"" + headline + "\"}\n").getBytes(UTF_8);
  }

  /** Read as a file and as a stream, which must come to the same. */
  private Collected read(byte[] archive) throws IOException {
    Path file = Files.write(folder.resolve("test.zip"), archive);
    Collected fromFile = Collected.of(StoryFiles.byContent(), file);
    Collected fromStream = new Collected();
    StoryFiles.byContent().read(file.toString(), new ByteArrayInputStream(archive), fromStream);
    assertThat(fromStream.headlines()).isEqualTo(fromFile.headlines());
    assertThat(fromStream.skipped).isEqualTo(fromFile.skipped);
    return fromFile;
  }

  @Test
  void whatIsStoredNeedNotSayItsLengthBeforehand() throws IOException {
    Collected read =
        read(
            RawZip.of(
                stored("a.jsonl", story("One")).withDescriptor(),
                stored("b.jsonl", story("Two")),
                stored("c.zip", RawZip.of(stored("d.jsonl", story("Three")).withDescriptor()))
                    .withDescriptor(),
                deflated("e.jsonl", story("Four")).withDescriptor()));
    assertThat(read.headlines()).containsExactly("One", "Two", "Three", "Four");
    assertThat(read.skipped).isEmpty();
  }

  @Test
  void anEncryptedEntryIsNamedAndCostsNoOther() throws IOException {
    Collected read =
        read(
            RawZip.of(
                stored("a.jsonl", story("One")),
                stored("b.jsonl", story("Two")).encrypted(),
                deflated("c.jsonl", story("Three"))));
    assertThat(read.headlines()).containsExactly("One", "Three");
    assertThat(read.skipped).singleElement().asString().contains("b.jsonl", "encrypted");
  }

  @ParameterizedTest
  @CsvSource({"12, bzip2", "14, LZMA", "93, Zstandard", "9, Deflate64", "99, unknown", "95, xz"})
  void anEntryThatIsPackedOtherwiseIsNamed(int method, String name) throws IOException {
    Collected read =
        read(
            RawZip.of(
                stored("a.jsonl", story("One")).withMethod(method),
                deflated("b.jsonl", story("Two"))));
    assertThat(read.headlines()).containsExactly("Two");
    assertThat(read.skipped).singleElement().asString().contains("a.jsonl", name);
  }

  @Test
  void aWrongChecksumCostsThatEntryAlone() throws IOException {
    Collected read =
        read(
            RawZip.of(
                deflated("a.jsonl", story("One")),
                deflated("b.jsonl", story("Two")).damaged(),
                stored("c.jsonl", story("Three")).damaged(),
                deflated("d.jsonl", story("Four"))));
    assertThat(read.headlines()).containsExactly("One", "Four");
    assertThat(read.skipped)
        .extracting(Problem::toString)
        .satisfiesExactly(
            b -> assertThat(b).contains("b.jsonl", "damaged"),
            c -> assertThat(c).contains("c.jsonl", "damaged"));
  }

  /** One of the two is damaged, and which it is nobody knows. */
  @Test
  void twoChecksumsThatDisagree() throws IOException {
    byte[] archive = RawZip.of(stored("a.jsonl", story("One")), stored("b.jsonl", story("Two")));
    archive[14]++;
    Collected read = read(archive);
    assertThat(read.headlines()).containsExactly("Two");
    assertThat(read.skipped).singleElement().asString().contains("a.jsonl", "checksum");
  }

  @Test
  void aDeletedEntryIsGone() throws IOException {
    Collected read =
        read(
            RawZip.of(
                stored("a.jsonl", story("Gone")).deleted(),
                stored("b.jsonl", story("Kept")),
                deflated("c.jsonl", story("Gone too")).deleted()));
    assertThat(read.headlines()).containsExactly("Kept");
  }

  @Test
  void anArchiveThatGivesNothingSaysSo() throws IOException {
    byte[] closed = RawZip.of(stored("a.jsonl", story("One")).encrypted());
    Path file = Files.write(folder.resolve("closed.zip"), closed);
    Collected read = new Collected();
    assertThatThrownBy(() -> StoryFiles.byContent().read(file, read))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("nothing could be read");
    assertThat(read.skipped).singleElement().asString().contains("a.jsonl", "encrypted");
    Files.write(folder.resolve("deleted.zip"), RawZip.of(stored("a", story("One")).deleted()));
    Files.write(folder.resolve("good.jsonl"), story("Two"));
    Collected all = Collected.of(StoryFiles.byContent(), folder);
    assertThat(all.headlines()).containsExactly("Two");
    assertThat(all.passedOver)
        .extracting(Problem::toString)
        .anyMatch(told -> told.contains("closed.zip: an archive that holds no file"))
        .anyMatch(told -> told.contains("deleted.zip: an archive that holds no file"));
  }

  @Test
  void whatFollowsTheEndIsToldAndRemarksAreNot() throws IOException {
    byte[] archive = RawZip.of(List.of(stored("a.jsonl", story("One"))), "PK\5\6 remark", false);
    Collected remark = read(archive);
    assertThat(remark.headlines()).containsExactly("One");
    assertThat(remark.warnings).extracting(Problem::kind).doesNotContain("not read");
    Collected more = read(Arrays.copyOf(archive, archive.length + 100));
    assertThat(more.headlines()).containsExactly("One");
    assertThat(more.warnings).extracting(Problem::kind).contains("not read");
  }

  /** What is stored in a cut archive may be one with a list of its own. */
  @Test
  void theListOfAnArchiveInsideIsNotTakenForTheOuterOne() throws IOException {
    byte[] inner = RawZip.of(stored("c.jsonl", story("Two")));
    byte[] outer =
        RawZip.of(
            stored("a.jsonl", story("One")),
            stored("b.zip", inner),
            stored("d.jsonl", story("Three")));
    int end = new String(outer, ISO_8859_1).indexOf("PK\5\6") + 22;
    Collected read = read(Arrays.copyOf(outer, end));
    assertThat(read.headlines()).containsExactly("One", "Two");
    assertThat(read.skipped).singleElement().asString().contains("not a whole zip file");
  }

  @Test
  void morePartsThanOne() throws IOException {
    byte[] archive = RawZip.of(stored("a.jsonl", story("One")));
    archive[archive.length - 18] = 3; // the number of this part
    assertThat(read(archive).skipped).singleElement().asString().contains("split into several");
  }

  @Test
  void moreEntriesThanSixteenBitsCount() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 66_000; i++) {
        zip.putNextEntry(new ZipEntry(i + (i % 6_000 == 0 ? ".jsonl" : "/")));
        if (i % 6_000 == 0) {
          zip.write(story("Story " + i));
        }
        zip.closeEntry();
      }
    }
    assertThat(read(out.toByteArray()).stories).hasSize(11);
  }

  /** A flipped byte anywhere costs what it stands in, and is told where a story is missing. */
  @Test
  void aFlippedByteAnywhere() throws IOException {
    byte[] archive =
        RawZip.of(
            List.of(
                deflated("a.jsonl", story("One")),
                stored("b.jsonl", story("Two")).withDescriptor(),
                deflated("c.jsonl", story("Three")).wide()),
            "remark",
            true);
    for (int at = 4; at < archive.length; at++) {
      byte[] spoilt = archive.clone();
      spoilt[at] ^= 0x15;
      Collected read = new Collected();
      try {
        StoryFiles.byContent().read("test", new ByteArrayInputStream(spoilt), read);
      } catch (UnreadableInputException e) {
        assertThat(read.stories).as("byte " + at).isEmpty();
        continue;
      }
      assertThat(read.headlines()).as("byte " + at).isSubsetOf("One", "Two", "Three");
      boolean isTold = !read.skipped.isEmpty() || !read.passedOver.isEmpty();
      assertThat(read.stories.size() == 3 || isTold).as("byte " + at).isTrue();
    }
  }

  /**
   * Of any archive that the JDK reads, the same is read, whatever of its ways it was written in.
   */
  @Property(tries = 100)
  void asTheJdkReadsIt(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    List<Entry> entries = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      byte[] content = story("Story " + i + " " + "x".repeat(random.nextInt(3_000)));
      String name = random.nextBoolean() ? "n" + i + ".jsonl" : "é/ž" + i + ".jsonl";
      Entry entry =
          switch (random.nextInt(3)) {
            case 0 -> stored(name, content);
            case 1 -> deflated(name, content);
            default -> stored(name + ".gz", gzip(content));
          };
      entry = random.nextInt(3) == 0 ? entry.withDescriptor() : entry;
      entry = random.nextInt(3) == 0 ? entry.wide() : entry;
      entries.add(random.nextInt(4) == 0 ? entry.deleted() : entry);
    }
    entries.add(stored("last.jsonl", story("Last")));
    byte[] archive = RawZip.of(entries, "r".repeat(random.nextInt(70)), random.nextInt(4) == 0);
    Path file = Files.createTempFile("zip", ".zip");
    try {
      Files.write(file, archive);
      List<String> names;
      try (ZipFile zip = new ZipFile(file.toFile());
          Stream<? extends ZipEntry> all = zip.stream()) {
        names = all.<String>map(ZipEntry::getName).toList();
      }
      Collected read = Collected.of(StoryFiles.byContent(), file);
      assertThat(read.stories)
          .extracting(story -> story.origin().flatMap(Origin::entry).orElse(""))
          .containsExactlyElementsOf(names);
      assertThat(read.skipped).isEmpty();
    } finally {
      Files.delete(file);
    }
  }
}
