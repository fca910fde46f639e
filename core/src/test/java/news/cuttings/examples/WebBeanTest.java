package news.cuttings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import news.cuttings.StoryIndex;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bean in a web application: one for all requests, closed when the application stops. */
class WebBeanTest {
  @TempDir private Path folder;

  /** In Spring a {@code @Bean}, in CDI {@code @ApplicationScoped}: either calls close. */
  private static final class Archive implements AutoCloseable {
    private final StoryIndex index;

    Archive(Path folder) throws IOException {
      index = StoryIndex.openReadOnly(folder); // another process files
    }

    /** A page of an answer, ready to be shown: its texts are HTML. */
    record Page(List<String> rows, List<String> notes, Optional<String> next) {}

    /** Answers what somebody typed, from the first hit or from where the last page ended. */
    Page search(String typed, Optional<String> after) throws IOException {
      StoryQuery query = StoryQuery.parse(typed).limit(2).timeout(Duration.ofSeconds(2));
      if (after.isPresent()) {
        query = query.after(after.get());
      }
      Results results = index.search(query);
      List<String> rows = new ArrayList<>();
      for (Hit hit : results) {
        rows.add(hit.title().html() + " " + hit.date().map(Object::toString).orElse("undated"));
      }
      List<String> notes = results.warnings().stream().map(Object::toString).toList();
      return new Page(rows, notes, results.cursor());
    }

    /** To be called every minute or so: shows what has been filed since. */
    void refresh() throws IOException {
      index.refresh();
    }

    @Override
    public void close() throws IOException {
      index.close();
    }
  }

  @Test
  void pagesThroughAnAnswer() throws IOException {
    file("Herring late", "Herring <b>gone</b>");
    try (Archive archive = new Archive(folder)) {
      file("Herring back");
      Archive.Page first = archive.search("herring", Optional.empty());
      assertThat(first.rows())
          .contains("<mark>Herring</mark> &lt;b&gt;gone&lt;/b&gt; undated")
          .hasSize(2);
      assertThat(archive.search("herring", first.next()).rows()).isEmpty();
      archive.refresh();
      Archive.Page again = archive.search("herring", Optional.empty());
      assertThat(archive.search("herring", again.next()).rows()).hasSize(1);
      assertThat(archive.search("(herring", Optional.empty()).notes()).hasSize(1);
    }
  }

  private void file(String... headlines) throws IOException {
    try (StoryIndex index = StoryIndex.open(folder)) {
      for (String headline : headlines) {
        index.add(Story.builder().headline(headline).build());
      }
      index.commit();
    }
  }
}
