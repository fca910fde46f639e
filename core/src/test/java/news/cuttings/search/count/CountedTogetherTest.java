package news.cuttings.search.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.Counted;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Facet;
import news.cuttings.query.Facets;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.Words;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is counted beside hits is of the same stories, or the answer says of which. */
@Tag(Filed.EVERYWHERE)
@ExtendWith(RandomStories.Injected.class)
class CountedTogetherTest {
  private static final List<String> NAMES = List.of("Alicia Bárcena", "Jürgen Klopp", "Jo Ng");
  private static final List<String> SOURCES = List.of("The Kestrel", "The Ledger");

  @Test
  void everyCountIsOfTheStoriesItSays(RandomStories stories) throws IOException {
    Random random = stories.random();
    int fallen = 0;
    for (int round = 0; round < Filed.tries(12); round++) {
      List<Story> filed = filed(random, 1 + random.nextInt(30));
      try (StoryIndex index = Filed.of(filed)) {
        for (int i = 0; i < Filed.tries(25); i++) {
          fallen += assertCounts(index, filed, random) ? 1 : 0;
        }
      }
    }
    if (!Filed.ON_CLUSTER) { // where too few are asked to be sure
      assertThat(fallen).as("queries of which no story has all").isPositive();
    }
  }

  private static boolean assertCounts(StoryIndex index, List<Story> filed, Random random)
      throws IOException {
    List<String> words = words(random, 1 + random.nextInt(3));
    String person = random.nextInt(4) == 0 ? "klopp" : "";
    LocalDate since = random.nextInt(4) == 0 ? day(random) : null;
    StoryQuery.Match match = one(random, StoryQuery.Match.values());
    StoryQuery.Order order = one(random, StoryQuery.Order.values());
    StoryQuery query = StoryQuery.words(String.join(" ", words)).match(match).order(order);
    query = person.isEmpty() ? query : query.person(person);
    query = since == null ? query : query.since(since);
    query = random.nextBoolean() ? query.counting() : query;
    String as = query.text() + " " + match + " " + order;

    Set<String> any = ids(filed, words, false, person, since);
    Set<String> all = ids(filed, words, true, person, since);
    boolean isSeveral = new TreeSet<>(words).size() > 1;
    boolean countsAny =
        match == StoryQuery.Match.ANY
            || (match == StoryQuery.Match.BY_ORDER && all.isEmpty() && !any.isEmpty());
    boolean hitsAny =
        countsAny || (match == StoryQuery.Match.BY_ORDER && order == StoryQuery.Order.RELEVANCE);
    Words ofHits = !isSeveral ? Words.SAME : hitsAny ? Words.ANY : Words.ALL;
    Words ofCounts = !isSeveral ? Words.SAME : countsAny ? Words.ANY : Words.ALL;
    Set<String> counted = countsAny ? any : all;

    Results results = index.search(query.facets(100).limit(100));
    assertThat(new TreeSet<>(Filed.ids(results))).as(as).isEqualTo(hitsAny ? any : all);
    assertThat(results.total()).as(as).isEqualTo(new Results.Total(results.hits().size(), true));
    assertThat(results.words()).as(as).isEqualTo(ofHits);
    Facets facets = results.facets();
    assertThat(facets.words()).as(as).isEqualTo(ofCounts);
    assertThat(facets.stories()).as(as).isEqualTo(counted.size());
    assertThat(facets.sources().stream().mapToLong(Facet::stories).sum()).isEqualTo(counted.size());
    assertThat(counts(facets.people())).as(as).isEqualTo(people(filed, counted));
    assertThat(index.search(query.limit(0)).total().stories())
        .as(as)
        .isEqualTo((hitsAny ? any : all).size());
    assertThat(paged(index, query)).as(as).isEqualTo(Filed.ids(results));

    Counted<DatePeriod> periods = index.timeline(query, DatePeriod.By.YEAR);
    assertThat(periods.stream().mapToLong(DatePeriod::stories).sum()).isEqualTo(counted.size());
    assertThat(periods.words()).as(as).isEqualTo(ofCounts);
    Counted<NamedPerson> named = index.people(query, 100);
    Map<String, Long> met = new TreeMap<>();
    named.forEach(one -> met.put(one.name(), one.stories()));
    assertThat(met).as(as).isEqualTo(people(filed, counted));
    assertThat(named.words()).as(as).isEqualTo(ofCounts);
    if (isSeveral) {
      assertThat(results.interpretation()).contains(hitsAny ? "any of" : "all of");
      assertThat(periods.interpretation()).contains(countsAny ? "any of" : "all of");
    }
    boolean isFallen = isSeveral && countsAny && match == StoryQuery.Match.BY_ORDER;
    String told = "no story has all of the words";
    assertThat(periods.warnings().toString().contains(told)).as(as).isEqualTo(isFallen);
    assertThat(results.warnings().toString().contains(told))
        .as(as)
        .isEqualTo(isFallen && order != StoryQuery.Order.RELEVANCE);
    return isFallen;
  }

