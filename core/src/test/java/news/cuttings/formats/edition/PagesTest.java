package news.cuttings.formats.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import news.cuttings.Corpora;
import news.cuttings.formats.Collected;
import news.cuttings.formats.EditionPage;
import news.cuttings.formats.StoryFiles;
import news.cuttings.formats.io.Decoder;
import news.cuttings.formats.io.Head;
import news.cuttings.formats.io.Lines;
import news.cuttings.formats.io.Utf8;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Letters;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The invented pages of {@code testdata/pages}, and the real one. */
class PagesTest {
  /** What a page says of a story. */
  record Told(
      Optional<String> headline,
      String body,
      Optional<LocalDate> date,
      Optional<String> source,
      Optional<String> edition,
      Optional<Role> role) {
    static Told of(Story story) {
      return new Told(
          story.headline(),
          story.body(),
          story.date(),
          story.source(),
          story.edition(),
          story.role());
    }
  }

  static List<Path> pages() throws IOException {
    return files(Corpora.testdata("pages"));
  }

  static List<Path> broken() throws IOException {
    return files(Corpora.testdata("pages/broken"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource({"pages", "broken"})
  void yieldsTheExpectedStories(Path page) throws IOException, BadStoryException {
    Collected read = Collected.of(StoryFiles.byContent(), page);
    assertThat(read.stories.stream().map(Told::of).toList()).isEqualTo(expected(page));
    assertThat(read.stories).allMatch(story -> story.origin().orElseThrow().page() > 0);
  }

  private static List<Told> expected(Path page) throws IOException, BadStoryException {
    String name = page.getFileName().toString().replaceAll("\\.txt$", ".expected.jsonl");
    List<Told> stories = new ArrayList<>();
    for (String line : Files.readAllLines(page.resolveSibling(name))) {
      stories.add(Told.of(StoryJson.read(line)));
    }
    return stories;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noLineIsLostInSilence(Path page) throws IOException {
    Collected read = Collected.of(StoryFiles.byContent(), page);
    StringBuilder kept = new StringBuilder();
    for (Story story : read.stories) {
      kept.append(story.headline().orElse(""))
          .append(story.body())
          .append(story.byline().orElse(""));
    }
    read.dropped.forEach(kept::append);
    String all = letters(kept);
    Lines lines =
        new Lines(Utf8.of(Head.of(Files.newInputStream(page)), null), new Decoder(line -> {}));
    while (lines.next()) {
      String line = lines.text().replaceFirst("(?i)^by ", "");
      assertThat(all).contains(letters(line.replace("\\\"", "\"")).strip());
    }
  }

  private static String letters(CharSequence text) {
    return Letters.key(text).replace(" ", "");
  }

  @Test
  @Timeout(60)
  void aLongPageTakesNoLongerThanItsLength() throws IOException {
    StringBuilder page =
        new StringBuilder("This story is from the May 2022 edition of The Plan.\n");
    for (int i = 0; page.length() < 5_000_000; i++) {
      page.append("Headline number ")
          .append(i)
          .append("\ntime-read\nA minister went to the river.\n");
    }
    assertThat(Collected.of(StoryFiles.byContent(), page.toString()).stories).isNotEmpty();
  }

  @Test
  void theRealPageHasElevenStories() throws IOException {
    Path page = Corpora.shared("edition-pages/000_ac3f8846099123cd.txt");
    List<Story> stories = EditionPage.read(page);
    assertThat(stories).hasSize(11);
    Story lead = stories.getFirst();
    assertThat(lead.role()).hasValue(Role.LEAD);
    assertThat(lead.headline()).isEmpty();
    assertThat(lead.date()).hasValue(LocalDate.of(2023, 12, 29));
    assertThat(lead.edition()).hasValue("December 29, 2023");
    assertThat(lead.body().lines()).hasSize(4);
    List<Story> teasers = stories.subList(1, 11);
    assertThat(teasers)
        .allMatch(story -> story.role().equals(Optional.of(Role.TEASER)))
        .allMatch(story -> story.headline().isPresent() && !story.body().isEmpty())
        .allMatch(story -> story.date().isEmpty() && story.edition().isEmpty());
    assertThat(stories).allMatch(story -> story.source().equals(Optional.of("The Guardian")));
    assertThat(stories)
        .allSatisfy(story ->
            assertThat(story.headline().orElse("") + story.body())
                .doesNotContain("Magzter", "free trial", "subscriber", "This story is", "\\\""));
    assertThat(EditionPage.read(page)).isEqualTo(stories);
    assertThat(stories).extracting(Story::id).doesNotHaveDuplicates();
  }
}
