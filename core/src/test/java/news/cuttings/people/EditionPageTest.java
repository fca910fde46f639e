package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.Corpora;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

/** The people of a real page: a lead story of four paragraphs, furniture, and ten teasers. */
class EditionPageTest {
  private static final int LEAD = 4;
  private static final int FURNITURE = 6;

  private static List<Story> page() throws IOException {
    List<String> lines =
        Files.readAllLines(Corpora.shared("edition-pages/000_ac3f8846099123cd.txt"));
    List<Story> page = new ArrayList<>();
    page.add(Story.builder().body(String.join("\n", lines.subList(0, LEAD))).build());
    for (int i = LEAD + FURNITURE; i + 1 < lines.size(); i += 2) {
      page.add(
          Story.builder()
              .headline(lines.get(i).replace("\\\"", "\""))
              .body(lines.get(i + 1).replace("\\\"", "\""))
              .build());
    }
    return page;
  }

  @Test
  void namesThePeopleOfEachStory() throws IOException {
    List<List<String>> names =
        People.standard().name(page()).stream()
            .map(story -> story.people().stream().map(Person::name).sorted().toList())
            .toList();
    assertThat(names)
        .containsExactly(
            List.of(
                "Alejandro Mayorkas",
                "Alicia Bárcena",
                "Andrés Manuel López Obrador",
                "Antony Blinken"),
            List.of("Changpeng Zhao"),
            List.of("David Coote", "Jürgen Klopp"),
            List.of("Ruben Amorim", "Ruud van Nistelrooy"),
            List.of("Mikel Merino"),
            List.of("Andy Robertson"),
            List.of("Guardiola"),
            List.of("David Coote"),
            List.of("Angel Gomes", "Gil Gomes"),
            List.of("Jack Grealish", "Lee Carsley", "Palmer", "Phil Foden"),
            List.of("Carlos Alcaraz", "Casper Ruud"));
  }
}
