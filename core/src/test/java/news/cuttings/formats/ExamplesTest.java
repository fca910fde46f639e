package news.cuttings.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import news.cuttings.Corpora;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The small files of {@code testdata/formats}, a folder a family, with the stories that each is
 * expected to give beside it: whole, with all that is kept of it, and whatever the file is called.
 */
class ExamplesTest {
  private static final Pattern EXPECTED = Pattern.compile(".*\\.expected\\.jsonl");

  static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(Corpora.testdata("formats"))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !EXPECTED.matcher(file.toString()).matches())
          .filter(file -> !file.getFileName().toString().equals("README.md"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesTheStoriesExpected(Path file) throws IOException, BadStoryException {
    Path expected = file.resolveSibling(file.getFileName() + ".expected.jsonl");
    assertThat(expected).exists();
    List<Map<String, Object>> stories = new ArrayList<>();
    for (String line : Files.readAllLines(expected)) {
      stories.add(said(StoryJson.read(line)));
    }
    assertThat(saidBy(Collected.of(StoryFiles.byContent(), file))).isEqualTo(stories);
    Collected unnamed =
        Collected.of(StoryFiles.byContent(), new ByteArrayInputStream(Files.readAllBytes(file)));
    assertThat(saidBy(unnamed)).isEqualTo(stories);
    assertThat(unnamed.parts).hasSameSizeAs(stories);
    assertThat(unnamed.warnings).isEmpty();
    assertThat(unnamed.told.getFirst().format()).isPresent();
  }

  private static List<Map<String, Object>> saidBy(Collected read) {
    return read.stories.stream().map(ExamplesTest::said).toList();
  }

  private static Map<String, Object> said(Story story) {
    Map<String, Object> said = new TreeMap<>();
    said.put("id", story.id());
    said.put("headline", story.headline());
    said.put("body", story.body());
    said.put("people", story.people());
    said.put("date", story.date());
    said.put("published", story.published());
    said.put("source", story.source());
    said.put("edition", story.edition());
    said.put("section", story.section());
    said.put("byline", story.authors());
    said.put("url", story.url());
    said.put("topics", story.topics());
    said.put("further", story.further());
    return said;
  }
}
