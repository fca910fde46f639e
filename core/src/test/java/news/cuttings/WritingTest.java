package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.cuttings.StoryIndex.Changes;
import news.cuttings.people.Mention;
import news.cuttings.people.People;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Origin;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Adding, replacing, removing; what is seen when. */
@ExtendWith(RandomStories.Injected.class)
@Tag(Filed.EVERYWHERE)
@Isolated // counts the threads of the process
class WritingTest {
  private static final LocalDate DAY = LocalDate.of(2023, 12, 29);

  @TempDir private Path folder;

  @Test
  void addingTellsHowManyStoriesAreHandedOver() throws IOException {
    Origin origin = Origin.of("page.txt", null, 1).onPage(1);
    Story lead = Story.builder().id("2").body("lead").origin(origin).build();
    Story teaser = Story.builder().id("3").body("teaser").origin(origin).build();
    List<Story> stories = List.of(story("1", "alone"), lead, teaser, story("4", "last"));
    List<Long> told = new ArrayList<>();
    try (StoryIndex index = open()) {
      index.addAll(stories, told::add);
      assertThat(told).containsExactly(1L, 3L, 4L); // a page is handed over as one
      assertThat(index.commit()).isEqualTo(new Changes(4, 0, 0));
      told.clear();
      index.addAll(List.of(), told::add);
      assertThat(told).isEmpty();
    }
  }

  @Test
  void theLaterOfOneIdWins() throws IOException {
    try (StoryIndex index = open()) {
      index.addAll(List.of(story("1", "first"), story("2", "other"), story("1", "second")));
      assertThat(index.commit()).isEqualTo(new Changes(2, 1, 0));
      index.add(story("1", "third"));
      assertThat(index.commit()).isEqualTo(new Changes(0, 1, 0));
      assertThat(index.story("1").map(Story::body)).contains("third");
      assertThat(Filed.ids(index, StoryQuery.words("first second"))).isEmpty();
      assertThat(index.maintenance().stats().stories()).isEqualTo(2);
    }
    checkFiles();
  }

  @Test
  void whatIsRemovedIsGone() throws IOException {
    try (StoryIndex index = open()) {
      index.add(story("1", "first"));
      index.delete("1");
      index.delete("unknown");
      index.add(story("2", "second"));
      assertThat(index.commit()).isEqualTo(new Changes(2, 0, 1));
      index.delete("2");
      assertThat(index.story("2")).as("until refresh").isPresent();
      index.refresh();
      assertThat(index.story("2")).isEmpty();
      index.add(story("2", "again"));
      assertThat(index.commit()).isEqualTo(new Changes(1, 0, 1));
      List<String> exported = new ArrayList<>();
      index.export(story -> exported.add(story.id()));
      assertThat(exported).containsExactly("2");
      assertThat(index.idsWithPrefix("", 10)).containsExactly("2");
    }
    checkFiles();
  }

  @Test
  void closingCommits() throws IOException {
    try (StoryIndex index = open()) {
      index.add(story("1", "first"));
    }
    try (StoryIndex index = Filed.openReadOnly(folder)) {
      assertThat(index.story("1")).isPresent();
      assertThat(index.maintenance().stats().luceneVersion()).startsWith("10.");
    }
  }

  @Test
  void aCopyRemovesNeitherDateNorStatedPeople() throws IOException {
    Story full =
        Story.builder()
            .id("1")
            .body("Text.")
            .date(DAY)
            .people(List.of(Person.given("Alicia Bárcena")))
            .build();
    People finding =
        People.with(text -> {
          int at = text.indexOf("Jo Ng");
          return at < 0 ? List.of() : List.of(new Mention(at, at + 5, 0.5));
        });
    for (boolean committed : new boolean[] {false, true}) {
      try (StoryIndex index = Filed.empty(finding)) {
        index.add(full);
        if (committed) {
          index.commit();
        }
        index.add(story("1", "Other text."));
        index.add(Story.builder().id("1").body("Third, with Jo Ng.").build());
        index.refresh();
        Story filed = index.story("1").orElseThrow();
        assertThat(filed.body()).isEqualTo("Third, with Jo Ng.");
        assertThat(filed.date()).contains(DAY);
        assertThat(filed.people())
            .extracting(Person::name)
            .containsExactly("Alicia Bárcena", "Jo Ng");
        assertThat(filed.people()).contains(Person.given("Alicia Bárcena"));
        assertThat(Filed.ids(index, StoryQuery.everything().person("barcena").since(DAY)))
            .containsExactly("1");
        index.add(
            full.toBuilder().date(DAY.plusDays(1)).people(List.of(Person.given("A B"))).build());
        index.refresh();
        assertThat(index.story("1").flatMap(Story::date)).contains(DAY.plusDays(1));
        assertThat(index.story("1").orElseThrow().people()).containsExactly(Person.given("A B"));
      }
    }
  }

