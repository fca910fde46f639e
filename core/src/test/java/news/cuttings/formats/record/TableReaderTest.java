package news.cuttings.formats.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.formats.UnreadableInputException;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest extends RecordReaderContract {
  @Override
  protected Format format() {
    return Format.CSV;
  }

  @Override
  protected String written(List<Story> stories) {
    return stories.stream()
        .map(story ->
            String.join(
                ",",
                quoted(story.headline().orElseThrow()),
                story.date().orElseThrow().toString(),
                quoted(story.body()) + "\n"))
        .collect(Collectors.joining("", "headline,date,body\n", ""));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  @Override
  protected long lineOf(String headline, String text) {
    return lineWith(headline, text);
  }

  @Override
  protected String bad() {
    return "one cell that stands alone\n";
  }

  @Override
  protected String hugeBeginning() {
    return "long,2021-01-01,";
  }

  private static Collected read(String text) throws IOException {
    return Collected.of(StoryFiles.byContent(), text);
  }

  @Property(tries = 200)
  void whatIsWrittenInAnyUsualWayIsRead(
      @ForAll @Size(min = 1, max = 5) List<@From("texts") String> bodies,
      @ForAll("separators") char separator)
      throws IOException {
    String at = String.valueOf(separator);
    StringBuilder text = new StringBuilder(String.join(at, "n", "Title", "Published", "Content"));
    for (int i = 0; i < bodies.size(); i++) {
      text.append("\r\n")
          .append(String.join(at, "" + i, "Story no. " + i, "2024-03-05", quoted(bodies.get(i))));
    }
    Collected read = read(text.toString());
    assertThat(read.skipped).isEmpty();
    assertThat(read.stories).extracting(Story::body).isEqualTo(bodies);
    assertThat(read.headlines().getFirst()).isEqualTo("Story no. 0");
    assertThat(read.stories.getFirst().date()).contains(LocalDate.of(2024, 3, 5));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("council", "said,", "\"no\"", "pool;", "a|b", "It's", "5\u20ac", "rain.")
        .list()
        .ofMinSize(2)
        .ofMaxSize(20)
        .map(words -> "The " + String.join(" ", words));
  }

  @Provide
  Arbitrary<Character> separators() {
    return Arbitraries.of(',', ';', '\t', '|');
  }

  @Test
  void quotesInTabSeparatedTextAreQuotes() throws IOException {
    Collected read =
        read(
            """
            category\ttitle\tcontent
            uk\tPool closes\t"We had no choice," the mayor said.
            uk\tBridge opens\tThe "new" bridge opened.
            """);
    assertThat(read.stories)
        .extracting(Story::body)
        .containsExactly("\"We had no choice,\" the mayor said.", "The \"new\" bridge opened.");
    assertThat(read.stories.getFirst().section()).contains("uk");
  }

  @Test
  void columnsWithoutNamesAreToldByWhatIsInThem() throws IOException {
    String body =
        "The council voted on Tuesday to close the swimming pool after a leak was found there.";
    String row = "\"1DAY\",\"The pool of Brook Lane closes\",\"2024-03-0DAY\",\"" + body + "\"\n";
    Collected read = read(row.replace("DAY", "5") + row.replace("DAY", "6"));
    assertThat(read.headlines()).contains("The pool of Brook Lane closes");
    assertThat(read.stories).hasSize(2);
    assertThat(read.stories.getFirst().body()).isEqualTo(body);
    assertThat(read.stories.getFirst().date()).contains(LocalDate.of(2024, 3, 5));
    assertThat(read.notes).extracting(Problem::message).anyMatch(note -> note.contains("headline"));
  }

  @Test
  void anEmptyCellIsNothing() throws IOException {
    Collected read =
        read(",title,author,date,content\n0,A b,NaN,,It rained.\n1,C d,Ann Lee,2024-03-05,\n");
    assertThat(read.headlines()).containsExactly("A b");
    assertThat(read.stories.getFirst().authors()).isEmpty();
    assertThat(read.warnings).isEmpty();
    assertThat(read.skipped).extracting(Problem::kind).containsExactly("no text");
  }

  @Test
  void aTableOfTitlesIsFiledWhereThatIsWanted() throws IOException {
    String titles = "title,url\nA b,https://x.example/1\nC d,https://x.example/2\n";
    assertThat(read(titles).skipped).hasSize(2);
    assertThat(Collected.of(StoryFiles.byContent().headlinesOnly(), titles).headlines())
        .containsExactly("A b", "C d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name,age\nAnn,31\nBob,32\n",
        "It rained, and it snowed.\nIt thawed, and it froze.\n",
        "Rain, said the council\n\nThe council said on Tuesday, after a vote, that it rains.\n",
        "lat;lon\n1.5;2.5\n3.5;4.5\n",
        "date,open,close\n2024-03-05,1.5,2.5\n2024-03-06,2.5,3.5\n",
      })
  void otherTablesAndProseAreNoStoriesInRows(String text) throws IOException {
    try {
      Collected read = read(text);
      assertThat(read.stories).allMatch(story -> story.date().isEmpty());
      assertThat(read.notes).isEmpty();
    } catch (UnreadableInputException e) {
      assertThat(e).hasMessageContaining("program code, settings or markup");
    }
  }
}
