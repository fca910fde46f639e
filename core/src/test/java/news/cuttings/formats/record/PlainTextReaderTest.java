package news.cuttings.formats.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.ReaderContract;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class PlainTextReaderTest extends ReaderContract {
  @Override
  protected Format format() {
    return Format.PLAIN_TEXT;
  }

  @Override
  protected List<Story> stories() {
    return super.stories().subList(0, 1);
  }

  @Override
  protected String written(List<Story> stories) {
    Story story = stories.getFirst();
    return story.headline().orElseThrow()
        + "\n"
        + story.date().orElseThrow()
        + "\n\n"
        + story.body()
        + "\n";
  }

  @Override
  protected long lineOf(String headline, String text) {
    return lineWith(headline, text);
  }

  private static Story one(String text) throws IOException {
    return Collected.of(StoryFiles.byContent(), text).stories.getFirst();
  }

  @Test
  void headlineBylineAndDateStandAboveTheText() throws IOException {
    Story story = one("Storm hits coast\nBy Ann Lee\n3 March 2024\n\nWaves came.\nThey went.\n");
    assertThat(story.headline()).hasValue("Storm hits coast");
    assertThat(story.byline()).hasValue("Ann Lee");
    assertThat(story.date()).hasValue(LocalDate.of(2024, 3, 3));
    assertThat(story.body()).isEqualTo("Waves came.\nThey went.");
  }

  @Test
  void aSentenceIsNoHeadline() throws IOException {
    Story story = one("The storm hit the coast.\nIt went.\n");
    assertThat(story.headline()).isEmpty();
    assertThat(story.body()).isEqualTo("The storm hit the coast.\nIt went.");
    assertThat(one("By the time it hit, nobody was there.\nIt went.").byline()).isEmpty();
  }

  @Test
  void theFirstLineOfAWrappedParagraphIsNoHeadline() throws IOException {
    String text =
        """
        The storm hit the coast before dawn on Tuesday and was still blowing
        Hard at noon, when the harbour master gave up counting the boats and
        went home to his breakfast, which he had missed.
        """;
    assertThat(one(text).headline()).isEmpty();
  }

  @Test
  void oneLineIsABody() throws IOException {
    assertThat(one("Storm hits coast").body()).isEqualTo("Storm hits coast");
  }

  @Test
  void aTextLongerThanAStoryIsSkipped() throws IOException {
    Collected read =
        Collected.of(
            StoryFiles.byContent().format(Format.PLAIN_TEXT),
            new RecordReaderContract.Endless(30 << 20));
    assertThat(read.stories).isEmpty();
    assertThat(read.skipped).extracting(Problem::kind).containsExactly("too long");
  }

  private static final String NOTE =
      """
      ---
      title: "Council votes to close pool"
      source: https://brook.example/pool
      author:
      - "[[Ann Day]]"
      tags: [pools, councils]
      published: 2024-03-05
      abstract: >
        The pool
        shuts.
      ---
      # Council votes to close pool

      The council voted on Tuesday to close the swimming pool.

      Residents had warned of it for years.
      """;

  @Test
  void whatHeadsANoteInMarkdownIsNoText() throws IOException {
    Story story = Collected.of(StoryFiles.byContent(), NOTE).stories.getFirst();
    assertThat(story.headline()).hasValue("Council votes to close pool");
    assertThat(story.body())
        .isEqualTo(
            "The council voted on Tuesday to close the swimming pool.\n"
                + "Residents had warned of it for years.");
    assertThat(story.authors()).containsExactly("Ann Day");
    assertThat(story.date()).hasValue(LocalDate.of(2024, 3, 5));
    assertThat(story.url()).hasValue("https://brook.example/pool");
    assertThat(story.topics()).containsExactly("pools", "councils");
    assertThat(story.further()).containsEntry("abstract", "\"The pool shuts.\"");
  }

  @Test
  void aRuleAboveATextIsNoHeadOfANote() throws IOException {
    String text = "---\nPool to close\n\nThe council shut the pool on Monday.\n---\nIt rained.\n";
    assertThat(Collected.of(StoryFiles.byContent(), text).stories.getFirst().body())
        .contains("It rained");
  }
}
