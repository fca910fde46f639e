package news.cuttings.formats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.Problem;
import news.cuttings.formats.RecordReaderContract;
import news.cuttings.formats.StoryFiles;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class RisReaderTest extends RecordReaderContract {
  @Override
  protected Format format() {
    return Format.RIS;
  }

  @Override
  protected String written(List<Story> stories) {
    return stories.stream()
        .map(story ->
            "TY  - NEWS\nT1  - "
                + story.headline().orElseThrow()
                + "\nA1  - Lee, Ann\nJF  - The Harbour Post\nY1  - "
                + story.date().orElseThrow().toString().replace('-', '/')
                + "/\nN2  - "
                + story.body()
                + "\nKW  - Goats\nER  - \n\n")
        .collect(Collectors.joining());
  }

  @Override
  protected long lineOf(String headline, String text) {
    return lineWith(headline, text) - 1;
  }

  @Override
  protected String bad() {
    return "TY  - NEWS\nTI  - A title without a text\nER  - \n";
  }

  @Override
  protected String hugeBeginning() {
    return "TY  - NEWS\nAB  - ";
  }

  @Test
  void readsWhatElseItSays() throws IOException {
    Collected read =
        Collected.of(
            StoryFiles.byContent(),
            """
            TY  - NEWS
            TI  - Goats go missing
            AU  - Lee, Ann
            AU  - Day, Bob
            T2  - The Harbour Post
            DA  - 2021/Mar/09/
            PY  - 2021
            AB  - Farmers counted goats.

            They found fewer.
            SP  - A1
            LA  - English
            KW  - Goats
            KW  - Farms
            UR  - https://post.example/goats
            ER  -
            """);
    Story story = read.stories.getFirst();
    assertThat(story.date()).hasValue(LocalDate.of(2021, 3, 9));
    assertThat(story.authors()).containsExactly("Lee, Ann", "Day, Bob");
    assertThat(story.body()).isEqualTo("Farmers counted goats.\nThey found fewer.");
    assertThat(story.source()).hasValue("The Harbour Post");
    assertThat(story.topics()).containsExactly("Goats", "Farms");
    assertThat(story.url()).hasValue("https://post.example/goats");
    assertThat(story.further()).containsEntry("page", "\"A1\"");
  }

  @Test
  void aReferenceThatIsCutShortIsLeftOut() throws IOException {
    Collected read =
        Collected.of(
            StoryFiles.byContent(), written(stories()) + "TY  - NEWS\nTI  - Half\nAB  - Ha");
    assertThat(read.stories).hasSize(3);
    assertThat(read.skipped).extracting(Problem::kind).containsExactly("cut short");
  }
}
