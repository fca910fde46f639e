package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import news.cuttings.Corpora;
import news.cuttings.Filed;
import news.cuttings.IndexBuilder;
import news.cuttings.StoryIndex;
import news.cuttings.formats.Collected;
import news.cuttings.formats.StoryFiles;
import news.cuttings.people.People;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Explanation;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reuters-21578, filed afresh in memory and on a cluster of three shards: the same hits in the same
 * order, with the same scores.
 */
@Tag(Filed.CLUSTER)
class ParityTest {
  private static final int FILES = 4;
  private static final int QUERIES = 25;
  private static final double SAME = 1e-6;

  private static final List<Story> stories = new ArrayList<>();
  private static List<List<String>> told = List.of();
  private static StoryIndex here;
  private static StoryIndex there;

  @BeforeAll
  static void file() throws IOException {
    for (int file = 0; file < FILES; file++) {
      Path path = Corpora.shared("reuters21578").resolve("reut2-00" + file + ".sgm");
      stories.addAll(Collected.of(StoryFiles.byContent(), path).stories());
    }
    told = stories.stream().map(ParityTest::longWords).filter(one -> one.size() > 30).toList();
    here = IndexBuilder.inMemory().people(People.given()).open();
    there =
        ClusterIndex.connect(TestCluster.shared().newIndex(), TestCluster.options(People.given()));
    for (StoryIndex index : List.of(here, there)) {
      index.addAll(stories);
      assertThat(index.commit().added()).isEqualTo(stories.size());
    }
  }

  @AfterAll
  static void close() throws IOException {
    here.close();
    there.close();
  }

  /** Words of a story that has some, as somebody might look for it. */
  private static List<String> words(int number) {
    return told.get(number * 37 % told.size());
  }

  private static List<String> longWords(Story story) {
    return Stream.of(story.body().split("[^\\p{L}]+")).filter(word -> word.length() > 3).toList();
  }

  private static String typed(String family, int story) {
    List<String> words = words(story);
    String first = words.get(3);
    String second = words.get(8);
    String third = words.get(20);
    return switch (family) {
      case "one word" -> first;
      case "three words" -> first + " " + second + " " + third;
      case "phrase" -> '"' + words.get(0) + " " + words.get(1) + '"';
      case "near" -> '"' + second + " " + first + "\"~20";
      case "fields" -> "headline:" + first + " lead:" + second + " body:" + third;
      case "must, not" -> "+" + first + " " + second + " -" + third;
      case "groups" -> "(" + first + " AND " + second + ") OR (" + third + "^3 " + first + ")";
      case "beginnings" -> first.substring(0, 4) + "* " + second;
      case "days" -> first + " " + second + " date:1987-03..1987-06";
      case "labels" -> "topics:earn " + first;
      case "capitals" -> (first + " " + second + " " + third).toUpperCase(Locale.ROOT);
      default -> throw new IllegalArgumentException(family);
    };
  }

  static Stream<String> families() {
    return Stream.of(
        "one word",
        "three words",
        "phrase",
        "near",
        "fields",
        "must, not",
        "groups",
        "beginnings",
        "days",
        "labels",
        "capitals");
  }

  @ParameterizedTest
  @MethodSource("families")
  void theHitsAreTheSame(String family) throws IOException {
    for (int i = 0; i < QUERIES; i++) {
      StoryQuery query = StoryQuery.parse(typed(family, i)).limit(30).counting();
      assertSame(here.search(query), there.search(query), query.text());
      StoryQuery dated = query.order(StoryQuery.Order.OLDEST).idsOnly();
      assertSame(here.search(dated), there.search(dated), query.text());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 100_000})
  void whatIsNewIsPreferredAlike(int halfLife) throws IOException {
    Set<Boolean> moved = new HashSet<>();
    for (int i = 0; i < QUERIES; i++) {
      String text = typed(i % 2 == 0 ? "three words" : "fields", i);
      StoryQuery plain = StoryQuery.parse(text).limit(30).counting();
      LocalDate day = LocalDate.of(1987, 3, 1).plusDays(i - 5);
      StoryQuery query = plain.recency(halfLife, day).explaining();
      Results ours = here.search(query);
      assertSame(ours, there.search(query), text);
      moved.add(!Filed.ids(here.search(plain)).equals(Filed.ids(ours)));
      StoryQuery next = query.after(ours.hits().get(ours.hits().size() / 2).cursor());
      assertThat(Filed.ids(there.search(next))).as(text).isEqualTo(Filed.ids(here.search(next)));
    }
    assertThat(moved).contains(true);
  }

