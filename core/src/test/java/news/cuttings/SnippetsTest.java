package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import news.cuttings.cluster.ClusterIndex;
import news.cuttings.formats.EditionPage;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The snippets of the documentation: compiled, and run. */
class SnippetsTest {
  @TempDir private Path folder;

  @Test
  void tour() throws IOException {
    Path page = page();
    // @start region="tour"
    try (StoryIndex index = StoryIndex.open(folder)) {
      index.addAll(EditionPage.read(page)); // or index.add(story)
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
      assertThat(like).hasSize(1);
    }
  }

  private Path page() throws IOException {
    return Files.writeString(
        folder.resolveSibling(folder.getFileName() + ".txt"),
        """
        Mexico and US meet on migration
        Andrés Manuel López Obrador said that migration was discussed with the United States.
        The talks took place behind closed doors, and nothing was said of what was agreed.
        This story is from the December 29, 2023 edition of The Guardian.
        Already a subscriber? Sign In
        Migration talks resume in Mexico City
        Ministers of Mexico and the United States will meet again on migration next week.
        """);
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

  /** Compiled, and not run: there is no such node. */
  static StoryIndex onACluster() throws IOException {
    // @start region="cluster"
    StoryIndex index = ClusterIndex.connect(URI.create("https://node1:9200,node2:9200/guardian"));
    // @end region="cluster"
    return index;
  }
}
