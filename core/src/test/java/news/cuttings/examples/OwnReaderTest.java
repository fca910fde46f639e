package news.cuttings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import news.cuttings.StoryIndex;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

/**
 * A reader of one's own: rows of a database, say, become stories one at a time. A file format for
 * all is added as {@code core/ARCHITECTURE.md} tells.
 */
class OwnReaderTest {
  /** A row as a content system has it. */
  private record Row(long key, String title, String text, String author, String day) {
    Story story() {
      return Story.builder()
          .id("cms-" + key) // the same row read again replaces its story
          .headline(title)
          .body(text)
          .byline(author)
          .people(List.of(Person.given(author)))
          .date(LocalDate.parse(day))
          .build();
    }
  }

  @Test
  void filesRowsAsTheyCome() throws IOException {
    Stream<Row> rows =
        Stream.iterate(1L, key -> key + 1)
            .limit(2_500)
            .map(key -> new Row(key, "Catch " + key, "Herring.", "Jo Ng", "2024-01-02"));
    List<Long> progress = new ArrayList<>();
    try (StoryIndex index = StoryIndex.inMemory()) {
      Iterator<Story> stories = rows.map(Row::story).iterator();
      index.addAll( // takes them one by one: none but a few are in memory at once
          () -> stories,
          filed -> {
            if (filed % 1_000 == 0) {
              progress.add(filed);
            }
          });
      index.commit();
      assertThat(progress).containsExactly(1_000L, 2_000L);
      assertThat(index.search(StoryQuery.words("catch 17").person("ng")).first().id())
          .isEqualTo("cms-17");
    }
  }
}
