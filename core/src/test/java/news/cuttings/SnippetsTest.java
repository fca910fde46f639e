package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import news.cuttings.query.StoryQuery;
import org.junit.jupiter.api.Test;

/** The snippets of the documentation: compiled, and run. */
class SnippetsTest {
  @Test
  void typedQuery() {
    String typed = "AC/DC (live";
    // @start region="typed"
    StoryQuery query =
        StoryQuery.words(typed).person("López Obrador").since(LocalDate.of(2023, 12, 1));
    // @end region="typed"
    assertThat(query.clauses().parts()).hasSize(3);
  }
}