  private static void assertSame(Results ours, Results theirs, String what) {
    assertThat(Filed.ids(theirs)).as(what).isEqualTo(Filed.ids(ours));
    for (int i = 0; i < ours.hits().size(); i++) {
      Hit one = ours.hits().get(i);
      Hit other = theirs.hits().get(i);
      assertThat((double) other.score())
          .as(what)
          .isCloseTo(one.score(), within(SAME * Math.max(1, one.score())));
      assertThat(other.story()).as(what).isEqualTo(one.story());
      if (one.story().isPresent()) { // of ids alone nothing is shown
        assertThat(other.snippet()).as(what).isEqualTo(one.snippet());
        assertThat(other.title()).as(what).isEqualTo(one.title());
        assertThat(other.why()).as(what).isEqualTo(one.why());
      }
      assertExplained(one, other, what);
    }
    assertThat(theirs.total()).as(what).isEqualTo(ours.total());
    assertThat(theirs.warnings()).as(what).isEqualTo(ours.warnings());
    assertThat(theirs.interpretation()).as(what).isEqualTo(ours.interpretation());
  }

  private static void assertExplained(Hit one, Hit other, String what) {
    assertThat(other.explanation().isPresent()).isEqualTo(one.explanation().isPresent());
    one.explanation()
        .ifPresent(ours -> {
          List<Explanation.Part> theirs = other.explanation().orElseThrow().parts();
          assertThat(theirs).as(what).hasSameSizeAs(ours.parts());
          for (int i = 0; i < theirs.size(); i++) {
            assertThat(theirs.get(i).what()).as(what).isEqualTo(ours.parts().get(i).what());
            assertThat(theirs.get(i).score())
                .as(what)
                .isCloseTo(ours.parts().get(i).score(), within(1e-5));
          }
        });
  }

  @Test
  void moreLikeFindsTheSame() throws IOException {
    for (int i = 0; i < QUERIES; i++) {
      // as many as are put in an order of their own here; and the cluster knows of no copies
      Like like = Like.id(stories.get(i * 150).id()).limit(50).copies(true);
      assertThat(Filed.ids(there.moreLike(like)))
          .as(like.id().orElseThrow())
          .containsExactlyInAnyOrderElementsOf(Filed.ids(here.moreLike(like)));
    }
  }

  @Test
  void whatIsSpeltNearlySoIsFoundAlike() throws IOException {
    for (int i = 0; i < QUERIES; i++) {
      String word = words(i).getFirst();
      StoryQuery query = StoryQuery.parse(word + "~1").limit(1000).order(StoryQuery.Order.NEWEST);
      assertThat(Filed.ids(there, query)).as(word).isEqualTo(Filed.ids(here, query));
    }
  }

  @Test
  void countsAreTheSame() throws IOException {
    for (int i = 0; i < 5; i++) {
      StoryQuery query = StoryQuery.words(words(i).getFirst()).facets(20).limit(1);
      assertThat(there.search(query).facets()).isEqualTo(here.search(query).facets());
      assertThat(there.people(query, 100)).isEqualTo(here.people(query, 100));
      for (DatePeriod.By by : DatePeriod.By.values()) {
        assertThat(there.timeline(query, by)).isEqualTo(here.timeline(query, by));
      }
    }
  }

  @Test
  void anAnswerInTimeIsTheWholeOneAndAnotherSaysSo() throws IOException {
    Set<Boolean> partial = new HashSet<>();
    for (int i = 0; i < QUERIES; i++) {
      StoryQuery query = StoryQuery.parse(typed("groups", i)).limit(30).counting().facets(5);
      Results whole = there.search(query);
      for (Duration time :
          List.of(Duration.ZERO, Duration.ofMillis(1L << i % 8), Duration.ofDays(1000))) {
        Results found = there.search(query.timeout(time));
        partial.add(found.partial());
        if (time.isZero() || time.toDays() > 0) {
          assertThat(found.partial()).isEqualTo(time.isZero());
        }
        if (found.partial()) {
          assertThat(found.warnings()).anyMatch(one -> one.message().contains("the time"));
          assertThat(found.total().exact()).isFalse();
          assertThat(found.total().stories()).isLessThanOrEqualTo(whole.total().stories());
        } else {
          assertSame(whole, found, query.text());
          assertThat(found.facets()).isEqualTo(whole.facets());
        }
      }
    }
    assertThat(partial).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void cursorsComeToTheEndWithoutATwin() throws IOException {
    StoryQuery query = StoryQuery.words("the said").limit(300);
    List<String> all = new ArrayList<>();
    Results page = there.search(query);
    while (!page.isEmpty()) {
      all.addAll(Filed.ids(page));
      page = there.search(query.after(page.cursor().orElseThrow()));
      assertThat(page.warnings()).isEmpty();
    }
    assertThat(all).doesNotHaveDuplicates();
    List<String> ours = new ArrayList<>();
    page = here.search(query);
    while (!page.isEmpty()) {
      ours.addAll(Filed.ids(page));
      page = here.search(query.after(page.cursor().orElseThrow()));
    }
    assertThat(all).isEqualTo(ours);
  }

  @Test
  void theStoriesComeBackAsTheyWere() throws IOException {
    List<Story> ours = new ArrayList<>();
    List<Story> theirs = new ArrayList<>();
    here.export(ours::add);
    there.export(theirs::add);
    assertThat(theirs).isEqualTo(ours);
  }
}