  @Test
  void aDeletedStoryGivesNothingToItsSuccessor() throws IOException {
    try (StoryIndex index = open()) {
      index.add(story("1", "Text.").toBuilder().date(DAY).build());
      index.delete("1");
      index.add(story("1", "Text."));
      index.commit();
      assertThat(index.story("1").flatMap(Story::date)).isEmpty();
    }
  }

  @Test
  void anInterruptClosesNothingAndLosesNothing() throws IOException {
    try (StoryIndex index = open()) {
      Thread.currentThread().interrupt();
      index.add(story("1", "first")); // takes the lock
      index.commit();
      for (int i = 2; i <= 300; i++) {
        index.add(story(Integer.toString(i), "story"));
      }
      index.delete("1");
      Changes changes = index.commit();
      assertThat(Thread.interrupted()).as("the mark is kept").isTrue();
      assertThat(changes).isEqualTo(new Changes(299, 0, 1));
      assertThat(index.maintenance().stats().stories()).isEqualTo(299);
      Thread.currentThread().interrupt();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    checkFiles();
  }

  @Test
  void manyThreadsAddAtOnce(RandomStories random) throws Exception {
    Map<String, Story> expected = new HashMap<>();
    List<List<Story>> shares = new ArrayList<>();
    for (int thread = 0; thread < 4; thread++) {
      List<Story> share = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        Story story = random.next(thread + "-" + random.random().nextInt(60));
        share.add(story);
        expected.put(story.id(), story);
      }
      shares.add(share);
    }
    try (StoryIndex index = open();
        ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (List<Story> share : shares) {
        work.add(() -> {
          for (int i = 0; i < share.size(); i++) {
            index.add(share.get(i));
            if (i % 50 == 49) {
              index.commit();
            }
            index.search(StoryQuery.words(random.word()));
          }
          return true;
        });
      }
      for (Future<Boolean> done : threads.invokeAll(work)) {
        assertThat(done.get()).isTrue();
      }
      index.commit();
      assertThat(index.maintenance().stats().stories()).isEqualTo(expected.size());
      for (Story story : expected.values()) {
        Optional<Story> filed = index.story(story.id());
        assertThat(filed.map(Story::body)).contains(story.body());
      }
    }
    checkFiles();
  }

  @Test
  void afterClosingNothingIsLeft() throws IOException {
    StoryIndex index = open();
    index.add(story("1", "first"));
    assertThat(writers()).isNotEmpty();
    index.close();
    index.close();
    assertThat(writers()).isEmpty();
    for (Call call :
        List.<Call>of(
            () -> index.add(story("2", "second")),
            () -> index.delete("1"),
            index::commit,
            index::refresh,
            index.maintenance()::stats,
            () -> index.story("1"),
            () -> index.moreLike("1"),
            () -> index.search(StoryQuery.everything()))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the index is closed");
    }
  }

  @Test
  void closingWhatOnlyReadEndsReading() throws IOException {
    StoryIndex empty = open();
    empty.close();
    assertThatThrownBy(() -> empty.add(story("1", "x")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the index is closed");
    assertThatThrownBy(empty::refresh)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the index is closed");
    assertThatThrownBy(() -> empty.search(StoryQuery.everything()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the index is closed");
  }

  @Test
  void figuresAreOfWhatIsThere() throws IOException {
    try (StoryIndex index = open()) {
      Story one =
          story("1", "first").toBuilder()
              .date(DAY)
              .source("The Guardian")
              .people(List.of(Person.given("Jo Ng")))
              .build();
      index.add(one);
      index.add(one.toBuilder().id("2").date(DAY.plusDays(2)).source("Le Monde").build());
      index.add(story("3", "third"));
      index.commit();
      IndexStats stats = index.maintenance().stats();
      assertThat(stats.stories()).isEqualTo(3);
      assertThat(stats.undated()).isEqualTo(1);
      assertThat(stats.people()).isEqualTo(1);
      assertThat(stats.sources()).isEqualTo(2);
      assertThat(stats.bytes()).isPositive();
      assertThat(stats.segments()).isPositive();
      assertThat(stats.first()).contains(DAY);
      assertThat(stats.last()).contains(DAY.plusDays(2));
      assertThat(stats)
          .hasToString(
              "stories 3, undated 1, first 2023-12-29, last 2023-12-31, people 1, sources 2, bytes "
                  + stats.bytes()
                  + ", segments "
                  + stats.segments()
                  + ", Lucene "
                  + stats.luceneVersion());
      index.delete("2");
      index.commit();
      assertThat(index.maintenance().stats().stories()).isEqualTo(2);
      assertThat(index.maintenance().stats().sources()).isEqualTo(1);
      assertThat(index.maintenance().stats().last()).contains(DAY);
    }
  }

  private interface Call {
    void run() throws IOException;
  }

  private static List<String> writers() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("cuttings-"))
        .toList();
  }

  private void checkFiles() throws IOException {
    if (!Filed.ON_CLUSTER) {
      CheckedFiles.check(folder);
    }
  }

  private StoryIndex open() throws IOException {
    return Filed.open(folder);
  }

  private static Story story(String id, String body) {
    return Story.builder().id(id).body(body).build();
  }
}
