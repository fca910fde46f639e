package news.cuttings.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.cuttings.Filed;
import news.cuttings.StoryIndex;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.Results.Warning.Kind;
import news.cuttings.story.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A program tells warnings apart by their kind. */
class WarningKindsTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

  private static final StoryIndex INDEX = StoryIndex.inMemory(Filed.people());

  @BeforeAll
  static void file() throws IOException {
    INDEX.add(Story.builder().id("a").body("The governor met the miners.").date(DAY).build());
    INDEX.add(Story.builder().id("b").body("Bread is dear.").build());
    INDEX.add(Story.builder().id("c").body("Fish is dear.").date(DAY.minusYears(200)).build());
    INDEX.commit();
  }

  @AfterAll
  static void close() throws IOException {
    INDEX.close();
  }

  private static List<Kind> kinds(List<Warning> warnings) {
    return warnings.stream().map(Warning::kind).toList();
  }

  private static List<Kind> kinds(StoryQuery query) throws IOException {
    return kinds(INDEX.search(query).warnings());
  }

  @Test
  void ofWhatWasAsked() throws IOException {
    assertThat(kinds(StoryQuery.parse("governor"))).isEmpty();
    assertThat(kinds(StoryQuery.parse("governor (miners"))).containsExactly(Kind.READ_OTHERWISE);
    String many =
        IntStream.range(0, 2000).mapToObj(i -> "governor" + i).collect(Collectors.joining(" "));
    assertThat(kinds(StoryQuery.words(many))).contains(Kind.CUT);
  }

  @Test
  void ofWhatStoriesHave() throws IOException {
    assertThat(kinds(StoryQuery.parse("\"miners governor\""))).containsExactly(Kind.RELAXED);
    assertThat(kinds(StoryQuery.words("govrnor"))).containsExactly(Kind.SPELLING);
    assertThat(kinds(StoryQuery.words("dear").since(DAY.minusYears(300))))
        .containsExactly(Kind.UNDATED);
    assertThat(kinds(INDEX.timeline(StoryQuery.everything(), DatePeriod.By.DAY).warnings()))
        .containsExactly(Kind.EMPTY_ROWS);
    assertThat(kinds(INDEX.moreLike(Like.id("b").mode(Like.Mode.BACKGROUND)).warnings()))
        .containsExactly(Kind.NOTHING_TO_GO_BY);
    assertThat(kinds(INDEX.moreLike("z").warnings())).containsExactly(Kind.NOTHING_TO_GO_BY);
  }

  @Test
  void ofTimeAndView() throws IOException {
    assertThat(kinds(StoryQuery.words("dear").timeout(Duration.ZERO))).contains(Kind.TIME_OVER);
    String cursor;
    try (StoryIndex other = StoryIndex.inMemory(Filed.people())) {
      for (int i = 0; i < 9; i++) { // no index is in the same version by chance
        other.add(Story.builder().body("Bread is dear, " + i + " pence.").build());
        other.commit();
      }
      cursor = other.search(StoryQuery.words("dear")).first().cursor();
    }
    assertThat(kinds(StoryQuery.words("dear").after(cursor))).containsExactly(Kind.VIEW_GONE);
  }
}