  private static List<String> paged(StoryIndex index, StoryQuery query) throws IOException {
    List<String> ids = new ArrayList<>();
    Results page = index.search(query.limit(4));
    while (!page.isEmpty()) {
      ids.addAll(Filed.ids(page));
      page = index.search(query.limit(4).after(page.cursor().orElseThrow()));
    }
    return ids;
  }

  private static Map<String, Long> counts(List<Facet> facets) {
    return facets.stream()
        .collect(Collectors.toMap(Facet::value, Facet::stories, Long::sum, TreeMap::new));
  }

  private static Map<String, Long> people(List<Story> filed, Set<String> ids) {
    Map<String, Long> people = new TreeMap<>();
    for (Story story : filed) {
      if (ids.contains(story.id())) {
        story.people().forEach(person -> people.merge(person.name(), 1L, Long::sum));
      }
    }
    return people;
  }

  private static Set<String> ids(
      List<Story> filed,
      List<String> words,
      boolean all,
      String person,
      @Nullable LocalDate since) {
    Set<String> ids = new TreeSet<>();
    for (Story story : filed) {
      Set<String> has = new TreeSet<>(Arrays.asList(story.body().split(" ", -1)));
      boolean isOf = all ? has.containsAll(words) : words.stream().anyMatch(has::contains);
      boolean names =
          person.isEmpty() || story.people().stream().anyMatch(one -> one.key().contains(person));
      boolean isSince =
          since == null || story.date().filter(date -> !date.isBefore(since)).isPresent();
      if (isOf && names && isSince) {
        ids.add(story.id());
      }
    }
    return ids;
  }

  private static List<Story> filed(Random random, int count) {
    List<Story> filed = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Story.Builder story =
          Story.builder()
              .id("s" + i)
              .body(String.join(" ", words(random, 1 + random.nextInt(4))))
              .source(SOURCES.get(random.nextInt(2)))
              .people(List.of(Person.given(NAMES.get(random.nextInt(3)))));
      if (random.nextInt(4) > 0) {
        story.date(day(random));
      }
      filed.add(story.build());
    }
    return filed;
  }

  private static LocalDate day(Random random) {
    return LocalDate.of(2021 + random.nextInt(3), 1 + random.nextInt(12), 1);
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add("w" + "bdkmptzv".charAt(random.nextInt(8)) + "k");
    }
    return words;
  }

  private static <T> T one(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }

  @Test
  void wordsThatNoStoryHasTogetherAreCountedByAny() throws IOException {
    try (StoryIndex index = Filed.ofTexts("quick fox", "lazy wolf", "a dam")) {
      StoryQuery query = StoryQuery.parse("quick wolf");
      Results results = index.search(query.counting());
      assertThat(results.hits()).hasSize(2);
      assertThat(results.total()).isEqualTo(new Results.Total(2, true));
      Counted<DatePeriod> rows = index.timeline(query, DatePeriod.By.MONTH);
      assertThat(rows.stream().mapToLong(DatePeriod::stories).sum()).isEqualTo(2);
      assertThat(rows.words()).isEqualTo(Words.ANY);
      StoryQuery all = query.match(StoryQuery.Match.ALL);
      assertThat(index.search(all.counting()).total().stories()).isZero();
      assertThat(index.timeline(all, DatePeriod.By.MONTH)).isEmpty();
    }
  }

  /** What lacks a date is left out by what is asked of dates, and by nothing else. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fish since:2023 | 1",
        "fish date:2024 | 1",
        "date:2024 | 2",
        "fish (date:2024) | 1",
        "fish +(date:2024 OR section:sport) | 1",
        "fish (date:2024 OR dated) | 1",
        "fish -date:2024 | 0",
        "-- -date:2024 | 0",
        "NOT date: | 0",
        "-since: | 0",
        "NOT date:2024 | 0",
        "fish -(date:2024) | 0",
        "fish -(-date:2024) | 1",
        "fish date:none | 0",
        "fish since:2023 -fish | 0",
        "meat since:2023 | 1",
        "absent since:2023 | 0",
      })
  void whatALackOfADateKeepsOutIsTold(String typed, int leftOut) throws IOException {
    Story fish = Story.builder().id("a").body("Fish.").build();
    Story meat = Story.builder().id("b").body("Meat.").build();
    Story dated =
        Story.builder().id("c").body("Fish, dated.").date(LocalDate.of(2023, 5, 1)).build();
    try (StoryIndex index = Filed.of(List.of(fish, meat, dated))) {
      StoryQuery query = StoryQuery.parse(typed);
      Optional<String> note =
          index.search(query).warnings().stream()
              .map(Results.Warning::message)
              .filter(message -> message.endsWith(" left out"))
              .filter(message -> message.contains("without a date"))
              .findFirst();
      assertThat(note.orElse("0 ")).startsWith(leftOut + " ");
      List<String> found = Filed.ids(index, query);
      List<String> wide = Filed.ids(index, query.undated());
      assertThat(wide).as(typed).containsAll(found).hasSize(found.size() + leftOut);
    }
  }
}
