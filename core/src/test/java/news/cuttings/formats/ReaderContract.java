package news.cuttings.formats;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import news.cuttings.formats.io.Sample;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

/** What every reader does, whatever the format: the same stories come out, however packed. */
public abstract class ReaderContract {
  /** What all formats can say of a story. */
  protected record Said(Optional<String> headline, String body, Optional<LocalDate> date) {
    public static Said of(Story story) {
      return new Said(story.headline(), story.body(), story.date());
    }
  }

  private static final List<Story> STORIES =
      List.of(
          story(
              "Café opens on the moon of Jüterbog",
              "The first café on the new artificial moon opened on Monday.\n"
                  + "Its owner, Zoë Brandt, called it “a long way to go for a scone”.",
              LocalDate.of(2021, 3, 9)),
          story(
              "Goats & sheep: a < b",
              "Farmers at Nether Wallop counted 1,200 goats, but fewer than 900 sheep.",
              LocalDate.of(2021, 3, 10)),
          story(
              "Tide tables go missing",
              "Harbour masters along the coast are guessing, and guessing well.",
              LocalDate.of(2021, 12, 31)));

  protected abstract Format format();

  /** The stories as a file of the format has them, lines parted by line feeds. */
  protected abstract String written(List<Story> stories);

  /** The line, from 1, that the story with that headline begins at. */
  protected abstract long lineOf(String headline, String text);

  /** As many as one file of the format holds. */
  protected List<Story> stories() {
    return STORIES;
  }

  private static Story story(String headline, String body, LocalDate date) {
    return Story.builder().headline(headline).body(body).date(date).build();
  }

  protected static Collected read(byte[] bytes) throws IOException {
    return Collected.of(StoryFiles.byContent(), new ByteArrayInputStream(bytes));
  }

  protected final void assertAllRead(byte[] bytes) throws IOException {
    Collected read = read(bytes);
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.skipped).isEmpty();
    assertThat(read.warnings).isEmpty();
  }

  protected final String text() {
    return written(stories());
  }

  @Test
  void isToldByContent() {
    assertThat(Detector.guesses(Sample.of(text().getBytes(UTF_8))).getFirst().format())
        .isEqualTo(format());
  }

  @Test
  void saysByWhatItWasToldAndWhereFieldsAreFrom() throws IOException {
    Collected read = read(text().getBytes(UTF_8));
    Told told = read.told.getFirst();
    assertThat(told.format()).hasValue(format());
    assertThat(told.guesses().getFirst().why()).isNotBlank();
    assertThat(read.parts)
        .hasSize(stories().size())
        .allSatisfy(parts -> assertThat(parts).hasSizeGreaterThan(0).doesNotContainValue(""));
    if (!read.parts.getFirst().containsKey("every field")) {
      assertThat(read.parts)
          .allSatisfy(parts -> assertThat(parts).containsKeys("headline", "body"));
    }
  }

  @Test
  void readsWhatWasWritten() throws IOException {
    assertAllRead(text().getBytes(UTF_8));
  }

  @Test
  void lineEndsDoNotMatter() throws IOException {
    assertAllRead(text().replace("\n", "\r\n").getBytes(UTF_8));
    assertAllRead(text().replace("\n", "\r").getBytes(UTF_8));
    assertAllRead(text().stripTrailing().getBytes(UTF_8));
  }

  @Test
  void byteOrderMarksAreTakenOff() throws IOException {
    assertAllRead(("\uFEFF" + text()).getBytes(UTF_8));
    assertAllRead(("\uFEFF" + text()).getBytes(UTF_16LE));
    assertAllRead(text().getBytes(UTF_16)); // big endian, with a mark
  }

  @Test
  void otherBytesAreReadAsWindows1252WithOneWarning() throws IOException {
    Collected read = read(text().getBytes(Charset.forName("windows-1252")));
    assertThat(read.stories.stream().map(Said::of))
        .isEqualTo(stories().stream().map(Said::of).toList());
    assertThat(read.warnings).extracting(Problem::kind).containsExactly("not UTF-8");
  }

  @Test
  void anEncodingCanBeForced() throws IOException {
    Charset latin2 = Charset.forName("ISO-8859-2"); // has no curly quotes
    String text = text().replace('“', '\'').replace('”', '\'').replace("ë", "ë");
    Collected read =
        Collected.of(
            StoryFiles.byContent().encoding(latin2),
            new ByteArrayInputStream(text.getBytes(latin2)));
    assertThat(read.headlines()).isEqualTo(Collected.of(StoryFiles.byContent(), text).headlines());
    assertThat(read.warnings).isEmpty();
  }

  @Test
  void gzipAndZipAreOpened() throws IOException {
    byte[] plain = text().getBytes(UTF_8);
    assertAllRead(gzip(plain));
    assertAllRead(zip("news.txt", plain));
    assertAllRead(zip("inner.txt.gz", gzip(plain)));
    assertThat(read(zip("a/news.txt", plain)).stories.getFirst().origin().flatMap(Origin::entry))
        .hasValue("a/news.txt");
  }

  @Test
  void theOriginNamesTheLine() throws IOException {
    String text = "\n\n" + text();
    for (Story story : read(text.getBytes(UTF_8)).stories) {
      long line = story.origin().orElseThrow().line();
      assertThat(line).isEqualTo(lineOf(story.headline().orElseThrow(), text));
    }
  }

  @Test
  void nothingHasNoStories() throws IOException {
    for (String nothing : List.of("", "\n\n \n", "\uFEFF")) {
      Collected read = Collected.of(StoryFiles.byContent().format(format()), nothing);
      assertThat(read.stories).isEmpty();
      assertThat(read.skipped).isEmpty();
    }
  }

  @Test
  void aTruncatedGzipKeepsWhatCameBeforeTheCut() throws IOException {
    StringBuilder long1 = new StringBuilder(text());
    for (int i = 0; i < 3000; i++) {
      long1.append('\n').append(Integer.toHexString(i * 7919 + 13)); // hard to compress
    }
    byte[] whole = gzip(long1.toString().getBytes(UTF_8));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 2000);
    Collected read =
        Collected.of(StoryFiles.byContent().format(format()), new ByteArrayInputStream(cut));
    assertThat(read.headlines()).contains(stories().getFirst().headline().orElseThrow());
    assertThat(read.skipped).extracting(Problem::kind).contains("cut short");
  }

  @Test
  void controlCharactersKillNoRecord() throws IOException {
    String text = text().replace("Monday", "Mon\u0000\u0005day");
    assertThat(Collected.of(StoryFiles.byContent(), text).headlines())
        .startsWith(stories().getFirst().headline().orElseThrow());
  }

  protected static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  protected static byte[] zip(String name, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(bytes);
      zip.closeEntry();
    }
    return out.toByteArray();
  }

  protected static long lineWith(String part, String text) {
    return text.substring(0, text.indexOf(part)).lines().count() + (startsLine(part, text) ? 1 : 0);
  }

  private static boolean startsLine(String part, String text) {
    int at = text.indexOf(part);
    return at == 0 || text.charAt(at - 1) == '\n';
  }
}
