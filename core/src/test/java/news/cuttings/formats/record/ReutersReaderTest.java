package news.cuttings.formats.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.cuttings.Corpora;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class ReutersReaderTest extends RecordReaderContract {
  @Override
  protected Format format() {
    return Format.REUTERS;
  }

  @Override
  protected String written(List<Story> stories) {
    return stories.stream().map(ReutersReaderTest::record).collect(Collectors.joining());
  }

  private static String record(Story story) {
    LocalDate day = story.date().orElseThrow();
    String month = day.getMonth().toString().substring(0, 3).toUpperCase(Locale.ROOT);
    return String.format(Locale.ROOT, "<REUTERS TOPICS=\"NO\" NEWID=\"%d\">\n", day.getDayOfYear())
        + String.format(
            Locale.ROOT,
            "<DATE>%2d-%s-%d 15:01:01.79</DATE>\n",
            day.getDayOfMonth(),
            month,
            day.getYear())
        + "<TOPICS></TOPICS>\n<TEXT>&#2;\n<TITLE>"
        + escaped(story.headline().orElseThrow())
        + "</TITLE>\n<BODY>"
        + escaped(story.body()).replace("\n", "\n    ")
        + "\n Reuter\n&#3;</BODY></TEXT>\n</REUTERS>\n";
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  @Override
  protected long lineOf(String headline, String text) {
    return text.substring(
                0,
                text.indexOf(
                    "<REUTERS", text.lastIndexOf("<REUTERS", text.indexOf(escaped(headline)))))
            .lines()
            .count()
        + 1;
  }

  @Override
  protected String bad() {
    return "<REUTERS NEWID=\"9\">\n<TEXT><TITLE>NEVER CLOSED</TITLE>\n";
  }

  @Override
  protected String hugeBeginning() {
    return "<REUTERS NEWID=\"9\">\n<TEXT><BODY>";
  }

  private static final String BRIEF =
      """
      <!DOCTYPE lewis SYSTEM "lewis.dtd">
      <REUTERS TOPICS="YES" NEWID="7">
      <DATE>31-MAR-1987 605:12:19.12</DATE>
      <TOPICS><D>cocoa</D><D>tin</D></TOPICS>
      <PLACES><D>el-salvador</D></PLACES>
      <PEOPLE><D>james-baker</D></PEOPLE>
      <ORGS></ORGS>
      <TEXT TYPE="BRIEF">&#2;
      ******<TITLE>TIN UP
      </TITLE>Blah blah blah.
      &#3;

      </TEXT>
      </REUTERS>
      """;

  @Test
  void aBriefIsItsHeadline() throws IOException {
    Story story = Collected.of(StoryFiles.byContent(), BRIEF).stories.getFirst();
    assertThat(story.id()).isEqualTo("reuters-7");
    assertThat(story.headline()).hasValue("TIN UP");
    assertThat(story.body()).isEmpty();
    assertThat(story.date()).hasValue(LocalDate.of(1987, 3, 31));
    assertThat(story.published()).isEmpty();
    assertThat(story.topics()).containsExactly("cocoa", "tin");
    assertThat(story.people()).containsExactly(Person.given("james-baker"));
    assertThat(story.further())
        .containsOnlyKeys("places")
        .containsEntry("places", "[\"el-salvador\"]");
    assertThat(story.source()).hasValue("Reuters");
  }

  @Test
  void linesAreJoinedToParagraphsAndTheSignOffGoes() throws IOException {
    String text =
        """
        <REUTERS NEWID="8">
        <TEXT>
        <TITLE>X</TITLE>
        <AUTHOR>    By Ann Lee, Reuters</AUTHOR>
        <DATELINE>    SALVADOR, Feb 26 - </DATELINE><BODY>Showers continued in
        the &lt;Bahia> zone.
            The dry period means
        little. REUTER
        &#3;</BODY></TEXT>
        </REUTERS>
        """;
    Story story = Collected.of(StoryFiles.byContent(), text).stories.getFirst();
    assertThat(story.body())
        .isEqualTo(
            "SALVADOR, Feb 26 - Showers continued in the <Bahia> zone.\n"
                + "The dry period means little.");
    assertThat(story.byline()).hasValue("Ann Lee, Reuters");
  }

  @Test
  void theWholeCollectionIsRead() throws IOException {
    Collected read =
        Collected.of(
            StoryFiles.byContent(), Corpora.shared("reuters21578").resolve("reut2-000.sgm"));
    assertThat(read.stories).hasSize(1000);
    Collected all = Collected.of(StoryFiles.byContent(), Corpora.shared("reuters21578"));
    List<Story> reuters = all.stories.stream().filter(s -> s.id().startsWith("reuters-")).toList();
    assertThat(reuters).hasSize(21_578).extracting(Story::id).doesNotHaveDuplicates();
    assertThat(reuters).allMatch(story -> story.date().isPresent());
    assertThat(reuters.stream().filter(s -> s.headline().isEmpty())).hasSize(737);
    assertThat(reuters.stream().filter(s -> s.body().isEmpty())).hasSize(1798);
    assertThat(reuters.stream().filter(s -> !s.people().isEmpty())).hasSize(1156);
    assertThat(reuters).noneMatch(story -> story.body().endsWith("\nReuter"));
    assertThat(all.skipped).isEmpty();
    assertThat(all.warnings)
        .extracting(Problem::kind)
        .containsExactlyInAnyOrder("not UTF-8", "no text");
  }
}
