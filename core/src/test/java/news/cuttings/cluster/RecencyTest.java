package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.Filed;
import news.cuttings.IndexBuilder;
import news.cuttings.StoryIndex;
import news.cuttings.index.Schema;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cluster prefers the new as an index on a disk does, or says that it cannot. */
@Tag(Filed.CLUSTER)
class RecencyTest {
  private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
  private static final StoryQuery PLAIN = StoryQuery.words("herring").limit(20);
  private static final StoryQuery NEW = PLAIN.recency(10, TODAY);

  private final TestCluster cluster = TestCluster.shared();

  /** Of all times that a story can be of, and of none. */
  private static List<Story> stories() {
    List<Story> stories = new ArrayList<>();
    for (int age : List.of(-40, -3, 0, 10, 30, 300, 19_000, 40_000, 700_000)) {
      stories.add(story("a" + age).date(TODAY.minusDays(age)).build());
    }
    stories.add(story("last").date(LocalDate.of(9999, 12, 31)).build());
    stories.add(story("first").date(LocalDate.of(1, 1, 1)).build());
    stories.add(story("none").build());
    stories.add(story("old").headline("Herring herring").date(TODAY.minusDays(5000)).build());
    return stories;
  }

  private static Story.Builder story(String id) {
    return Story.builder().id(id).body("The herring fleet is in.");
  }

  private static void assertSame(Results ours, Results theirs) {
    assertThat(Filed.ids(theirs)).isEqualTo(Filed.ids(ours));
    for (int i = 0; i < ours.hits().size(); i++) {
      Hit one = ours.hits().get(i);
      assertThat(theirs.hits().get(i).score())
          .as(one.id())
          .isCloseTo(one.score(), Offset.offset(1e-6f));
    }
  }

  @Test
  void storiesOfAllTimesGainAlike() throws IOException {
    URI address = cluster.newIndex();
    try (StoryIndex here = IndexBuilder.inMemory().people(Filed.people()).open();
        ClusterIndex there = ClusterIndex.connect(address, TestCluster.options(Filed.people()))) {
      for (StoryIndex index : List.of(here, there)) {
        index.addAll(stories());
        index.commit();
      }
      Results found = there.search(NEW);
      assertThat(found.warnings()).isEmpty();
      assertThat(found.first().id()).isEqualTo("a0");
      assertThat(Filed.ids(there, PLAIN).getFirst()).isEqualTo("old");
      assertSame(here.search(NEW), found);
      for (String day : List.of("0001-06-01", "1969-12-31", "1970-01-01", "9999-01-01")) {
        StoryQuery query = PLAIN.recency(400, LocalDate.parse(day));
        assertSame(here.search(query), there.search(query));
      }
      StoryQuery nowhere = StoryQuery.words("unheard").recency(3, TODAY);
      assertThat(there.search(nowhere)).isEmpty();
    }
    cluster.ask("DELETE", address.getPath(), null);
  }

  @Test
  void anIndexOfAnEarlierReleaseSaysThatItDoesNotAndIsMended() throws IOException {
    URI address = cluster.newIndex();
    Map<String, @Nullable Object> body =
        Mapping.index(TestCluster.options(Filed.people()), RankingOptions.DEFAULT);
    Json mappings = new Json(body.get("mappings"));
    Map<String, @Nullable Object> earlier = new HashMap<>();
    mappings.members().forEach((name, value) -> earlier.put(name, value.value()));
    Map<String, @Nullable Object> meta = new HashMap<>(Mapping.versions(RankingOptions.DEFAULT));
    meta.remove(Mapping.AGES);
    earlier.put("_meta", meta);
    Map<String, @Nullable Object> fields = new HashMap<>();
    mappings.at("properties").members().forEach((name, value) -> fields.put(name, value.value()));
    fields.put(Schema.DATE, object("type", "long"));
    earlier.put("properties", fields);
    body.put("mappings", earlier);
    Json made = cluster.ask("PUT", address.getPath(), body);
    assertThat(made.at("acknowledged").isTrue()).as(made.toString()).isTrue();
    try (ClusterIndex index = ClusterIndex.connect(address, TestCluster.options(Filed.people()))) {
      index.addAll(stories());
      index.commit();
      Results found = index.search(NEW);
      assertThat(found.warnings()).hasSize(1).allMatch(one -> one.message().contains("rebuild"));
      assertSame(index.search(PLAIN), found);
      index.rebuild();
      assertThat(index.search(NEW).warnings()).isEmpty();
      assertThat(index.search(NEW).first().id()).isEqualTo("a0");
    }
    try (ClusterIndex index = ClusterIndex.connect(address, TestCluster.options(Filed.people()))) {
      assertThat(index.search(NEW).warnings()).isEmpty();
      assertThat(index.search(NEW).first().id()).isEqualTo("a0");
    }
    cluster.ask("DELETE", address.getPath(), null);
  }
}
