package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.query.Explanation;
import news.cuttings.query.Hit;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stories that have a query's words together come first. */
@Tag(Filed.EVERYWHERE)
@ExtendWith(RandomStories.Injected.class)
class TogetherTest {
  private static final int STORIES = 200;
  private static final int QUERIES = 60;

  /** However often, and in whatever place, the others have some of them. */
  @Test
  void ofTwoOrThreeWordsThoseWithAllComeFirst(RandomStories stories) throws IOException {
    int told = 0;
    try (StoryIndex index = Filed.of(stories.list(STORIES))) {
      for (int i = 0; i < Filed.tries(QUERIES); i++) {
        String text = stories.words(2 + i % 2);
        StoryQuery query = StoryQuery.words(text).limit(STORIES);
        Set<String> all =
            new HashSet<>(Filed.ids(index, query.match(StoryQuery.Match.ALL).limit(STORIES)));
        List<String> any = Filed.ids(index, query.match(StoryQuery.Match.ANY));
        if (new HashSet<>(any).containsAll(all)) { // where none has all, ALL finds nothing
          assertThat(any.subList(0, all.size())).as(text).containsExactlyInAnyOrderElementsOf(all);
          told += !all.isEmpty() && all.size() < any.size() ? 1 : 0;
        }
      }
    }
    assertThat(told).isGreaterThan(Filed.tries(QUERIES) / 4);
  }

  /** A joined word is found by any of its parts; who has all of them has it. */
  @Test
  void aStoryHasAJoinedWordByAllOfItsParts() throws IOException {
    try (StoryIndex index =
        Filed.of(
            List.of(
                story("part", "Harbour tax", "Tax, harbour, tax, harbour."),
                story("all", "Notes", "Mud. ".repeat(90) + "The harbour, pre-tax.")))) {
      assertThat(first(index, "pre-tax harbour")).isEqualTo("all");
    }
  }

  @Test
  void aPageAfterAPageIsTheSameOrder() throws IOException {
    List<Story> stories = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String often = "harbour ".repeat(1 + i % 7);
      stories.add(
          Story.builder().id("s" + i).body(often + (i % 3 == 0 ? "ferries." : "gravel.")).build());
    }
    try (StoryIndex index = Filed.of(stories)) {
      List<String> whole = Filed.ids(index, StoryQuery.words("harbour ferries").limit(30));
      List<String> pages = new ArrayList<>();
      StoryQuery query = StoryQuery.words("harbour ferries").limit(4);
      List<Hit> page = index.search(query).hits();
      while (!page.isEmpty()) {
        page.forEach(hit -> pages.add(hit.id()));
        page = index.search(query.after(page.getLast().cursor())).hits();
      }
      assertThat(pages).isEqualTo(whole).hasSize(30);
      assertThat(whole.subList(0, 10)).allMatch(id -> Integer.parseInt(id.substring(1)) % 3 == 0);
    }
  }

  /** A long story full of the words does not come before the one that is called so. */
  @Test
  void aHeadlineTypedFindsItsStory() throws IOException {
    String meant = "Council votes to dredge harbour for ferries";
    try (StoryIndex index =
        Filed.of(
            List.of(
                story("meant", meant, "Work begins. " + "Mud. ".repeat(60)),
                story("longer", meant + " and barges, mayor of the town says", "Mud. ".repeat(30)),
                story(
                    "often",
                    "Notes from the quay",
                    "The council votes on dredging the harbour, as ferries need. ".repeat(3)),
                story("other", "Quay closed", "Nothing more was said.")))) {
      assertThat(first(index, meant)).isEqualTo("meant");
      assertThat(first(index, "council votes to dredge harbour for feries")).isEqualTo("meant");
    }
  }

  /** A question in a sentence is none of that, nor words all of which are asked for. */
  @Test
  void nothingIsGainedWhereWordsStandApart() throws IOException {
    try (StoryIndex index =
        Filed.of(
            List.of(
                story("a", "Harbour news", "Ferries and gravel, mud and barges."),
                story("b", "Gravel", "Mud.")))) {
      assertThat(parts(index, "harbour ferries gravel mud barges"))
          .containsExactly("harbour", "ferries", "gravel", "mud", "barges");
      assertThat(parts(index, "+harbour +ferries")).containsExactly("harbour", "ferries");
      assertThat(parts(index, "harbour ferries"))
          .containsExactly("harbour", "ferries", "all of the words");
      assertThat(parts(index, "harbour quayside")).containsExactly("harbour");
    }
  }

  @Test
  void whatIsGainedIsExplained() throws IOException {
    try (StoryIndex index =
        Filed.of(List.of(story("a", "Mud and gravel bar ferries from harbour", "No more.")))) {
      Hit hit = index.search(StoryQuery.parse("mud gravel ferries harbour").explaining()).first();
      List<Explanation.Part> parts = hit.explanation().orElseThrow().parts();
      assertThat(parts.getLast().what()).isEqualTo("a headline of these words");
      assertThat(parts.stream().mapToDouble(Explanation.Part::score).sum())
          .isCloseTo(hit.score(), within(1e-5));
    }
  }

  private static List<String> parts(StoryIndex index, String text) throws IOException {
    return index
        .search(StoryQuery.parse(text).explaining())
        .first()
        .explanation()
        .orElseThrow()
        .parts()
        .stream()
        .map(Explanation.Part::what)
        .toList();
  }

  private static String first(StoryIndex index, String text) throws IOException {
    return index.search(StoryQuery.words(text)).first().id();
  }

  private static Story story(String id, String headline, String body) {
    return Story.builder().id(id).headline(headline).body(body).build();
  }
}
