package news.cuttings.search.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import news.cuttings.Filed;
import news.cuttings.StoryIndex;
import news.cuttings.query.Counted;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Explanation;
import news.cuttings.query.Facet;
import news.cuttings.query.Facets;
import news.cuttings.query.Hit;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.Words;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People, timelines and facets against counts by loops. */
@Tag(Filed.EVERYWHERE)
class CountingTest {
  private static final List<String> NAMES =
      List.of("Alicia Bárcena", "Alicia Barcena", "Jürgen Klopp", "O’Neill", "O'Neill");

  private static List<Story> stories() {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      Story.Builder story =
          Story.builder()
              .id("s" + i)
              .body(i % 3 == 0 ? "Fish talks." : "Fish.")
              .source(i % 4 == 0 ? "The Kestrel" : "The Ledger")
              .section(i % 5 == 0 ? "Sport" : null)
              .people(
                  i % 2 == 0
                      ? List.of(Person.given(NAMES.get(i % NAMES.size())))
                      : List.of(Person.given(NAMES.get(i % NAMES.size())), Person.given("Jo Ng")));
      if (i % 7 != 0) {
        story.date(LocalDate.of(2023, 1 + i % 5, 1 + i % 28));
      }
      stories.add(story.build());
    }
    return stories;
  }

  private static StoryIndex index(List<Story> stories) throws IOException {
    StoryIndex index = Filed.empty(Filed.people());
    for (int i = 0; i < stories.size(); i++) {
      index.add(stories.get(i));
      if (i % 20 == 19) {
        index.commit(); // several segments
      }
    }
    index.delete("s3");
    index.commit();
    return index;
  }

  private static List<Story> with(String word) {
    return stories().stream()
        .filter(story -> !story.id().equals("s3"))
        .filter(story -> story.body().contains(word))
        .toList();
  }

  @Test
  void countsPeopleWithSpellingsAndDays() throws IOException {
    Map<String, Integer> expected = new HashMap<>();
    Map<String, LocalDate> first = new HashMap<>();
    Map<String, LocalDate> last = new HashMap<>();
    for (Story story : with("talks")) {
      for (Person person : story.people()) {
        expected.merge(person.key(), 1, Integer::sum);
        story
            .date()
            .ifPresent(day -> {
              first.merge(person.key(), day, (a, b) -> a.isBefore(b) ? a : b);
              last.merge(person.key(), day, (a, b) -> a.isAfter(b) ? a : b);
            });
      }
    }
    try (StoryIndex index = index(stories())) {
      List<NamedPerson> people = index.people(StoryQuery.parse("fish talks"), 100);
      assertThat(people).hasSameSizeAs(expected.keySet());
      long before = Long.MAX_VALUE;
      for (NamedPerson person : people) {
        String key = Person.given(person.name()).key();
        assertThat(person.stories()).isEqualTo(expected.getOrDefault(key, 0).longValue());
        assertThat(person.first()).isEqualTo(first.get(key));
        assertThat(person.last()).isEqualTo(last.get(key));
        assertThat(person.stories()).isLessThanOrEqualTo(before);
        before = person.stories();
      }
      assertThat(people)
          .anySatisfy(person ->
              assertThat(person.spellings())
                  .containsExactlyInAnyOrder("Alicia Bárcena", "Alicia Barcena"));
      assertThat(index.people(StoryQuery.parse("fish talks"), 1)).hasSize(1);
      assertThat(index.people(StoryQuery.parse("absent"), 10)).isEmpty();
    }
  }

  @Test
  void countsByMonthWithAnUndatedRow() throws IOException {
    TreeMap<YearMonth, Long> expected = new TreeMap<>();
    long undated = 0;
    for (Story story : with("Fish")) {
      Optional<LocalDate> date = story.date();
      if (date.isPresent()) {
        expected.merge(YearMonth.from(date.get()), 1L, Long::sum);
      } else {
        undated++;
      }
    }
    try (StoryIndex index = index(stories())) {
      List<DatePeriod> rows = index.timeline(StoryQuery.parse("fish"), DatePeriod.By.MONTH);
      assertThat(rows).hasSize(expected.size() + 1);
      int i = 0;
      for (Map.Entry<YearMonth, Long> month : expected.entrySet()) {
        assertThat(rows.get(i++))
            .isEqualTo(
                new DatePeriod(
                    month.getKey().atDay(1), month.getKey().atEndOfMonth(), month.getValue()));
      }
      assertThat(rows.get(i)).isEqualTo(new DatePeriod(null, null, undated));
    }
  }

  @Test
  void emptyPeriodsAreRowsUnlessThereAreThousands() throws IOException {
    Story early = Story.builder().id("a").body("A.").date(LocalDate.of(2020, 12, 31)).build();
    Story late = Story.builder().id("b").body("B.").date(LocalDate.of(2021, 3, 1)).build();
    Story wrong = Story.builder().id("c").body("C.").date(LocalDate.of(1, 1, 1)).build();
    try (StoryIndex index = Filed.of(List.of(early, late))) {
      assertThat(index.timeline(StoryQuery.everything(), DatePeriod.By.MONTH))
          .extracting(DatePeriod::stories)
          .containsExactly(1L, 0L, 0L, 1L);
      assertThat(index.timeline(StoryQuery.everything(), DatePeriod.By.YEAR)).hasSize(2);
      index.add(wrong);
      index.commit();
      assertThat(index.timeline(StoryQuery.everything(), DatePeriod.By.YEAR).warnings()).isEmpty();
      Counted<DatePeriod> days = index.timeline(StoryQuery.everything(), DatePeriod.By.DAY);
      assertThat(days).hasSizeLessThan(6_000);
      assertThat(days.warnings())
          .singleElement()
          .asString()
          .contains("days without a story", "2 runs of them", " and 2021-02-28");
      assertThat(days.stream().mapToLong(DatePeriod::stories).sum()).isEqualTo(3);
    }
  }

  @Test
  void facetsCountWhatMatchesAllOfTheWords() throws IOException {
    try (StoryIndex index = index(stories())) {
      Results results = index.search(StoryQuery.parse("fish talks").facets(10).counting());
      long kestrel =
          with("talks").stream().filter(s -> s.source().orElse("").endsWith("rel")).count();
      long all = with("talks").size();
      assertThat(results.total()).isEqualTo(new Results.Total(with("Fish").size(), true));
      assertThat(results.facets().stories()).isEqualTo(all);
      assertThat(results.facets().words()).isEqualTo(Words.ALL);
      assertThat(results.words()).isEqualTo(Words.ANY);
      assertThat(results.facets().sources())
          .containsExactlyInAnyOrder(
              new Facet("The Kestrel", kestrel), new Facet("The Ledger", all - kestrel));
      assertThat(results.facets().sections()).extracting(Facet::value).containsExactly("Sport");
      assertThat(results.facets().months())
          .isSortedAccordingTo((a, b) -> a.value().compareTo(b.value()));
      assertThat(results.facets().people()).isNotEmpty();
      assertThat(index.search(StoryQuery.parse("fish")).facets()).isEqualTo(Facets.NONE);
    }
  }

  @Test
  void explanationsAddUpToTheScore() throws IOException {
    Story one =
        Story.builder()
            .id("a")
            .headline("Fish talks")
            .body("Talks on fish and \"fish talks\".\nFish again.")
            .build();
    Story two = Story.builder().id("b").body("Bread.").build();
    try (StoryIndex index = Filed.of(List.of(one, two))) {
      Hit hit = index.search(StoryQuery.parse("fish \"fish talks\" -meat").explaining()).first();
      Explanation explanation = hit.explanation().orElseThrow();
      assertThat(explanation.parts()).hasSize(2);
      assertThat(explanation.parts().stream().mapToDouble(Explanation.Part::score).sum())
          .isCloseTo(hit.score(), org.assertj.core.data.Offset.offset(1e-4));
      assertThat(explanation.parts().get(0).because())
          .isEqualTo("1 in the headline, 2 in the lead, 1 after it; in 1 of 2 stories");
      assertThat(index.search(StoryQuery.parse("fish")).first().explanation()).isEmpty();
    }
  }
}
