package news.cuttings.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import news.cuttings.Filed;
import news.cuttings.IndexBuilder;
import news.cuttings.StoryIndex;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

/** What is asked and what is answered are values. */
class ValuesTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

  private static List<StoryQuery> queries() {
    StoryQuery talks = StoryQuery.parse("talks person:lee", DAY);
    return List.of(
        talks,
        StoryQuery.parse("talks", DAY),
        StoryQuery.words("talks person:lee"),
        StoryQuery.everything(),
        StoryQuery.words(""),
        talks.limit(3),
        talks.order(StoryQuery.Order.NEWEST),
        talks.match(StoryQuery.Match.ANY),
        talks.counting(),
        talks.facets(3),
        talks.explaining(),
        talks.undated(),
        talks.idsOnly(),
        talks.timeout(Duration.ofSeconds(3)),
        talks.recency(3, DAY),
        talks.since(DAY),
        StoryQuery.parse("talks person:lee person:\"\"", DAY));
  }

  private static List<Like> likes() {
    Like like = Like.id("a");
    return List.of(
        like,
        Like.id("b"),
        Like.text("a"),
        Like.story(Story.builder().id("a").body("x").build()),
        like.limit(3),
        like.mode(Like.Mode.PEOPLE),
        like.copies(true),
        like.idsOnly(),
        like.timeout(Duration.ofSeconds(3)));
  }

  @Test
  void aHalfLifeIsADayOrMore() {
    StoryQuery talks = StoryQuery.words("talks");
    assertThat(talks.recency(1, DAY).recency()).contains(new Recency(1, DAY));
    assertThatThrownBy(() -> talks.recency(0, DAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the half-life must be a day or more, got 0");
  }

  @Test
  void everySwitchIsSwitchedOffAgain() throws IOException {
    StoryQuery plain = StoryQuery.parse("talks person:lee", DAY);
    StoryQuery all =
        plain
            .limit(3)
            .after(cursor())
            .order(StoryQuery.Order.NEWEST)
            .match(StoryQuery.Match.ANY)
            .counting()
            .facets(3)
            .explaining()
            .undated()
            .idsOnly()
            .timeout(Duration.ofSeconds(3))
            .recency(3, DAY);
    assertThat(
            all.limit(StoryQuery.DEFAULT_LIMIT)
                .fromFirst()
                .order(StoryQuery.Order.RELEVANCE)
                .match(StoryQuery.Match.BY_ORDER)
                .counting(false)
                .facets(0)
                .explaining(false)
                .undated(false)
                .idsOnly(false)
                .withoutTimeout()
                .withoutRecency())
        .isEqualTo(plain)
        .isNotEqualTo(all);
    Like like = Like.id("a");
    assertThat(like.copies(true).idsOnly().timeout(Duration.ZERO))
        .isNotEqualTo(like)
        .extracting(set -> set.copies(false).idsOnly(false).withoutTimeout())
        .isEqualTo(like);
  }

  private static String cursor() throws IOException {
    try (StoryIndex index = StoryIndex.inMemory(Filed.people())) {
      index.add(Story.builder().body("talks").build());
      index.commit();
      return index.search(StoryQuery.everything()).first().cursor();
    }
  }

  @Test
  void queriesAreEqualWhereTheyAskTheSame() {
    check(queries(), queries());
    assertThat(StoryQuery.words("talks")).isEqualTo(StoryQuery.parse("talks"));
    assertThat(queries().get(5)).hasToString("StoryQuery[talks person:lee; limit 3]");
    assertThat(StoryQuery.everything()).hasToString("StoryQuery[*; limit 10]");
  }

  @Test
  void likesAreEqualWhereTheyAskTheSame() {
    check(likes(), likes());
    assertThat(Like.id("a")).hasToString("Like[id a; limit 10; EVENT]");
  }

  private static void check(List<?> some, List<?> same) {
    for (int i = 0; i < some.size(); i++) {
      for (int j = 0; j < same.size(); j++) {
        Object one = some.get(i);
        Object other = same.get(j);
        assertThat(one.equals(other)).as("%s and %s", one, other).isEqualTo(i == j);
        if (i == j) {
          assertThat(one.hashCode()).isEqualTo(other.hashCode());
          assertThat(one.toString()).isEqualTo(other.toString());
        } else {
          assertThat(one.toString()).isNotEqualTo(other.toString());
        }
      }
    }
  }

  @Test
  void whatWasNotReadIsNotTakenForAbsent() throws IOException {
    try (StoryIndex index = StoryIndex.inMemory(Filed.people())) {
      index.add(Story.builder().id("a").body("Long talks on bread and fish.").build());
      index.add(Story.builder().id("b").body("Short talks on bread and fish.").build());
      index.commit();
      Hit read = index.search(StoryQuery.words("talks")).first();
      assertThat(read.date()).isEmpty();
      assertThat(read.people()).isEmpty();
      for (Results results :
          List.of(
              index.search(StoryQuery.words("talks").idsOnly()),
              index.moreLike(Like.id("a").copies(true).idsOnly()))) {
        Hit hit = results.first();
        assertThat(hit.story()).isEmpty();
        for (Function<Hit, ?> told :
            List.<Function<Hit, ?>>of(
                Hit::headline,
                Hit::title,
                Hit::date,
                Hit::source,
                Hit::people,
                Hit::snippet,
                Hit::why)) {
          assertThatThrownBy(() -> told.apply(hit))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("ids only");
        }
        assertThat(hit).hasToString("1. (" + hit.id() + ", " + hit.score() + ")");
        assertThat(hit.copies()).isEmpty();
        assertThat(hit.explanation()).isEmpty();
      }
      Hit again = index.search(StoryQuery.words("talks").idsOnly()).first();
      assertThat(again)
          .isEqualTo(index.search(StoryQuery.words("talks").idsOnly()).first())
          .isNotEqualTo(read);
    }
  }

  @Test
  void hitsAreEqualWhereTheyShowTheSame() throws IOException {
    try (StoryIndex index = IndexBuilder.inMemory().people(Filed.people()).open()) {
      index.add(Story.builder().id("a").headline("Talks on bread").body("Long talks.").build());
      index.add(Story.builder().id("b").headline("Talks on fish").body("Short talks.").build());
      index.commit();
      Results once = index.search(StoryQuery.words("talks"));
      Results again = index.search(StoryQuery.words("talks"));
      assertThat(once.hits()).isEqualTo(again.hits()).doesNotHaveDuplicates();
      int hash = once.first().hashCode();
      assertThat(once.first().snippet().text()).isNotEmpty();
      assertThat(once.first().hashCode()).isEqualTo(hash).isEqualTo(again.first().hashCode());
      assertThat(once.first().toString()).contains("1. Talks on", once.first().id());
      Results other = index.search(StoryQuery.words("talks long"));
      assertThat(other.first()).isNotEqualTo(once.first());
      index.add(Story.builder().id("c").headline("Weather").build());
      index.commit(); // another view, the same hits but for what the rarity of words has become
      Results dated = index.search(StoryQuery.words("talks").order(StoryQuery.Order.NEWEST));
      index.refresh();
      assertThat(index.search(StoryQuery.words("talks").order(StoryQuery.Order.NEWEST)).hits())
          .isEqualTo(dated.hits());
      assertThat(index.search(StoryQuery.words("talks").idsOnly()).first().toString())
          .contains(once.first().id());
    }
  }
}
