package news.cuttings.search.like;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import news.cuttings.Corpora;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RandomStories.Injected.class)
class NearCopiesTest {

  @Test
  void aReprintAndAThirdOfTheSourceAreLeftOutAndNamed(RandomStories random) throws IOException {
    List<Story> stories = random.list(100);
    String text = random.words(240);
    stories.add(story("whole", text));
    stories.add(story("reprint", "The Courier reports: " + text + " Copyright the Courier."));
    stories.add(story("third", text.substring(text.length() / 3, 2 * text.length() / 3)));
    stories.add(story("half-new", text.substring(text.length() / 2) + " " + random.words(160)));
    try (StoryIndex index = Filed.of(stories)) {
      Results like = index.moreLike("whole");
      assertThat(Filed.ids(like))
          .startsWith("half-new")
          .doesNotContain("whole", "reprint", "third")
          .hasSizeGreaterThan(1);
      assertThat(like.interpretation()).contains("near-copies", "reprint", "third");
      Results copies = index.moreLike(Like.id("whole").copies(true).limit(100));
      assertThat(Filed.ids(copies)).contains("reprint", "third", "half-new");
      assertThat(copies.interpretation()).doesNotContain("near-cop");
      assertThat(Filed.ids(index.moreLike("third"))).doesNotContain("whole", "reprint");
      assertThat(Filed.ids(index.moreLike(Like.text(text)))).doesNotContain("whole", "reprint");
    }
  }

  @Test
  void ofCopiesAmongHitsTheLongestIsShownAndNamesTheOthers(RandomStories random)
      throws IOException {
    List<Story> stories = random.list(100);
    String text = random.words(200);
    stories.add(story("source", half(text) + own(120)));
    stories.add(story("wire", text));
    stories.add(story("longer", text + " " + random.words(30)));
    stories.add(story("shorter", text.substring(0, text.length() / 2)));
    stories.removeIf(story -> story.id().equals("s3"));
    try (StoryIndex index = Filed.of(stories)) {
      Results like = index.moreLike(Like.story(story("other", half(text))).limit(3));
      assertThat(like.interpretation()).contains("wire", "longer", "shorter");
      List<Hit> hits = index.moreLike(Like.id("source").limit(3)).hits();
      assertThat(hits).hasSize(3);
      assertThat(hits.stream().filter(hit -> !hit.copies().isEmpty()).toList())
          .singleElement()
          .satisfies(hit -> assertThat(hit.id()).isEqualTo("longer"))
          .satisfies(hit -> assertThat(hit.copies()).containsOnly("wire"));
      float before = Float.MAX_VALUE;
      for (Hit hit : hits) {
        assertThat(hit.score()).isLessThanOrEqualTo(before);
        before = hit.score();
      }
    }
  }

  /** Beyond so many copies texts are compared no more, and the answer is the same. */
  @Test
  void aHundredReprintsAreOneHit(RandomStories random) throws IOException {
    List<Story> stories = random.list(60);
    String text = random.words(200);
    for (int i = 0; i < 100; i++) {
      stories.add(story("reprint-" + i, "Edition " + i + ". " + text));
    }
    stories.add(story("source", half(text) + own(150)));
    try (StoryIndex index = Filed.of(stories)) {
      List<Hit> reprints =
          index.moreLike(Like.id("source").limit(100)).hits().stream()
              .filter(hit -> hit.id().startsWith("reprint-"))
              .toList();
      assertThat(reprints).singleElement().extracting(hit -> hit.copies().size()).isEqualTo(99);
    }
  }

  @Test
  void ofTheInventedArchiveTheReprintsAreFoundAndNothingElse() throws Exception {
    List<Story> stories = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      for (String line : lines("stories-" + i + ".jsonl")) {
        stories.add(StoryJson.read(line));
      }
    }
    Set<String> expected = new TreeSet<>();
    for (String line : lines("copies.tsv")) {
      String[] pair = line.split("\t", -1);
      expected.add(pair[0] + " " + pair[1]);
      expected.add(pair[1] + " " + pair[0]);
    }
    Set<String> found = new TreeSet<>();
    try (StoryIndex index = Filed.of(stories)) {
      for (Story story : stories) {
        String said = index.moreLike(Like.id(story.id()).limit(100)).interpretation();
        int at = said.indexOf("; without its near-");
        if (at >= 0) {
          String ids = said.substring(at).replaceFirst("; without its near-cop(y|ies) ", "");
          for (String id : ids.split(", ", -1)) {
            found.add(story.id() + " " + id);
          }
        }
      }
    }
    assertThat(found).isEqualTo(expected);
  }

  private static String half(String text) {
    return text.substring(0, text.length() / 2);
  }

  /** Words that no other story has: they find nothing. */
  private static String own(int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      words.append(" own").append(i);
    }
    return words.toString();
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(Corpora.testdata("stories").resolve(file), StandardCharsets.UTF_8);
  }

  private static Story story(String id, String text) {
    return Story.builder().id(id).body(text).build();
  }
}
