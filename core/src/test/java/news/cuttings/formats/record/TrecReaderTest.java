package news.cuttings.formats.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class TrecReaderTest extends RecordReaderContract {
  @Override
  protected Format format() {
    return Format.TREC;
  }

  @Override
  protected String written(List<Story> stories) {
    return stories.stream().map(TrecReaderTest::record).collect(Collectors.joining());
  }

  private static String record(Story story) {
    return String.format(Locale.ROOT, "<DOC>\n<DOCNO> NW-%s </DOCNO>\n", story.date().orElseThrow())
        + String.format(
            Locale.ROOT,
            "<DATE>%s</DATE>\n<HEADLINE>%s</HEADLINE>\n",
            story.date().orElseThrow(),
            ReutersReaderTest.escaped(story.headline().orElseThrow()))
        + "<TEXT>\n<P>"
        + ReutersReaderTest.escaped(story.body()).replace("\n", "</P>\n<P>")
        + "</P>\n</TEXT>\n</DOC>\n";
  }

  @Override
  protected long lineOf(String headline, String text) {
    return text.substring(
                0, text.lastIndexOf("<DOC>", text.indexOf(ReutersReaderTest.escaped(headline))))
            .lines()
            .count()
        + 1;
  }

  @Override
  protected String bad() {
    return "<DOC>\n<DOCNO>X</DOCNO><TEXT>never closed\n";
  }

  @Override
  protected String hugeBeginning() {
    return "<DOC>\n<DOCNO>X</DOCNO><TEXT>";
  }

  private static Story one(String record) throws IOException {
    return Collected.of(StoryFiles.byContent(), record).stories.getFirst();
  }

  @Test
  void readsTheLosAngelesTimes() throws IOException {
    Story story =
        one(
            """
            <DOC>
            <DOCNO> LA010189-0001 </DOCNO>
            <DATE><P>January 1, 1989, Sunday, Home Edition </P></DATE>
            <SECTION><P>Book Review; Page 1 </P></SECTION>
            <HEADLINE><P>NEW FALLOUT </P></HEADLINE>
            <BYLINE><P>By KENNETH REICH </P></BYLINE>
            <TEXT><P>One &amp; all.</P><P>Two.</P></TEXT>
            </DOC>
            """);
    assertThat(story.id()).isEqualTo("LA010189-0001");
    assertThat(story.date()).hasValue(LocalDate.of(1989, 1, 1));
    assertThat(story.headline()).hasValue("NEW FALLOUT");
    assertThat(story.byline()).hasValue("KENNETH REICH");
    assertThat(story.body()).isEqualTo("One & all.\nTwo.");
  }

  @Test
  void readsTheFinancialTimesAndFbis() throws IOException {
    Story ft =
        one(
            """
            <DOC>
            <DOCNO>FT911-3</DOCNO>
            <DATE>910514
            </DATE>
            <HEADLINE>
            FT  14 MAY 91 / Jubilee
            </HEADLINE>
            <TEXT>
            Text.
            </TEXT>
            <PUB>The Financial Times
            </PUB>
            </DOC>
            """);
    assertThat(ft.date()).hasValue(LocalDate.of(1991, 5, 14));
    assertThat(ft.source()).hasValue("The Financial Times");
    Story fbis =
        one(
            """
            <DOC>
            <DOCNO> FBIS3-1 </DOCNO>
            <HEADER><DATE1>  March 1, 1994 </DATE1>
            <H3> <TI>  Zagreb Talks </TI></H3>
            </HEADER>
            <TEXT>[Text] Talks.</TEXT>
            </DOC>
            """);
    assertThat(fbis.headline()).hasValue("Zagreb Talks");
    assertThat(fbis.date()).hasValue(LocalDate.of(1994, 3, 1));
  }

  @Test
  void textOutsideFieldsIsTheBodyWhereThereIsNoTextField() throws IOException {
    Story story = one("<DOC>\n<DOCNO>1</DOCNO>\nA plain body.\n</DOC>\n");
    assertThat(story.body()).isEqualTo("A plain body.");
  }

  @Test
  void aRecordWithoutTextIsSkipped() throws IOException {
    Collected read = Collected.of(StoryFiles.byContent(), "<DOC>\n<DOCNO>1</DOCNO>\n</DOC>\n");
    assertThat(read.stories).isEmpty();
    assertThat(read.skipped).extracting(Problem::kind).containsExactly("no text");
  }
}
