package news.cuttings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import news.cuttings.StoryIndex;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that files stories it has, searches them, and shows hits with their words marked. */
class PlainJavaTest {
  @TempDir private Path folder;

  @Test
  void filesSearchesShows() throws IOException {
    StringBuilder page = new StringBuilder();
    try (StoryIndex index = StoryIndex.open(folder)) {
      index.add(
          Story.builder()
              .id("news-17") // without one, an id is made from the text
              .headline("Talks on mackerel end in Bergen")
              .body("Five countries have agreed to catch less.\nIceland signed last.")
              .people(List.of(Person.given("Guðrún Þórsdóttir")))
              .date(LocalDate.of(2023, 12, 5))
              .source("Continental Courier")
              .build());
      StoryIndex.Changes changes = index.commit();
      assertThat(changes.added()).isEqualTo(1);

      Results results = index.search(StoryQuery.parse("mackerel person:thorsdottir"));
      for (Hit hit : results) {
        page.append("<h3>").append(hit.title().html()).append("</h3>");
        page.append("<p>").append(hit.snippet().html()).append("</p>");
      }
      results.warnings().forEach(warning -> page.append("<!-- ").append(warning).append(" -->"));
    }
    assertThat(page.toString())
        .isEqualTo(
            "<h3>Talks on <mark>mackerel</mark> end in Bergen</h3>"
                + "<p>Five countries have agreed to catch less. Iceland signed last.</p>");
  }
}
