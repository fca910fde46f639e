package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ids are in other people's files: these never change. */
class StoryIdTest {
  private static final String GOLDEN = "b2b6527c92c092dad045838106a3415f";

  @Test
  void golden() {
    Story story =
        Story.builder().source("The Guardian").headline("Talks").body("On migration.").build();
    assertThat(story.id()).isEqualTo(GOLDEN);
  }

  @Test
  void spaceAndFormOfAccentsMakeNoOtherStory() {
    Story composed = Story.builder().headline("Bárcena  speaks").body("One.\nTwo.").build();
    Story decomposed = Story.builder().headline("Ba\u0301rcena speaks ").body("One. Two.").build();
    assertThat(decomposed.id()).isEqualTo(composed.id());
  }

  @Test
  void peopleAndDateMakeNoOtherStory() {
    Story story = Story.builder().body("One.").build();
    Story later =
        Story.builder()
            .body("One.")
            .date(LocalDate.of(2023, 12, 29))
            .people(List.of(Person.given("Alicia Bárcena")))
            .build();
    assertThat(later.id()).isEqualTo(story.id());
  }

  @Test
  void partsDoNotRunIntoOneAnother() {
    assertThat(Story.builder().headline("a").body("b").build().id())
        .isNotEqualTo(Story.builder().source("a").body("b").build().id())
        .isNotEqualTo(Story.builder().body("a b").build().id());
  }
}
