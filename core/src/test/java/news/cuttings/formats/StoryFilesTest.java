package news.cuttings.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.cuttings.story.Origin;
import news.cuttings.story.WrittenDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryFilesTest {
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1, 0, 0};

  @TempDir private Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Collected readFolder() throws IOException {
    return Collected.of(StoryFiles.byContent(), folder);
  }

  @Test
  void aFolderIsReadInTheOrderOfNames() throws IOException {
    write("b.jsonl", "{\"headline\":\"B\"}\n");
    write("a/z.txt", "A headline\n\nAnd a text.\n");
    write("c.json", "[{\"headline\":\"C\"}]");
    write("notes.md", "# Not a story\n");
    write(".hidden/x.jsonl", "{\"headline\":\"hidden\"}\n");
    write(".DS_Store", "x");
    Files.write(folder.resolve("d.png"), PNG);
    Collected read = readFolder();
    assertThat(read.headlines()).containsExactly("A headline", "B", "C");
    assertThat(read.passedOver)
        .extracting(problem -> Path.of(problem.where().file()).getFileName().toString())
        .containsExactly(".DS_Store", ".hidden", "d.png", "notes.md");
    assertThat(read.skipped).isEmpty();
  }

  @Test
  void aLoopOfLinksIsHarmless() throws IOException {
    write("a/one.jsonl", "{\"headline\":\"One\"}\n");
    Files.createSymbolicLink(folder.resolve("a/loop"), folder);
    Files.createSymbolicLink(folder.resolve("dangling.jsonl"), folder.resolve("nowhere"));
    Collected read = readFolder();
    assertThat(read.headlines()).containsExactly("One");
    assertThat(read.skipped).extracting(Problem::kind).containsExactly("unreadable file");
  }

  @Test
  void anUnreadableFileDoesNotStopTheOthers() throws IOException {
    write("a.jsonl", "{\"headline\":\"A\"}\n");
    write("b.jsonl", "{\"headline\":\"B\"}\n");
    write("c.jsonl", "{\"headline\":\"C\"}\n");
    Path locked = folder.resolve("b.jsonl");
    assumeTrue(locked.toFile().setReadable(false) && !Files.isReadable(locked), "root reads all");
    Collected read = readFolder();
    assertThat(read.headlines()).containsExactly("A", "C");
    assertThat(read.skipped.getFirst().message()).contains("permission denied");
    assertThatThrownBy(() -> Collected.of(StoryFiles.byContent(), locked))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("b.jsonl");
  }

  @Test
  void whatIsNamedMustBeThereAndReadable() throws IOException {
    assertThatThrownBy(() -> Collected.of(StoryFiles.byContent(), folder.resolve("none.txt")))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("none.txt")
        .hasMessageContaining("no such file");
    Path png = Files.write(folder.resolve("d.png"), PNG);
    assertThatThrownBy(() -> Collected.of(StoryFiles.byContent(), png))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining("in no known format");
  }

  @Test
  void whatASavedPageShowsIsNoStory() throws IOException {
    String page = "<!DOCTYPE html><html><body><h1>A page</h1><p>%s</p></body></html>";
    write(
        "Ferry aground.html",
        page.replace("%s", "The ferry ran aground on Tuesday. Nobody was hurt."));
    for (String name : List.of("Ferry aground_files", "other_files")) {
      Files.createDirectories(folder.resolve(name));
      write(
          name + "/frame.html",
          page.replace("%s", "Buy a boat at half the price. Only today, only here."));
    }
    Collected read = readFolder();
    assertThat(read.stories).hasSize(2);
    assertThat(read.passedOver)
        .extracting(Problem::kind)
        .containsExactly("what a saved web page shows");
  }

  @Test
  void anyTextNamedDirectlyIsAStory() throws IOException {
    write("notes.md", "A headline\n\nAnd a text.\n");
    assertThat(Collected.of(StoryFiles.byContent(), folder.resolve("notes.md")).headlines())
        .containsExactly("A headline");
  }

  @Test
  void textThatIsNoProseIsPassedOverAndToldWhereNamed() throws IOException {
    write("qrels.txt", "q01 0 kestrel-2111 2\nq01 0 kestrel-17 0\n");
    write("story", "Town beat City\nTown beat City by two goals to one on Saturday.\n");
    write("results.txt", "Results\nTown 2 City 2\nRovers 0 Albion 0\n");
    Collected read = readFolder();
    assertThat(read.headlines()).containsExactly("Town beat City");
    assertThat(read.passedOver)
        .extracting(Problem::message)
        .containsExactly(
            "a table or a list: passed over", "text that is hardly prose: passed over");
    assertRefused("qrels.txt", "a table or a list");
    Path named = folder.resolve("results.txt");
    assertThat(Collected.of(StoryFiles.byContent(), named).headlines()).containsExactly("Results");
  }

  @Test
  void aDocumentOfAnotherKindIsToldByName() throws IOException {
    write("doc.rtf", "{\\rtf1\\ansi A story}");
    write("print.pdf", "%PDF-1.7\n1 0 obj\n");
    Files.write(
        folder.resolve("text.docx"),
        ReaderContract.zip("[Content_Types].xml", "<Types/>".getBytes(UTF_8)));
    Files.write(
        folder.resolve("pages.zip"),
        ReaderContract.zip("print.pdf", "%PDF-1.7\n1 0 obj\n".getBytes(UTF_8)));
    assertRefused("doc.rtf", "RTF");
    assertRefused("print.pdf", "a PDF file");
    assertRefused("text.docx", "a Microsoft Office document");
    assertRefused("pages.zip", "no file in a known format");
  }

  private void assertRefused(String name, String what) {
    assertThatThrownBy(() -> Collected.of(StoryFiles.byContent(), folder.resolve(name)))
        .isInstanceOf(UnreadableInputException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(what)
        .hasMessageContaining(".txt");
  }

  @Test
  void archivesHoldArchives() throws IOException {
    byte[] inner = ReaderContract.zip("deep.jsonl", "{\"headline\":\"Deep\"}".getBytes(UTF_8));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("a.txt", "__MACOSX/a.txt", "inner.zip", "x.png", "é.jsonl")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(
            switch (name) {
              case "inner.zip" -> inner;
              case "x.png" -> PNG;
              case "é.jsonl" -> "{\"headline\":\"E\"}".getBytes(UTF_8);
              default -> "A headline\n\nAnd a text.\n".getBytes(UTF_8);
            });
        zip.closeEntry();
      }
    }
    Collected read =
        Collected.of(StoryFiles.byContent(), new ByteArrayInputStream(out.toByteArray()));
    assertThat(read.headlines()).containsExactly("A headline", "Deep", "E");
    assertThat(read.stories.stream().map(s -> s.origin().flatMap(Origin::entry).orElse("")))
        .containsExactly("a.txt", "inner.zip!deep.jsonl", "é.jsonl");
    assertThat(read.passedOver)
        .extracting(Problem::kind)
        .containsExactly("hidden", "unknown format");
  }

  @Test
  void aZipThatIsCutKeepsTheEntriesBefore() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : List.of("a.jsonl", "b.jsonl")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("{\"headline\":\"" + name + "\"}\n").getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    byte[] cut = Arrays.copyOf(out.toByteArray(), 110);
    Collected read = Collected.of(StoryFiles.byContent(), new ByteArrayInputStream(cut));
    assertThat(read.headlines()).contains("a.jsonl");
    assertThat(read.skipped).extracting(Problem::kind).contains("cut short");
  }

  @Test
  void archivesInArchivesEnd() throws IOException {
    byte[] packed = "{\"headline\":\"Deep\"}".getBytes(UTF_8);
    for (int i = 0; i < 10; i++) {
      packed = ReaderContract.gzip(packed);
    }
    byte[] matryoshka = packed;
    assertThatThrownBy(
            () -> Collected.of(StoryFiles.byContent(), new ByteArrayInputStream(matryoshka)))
        .isInstanceOf(UnreadableInputException.class);
  }

  @Test
  void aStreamThatFailsKeepsWhatCameBefore() throws IOException {
    InputStream failing =
        new InputStream() {
          private final InputStream good =
              new ByteArrayInputStream(
                  "{\"headline\":\"A\"}\n{\"headline\":\"B\"}\n".getBytes(UTF_8));

          @Override
          public int read() throws IOException {
            int b = good.read();
            if (b < 0) {
              throw new IOException("the disk is on fire");
            }
            return b;
          }

          @Override
          public int read(byte[] into, int offset, int length) throws IOException {
            into[offset] = (byte) read();
            return 1;
          }
        };
    Collected read = Collected.of(StoryFiles.byContent(), failing);
    assertThat(read.headlines()).containsExactly("A", "B");
    assertThat(read.skipped.getFirst().message()).contains("the disk is on fire");
  }

  /** The same date in every format that has a place for one. */
  @Test
  void whatComesFirstInDatesIsTheCallersToSay() throws IOException {
    List<String> inputs =
        List.of(
            "{\"headline\":\"A\",\"body\":\"x\",\"date\":\"03/04/2024\"}\n",
            "A headline of a story\n\nBy Ann Lee\n03/04/2024\n\nThe council voted on it today.\n",
            """
            <DOC>
            <DOCNO>1</DOCNO>
            <DATE>03/04/2024</DATE>
            <TEXT>
            It rained.
            </TEXT>
            </DOC>
            """);
    for (String input : inputs) {
      assertThat(date(StoryFiles.byContent(), input)).as(input).isEmpty();
      assertThat(date(StoryFiles.byContent().dates(WrittenDate.Order.DAY_FIRST), input))
          .as(input)
          .contains(LocalDate.of(2024, 4, 3));
      assertThat(date(StoryFiles.byContent().dates(WrittenDate.Order.MONTH_FIRST), input))
          .as(input)
          .contains(LocalDate.of(2024, 3, 4));
    }
    assertThat(
            Collected.of(StoryFiles.byContent(), inputs.getFirst()).warnings.getFirst().message())
        .contains("StoryFiles.dates");
  }

  private static Optional<LocalDate> date(StoryFiles files, String text) throws IOException {
    return Collected.of(files, text).stories.getFirst().date();
  }
}
