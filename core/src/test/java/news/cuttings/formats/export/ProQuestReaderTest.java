package news.cuttings.formats.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class ProQuestReaderTest extends RecordReaderContract {
  private static final String RULE = "_".repeat(60);

  @Override
  protected Format format() {
    return Format.PROQUEST;
  }

  private static List<String> paragraphs(List<Story> stories) {
    List<String> paragraphs = new ArrayList<>();
    for (Story story : stories) {
      paragraphs.add(RULE);
      paragraphs.add(story.headline().orElseThrow());
      paragraphs.add("Author: Lee, Ann");
      paragraphs.add("Abstract: In short.");
      List<String> body = story.body().lines().toList();
      paragraphs.add("Full text: " + body.getFirst());
      paragraphs.addAll(body.subList(1, body.size()));
      paragraphs.add("Subject: Goats; Harbours");
      paragraphs.add("People: Brandt, Zoe");
      paragraphs.add("Publication title: The Harbour Post, Late Edition; Harbour, N.Y.");
      paragraphs.add("Publication date: " + Nexis.date(story));
      paragraphs.add("ProQuest document ID: 2497123456");
      paragraphs.add("Copyright: Copyright Harbour Newspapers Ltd 2021");
      paragraphs.add("Last updated: 2021-03-10");
      paragraphs.add("Database: ProQuest Central");
      paragraphs.add(RULE);
    }
    return paragraphs;
  }

  @Override
  protected String written(List<Story> stories) {
    return paragraphs(stories).stream()
        .map(Nexis::wrapped)
        .collect(Collectors.joining("\n\n", "", "\n\n"));
  }

  @Override
  protected long lineOf(String headline, String text) {
    return lineWith(headline, text);
  }

  @Override
  protected String bad() {
    return "Nothing\n\nSubject: Goats\n\nSection: A\n\nDatabase: ProQuest Central\n\n"
        + RULE
        + "\n";
  }

  @Override
  protected String hugeBeginning() {
    return RULE
        + "\n\nGoats\n\nSubject: Goats\n\nSection: A\n\nDatabase: ProQuest Central\n\nFull text: ";
  }

  @Test
  void theSameStoriesComeOutOfEveryFile() throws IOException {
    String html =
        paragraphs(stories()).stream()
            .map(paragraph ->
                paragraph.equals(RULE)
                    ? "<hr>"
                    : "<p>"
                        + Documents.escaped(paragraph)
                            .replaceFirst("^([A-Z][\\w ]+: )", "<strong>$1</strong>")
                        + "</p>\n")
            .collect(Collectors.joining("", "<html><body>\n", "</body></html>\n"));
    for (byte[] bytes :
        List.of(
            html.getBytes(UTF_8),
            Documents.docx(paragraphs(stories())),
            Documents.rtf(paragraphs(stories())))) {
      Collected read = read(bytes);
      assertThat(read.stories.stream().map(Said::of))
          .isEqualTo(stories().stream().map(Said::of).toList());
      assertThat(read.stories)
          .allSatisfy(story -> {
            assertThat(story.source()).hasValue("The Harbour Post");
            assertThat(story.edition()).hasValue("Late Edition");
            assertThat(story.people())
                .containsExactly(new Person("Brandt, Zoe", List.of(), Person.From.TAGGED, 1));
            assertThat(story.topics()).containsExactly("Goats", "Harbours");
          });
    }
  }

  @Test
  void coversListsAndWhomToAskAreNoStories() throws IOException {
    Collected read =
        Collected.of(
            StoryFiles.byContent(),
            RULE
                + "\n\nReport Information from ProQuest\n05 March 2024 10:12\n"
                + RULE
                + "\n\nTable of contents\n1. Goats & sheep: a < b\n"
                + written(stories())
                + RULE
                + "\n\n"
                + "Contact us at: http://www.proquest.example Copyright © 2024. All rights"
                + " reserved.\n");
    assertThat(read.stories).hasSize(3);
    assertThat(read.skipped).isEmpty();
  }

  @Test
  void whatIsCutShortIsLeftOut() throws IOException {
    String text = written(stories());
    Collected read =
        Collected.of(StoryFiles.byContent(), text.substring(0, text.lastIndexOf("guessing well")));
    assertThat(read.stories).hasSize(2);
    assertThat(read.skipped).extracting(Problem::kind).containsExactly("cut short");
  }
}
