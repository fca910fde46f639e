package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the documentation: compiled, and run. */
class SnippetsTest {
  @TempDir private Path folder;

  @Test
  void tour() throws IOException {
    Story story =
        Story.builder()
            .headline("Talks on migration")
            .body("Mexico and the United States met on migration.")
            .people(List.of(Person.given("Andrés Manuel López Obrador")))
            .date(LocalDate.of(2023, 12, 29))
            .build();
    // @start region="tour"
    try (StoryIndex index = StoryIndex.open(folder)) {
      index.add(story);
      index.commit();

      Results hits =
          index.search(
              StoryQuery.parse("headline:migration person:\"López Obrador\" since:2023-12"));
      for (Hit hit : hits) {
        System.out.println(hit.date() + " " + hit.headline() + " " + hit.people());
      }

      Results like = index.moreLike(hits.first().id());
      // @end region="tour"
      assertThat(hits).hasSize(1);
      assertThat(like).isEmpty();
    }
  }

  @Test
  void typedQuery() {
    String typed = "AC/DC (live";
    // @start region="typed"
    StoryQuery query =
        StoryQuery.words(typed).person("López Obrador").since(LocalDate.of(2023, 12, 1));
    // @end region="typed"
    assertThat(query.clauses().parts()).hasSize(4);
  }
}
