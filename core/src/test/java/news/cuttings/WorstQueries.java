package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Person;
import news.cuttings.story.Story;

/** A process with little memory that files many people and is asked the worst questions. */
public final class WorstQueries {
  private static final int PEOPLE_A_STORY = 5;
  private static final int PAGES = 30;

  private final StoryIndex index;
  private final int stories;

  private WorstQueries(StoryIndex index, int stories) {
    this.index = index;
    this.stories = stories;
  }

  /** Files so many stories in the folder that is named, and asks. */
  public static void main(String[] args) throws IOException {
    int stories = Integer.parseInt(args[1]);
    try (StoryIndex index = StoryIndex.at(Path.of(args[0])).people(Filed.people()).open()) {
      WorstQueries worst = new WorstQueries(index, stories);
      worst.fill();
      worst.ask();
    }
  }

  private void fill() throws IOException {
    RandomStories random = new RandomStories(1);
    for (int i = 0; i < stories; i++) {
      List<Person> people = new ArrayList<>();
      for (int j = 0; j < PEOPLE_A_STORY; j++) {
        people.add(Person.given("Jo Person" + (i * PEOPLE_A_STORY + j)));
      }
      people.add(Person.given("Alicia Bárcena"));
      index.add(
          Story.builder()
              .id("s" + i)
              .headline(random.words(5))
              .body(random.words(60) + " unique" + i)
              .date(LocalDate.of(2000, 1, 1).plusDays(i % 9_000))
              .people(people)
              .build());
    }
    index.commit();
  }

  /** A question. */
  private interface Question {
    Object ask() throws IOException;
  }

  private void ask() throws IOException {
    told("a* OR b* OR ...", () -> index.search(StoryQuery.parse(all("%c*", 'a', 26 * 40))));
    told("w* 400 times", () -> index.search(StoryQuery.parse(all("w*", 'a', 400)).counting()));
    told("fuzzy on everything", () -> index.search(StoryQuery.parse(all("w%ckam~2", 'a', 300))));
    told("5,000 words", () -> index.search(StoryQuery.words(new RandomStories(2).words(5_000))));
    told(
        "nested",
        () -> index.search(StoryQuery.parse("(".repeat(5_000) + "w" + ")".repeat(5_000))));
    told(
        "like 100,000 words",
        () -> {
          String text = new RandomStories(3).words(100_000);
          return index.moreLike(Like.text(text).limit(100));
        });
    told("deep paging", this::pageDeep);
    told(
        "the largest page",
        () -> {
          Results page = index.search(StoryQuery.parse("w*").limit(StoryQuery.MAX_LIMIT));
          assertThat(page.hits()).hasSize(Math.min(stories, StoryQuery.MAX_LIMIT));
          return page;
        });
    told(
        "facets",
        () -> {
          Results results = index.search(StoryQuery.everything().facets(10).counting());
          assertThat(results.facets().people().getFirst().value()).isEqualTo("Alicia Bárcena");
          assertThat(results.facets().people().getFirst().stories()).isEqualTo(stories);
          return results;
        });
    told(
        "people",
        () -> {
          List<NamedPerson> people = index.people(StoryQuery.everything(), 10_000);
          assertThat(people).hasSizeGreaterThan(1_000);
          return people;
        });
    told("timeline", () -> index.timeline(StoryQuery.everything(), DatePeriod.By.DAY));
  }

  private static String all(String form, char first, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(Locale.ROOT, form, (char) (first + i % 26)))
        .collect(Collectors.joining(" OR "));
  }

  private Results pageDeep() throws IOException {
    StoryQuery query = StoryQuery.parse("w*").limit(1_000).idsOnly();
    Results page = index.search(query);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < PAGES && !page.isEmpty(); i++) {
      for (Hit hit : page) {
        assertThat(seen.add(hit.id())).isTrue();
      }
      Optional<String> cursor = page.cursor();
      page = index.search(query.after(cursor.orElseThrow()));
    }
    assertThat(seen).hasSize(Math.min(stories, PAGES * 1_000));
    return page;
  }

  private static void told(String what, Question question) throws IOException {
    long start = System.nanoTime();
    assertThat(question.ask()).isNotNull();
    long millis = (System.nanoTime() - start) / 1_000_000;
    String line = String.format(Locale.ROOT, "%,8d ms  %s%n", millis, what);
    System.out.write(line.getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
