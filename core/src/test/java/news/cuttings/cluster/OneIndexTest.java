package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import news.cuttings.Filed;
import news.cuttings.IncompatibleIndexException;
import news.cuttings.index.CommitData;
import news.cuttings.index.Schema;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An address is of one index, which this release can read, and what is dropped stays dropped. */
@Tag(Filed.CLUSTER)
class OneIndexTest {
  private final TestCluster cluster = TestCluster.shared();

  private static Story story(String id) {
    return Story.builder().id(id).body("Gravel " + id).build();
  }

  private static ClusterIndex open(URI address) throws IOException {
    return ClusterIndex.connect(address, TestCluster.options(Filed.people()));
  }

  private URI filed(String... ids) throws IOException {
    URI address = cluster.newIndex();
    file(address, ids);
    return address;
  }

  private static void file(URI address, String... ids) throws IOException {
    try (ClusterIndex index = open(address)) {
      for (String id : ids) {
        index.add(story(id));
      }
      index.commit();
    }
  }

  private static String name(URI address) {
    return address.getPath().substring(1);
  }

  private void drop(URI address) throws IOException {
    assertThat(cluster.ask("DELETE", address.getPath(), null).at("acknowledged").isTrue()).isTrue();
  }

  private boolean isThere(URI address) throws IOException {
    return !cluster.ask("GET", address.getPath(), null).at("error").isPresent();
  }

  private static void writeUntilTold(ClusterIndex index) {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 5000; i++) {
                index.add(story("x" + i));
                if (i % 100 == 0) {
                  index.commit();
                }
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dropped");
  }

  /** It may tell once more what was told. */
  private static void closeTold(ClusterIndex index) {
    Throwable told = catchThrowable(index::close);
    assertThat(told == null || told instanceof IOException).isTrue();
  }

  @Test
  void whatIsDroppedWhileItIsWrittenStaysDropped() throws Exception {
    URI address = filed("1");
    ClusterIndex index = open(address);
    index.add(story("2"));
    index.commit();
    Thread dropping =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Thread.sleep(500);
                drop(address);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    writeUntilTold(index);
    dropping.join();
    assertThatThrownBy(
            () -> {
              index.delete("1");
              index.commit();
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dropped");
    closeTold(index);
    assertThat(isThere(address)).isFalse();
  }

  @Test
  void whatIsDroppedBeforeTheFirstWriteStaysDropped() throws IOException {
    URI address = filed("1");
    ClusterIndex index = open(address);
    drop(address);
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> index.add(story("2")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("dropped");
    }
    index.close();
    assertThat(isThere(address)).isFalse();
  }

  @Test
  void whatIsMadeAnewGetsNothingThatWasForTheOneBefore() throws IOException {
    URI address = filed("1");
    ClusterIndex index = open(address);
    index.add(story("2"));
    index.commit();
    drop(address);
    file(address, "new");
    writeUntilTold(index);
    closeTold(index);
    try (ClusterIndex now = open(address)) {
      assertThat(Filed.ids(now, StoryQuery.words("gravel"))).containsExactly("new");
    }
    drop(address);
  }

  private void alias(String alias, Object about, URI... addresses) throws IOException {
    List<Object> actions = new ArrayList<>();
    for (URI address : addresses) {
      Map<String, @Nullable Object> one = object("index", name(address), "alias", alias);
      ((Map<?, ?>) about).forEach((name, value) -> one.put((String) name, value));
      actions.add(object("add", one));
    }
    Json answer = cluster.ask("POST", "/_aliases", object("actions", actions));
    assertThat(answer.at("acknowledged").isTrue()).as(answer.toString()).isTrue();
  }

  @Test
  void anAliasIsOfOneIndexWholly() throws IOException {
    URI first = filed("1");
    URI second = filed("2");
    alias("one", object(), first);
    alias("both", object(), first, second);
    alias("filtered", object("filter", object("term", object("id", "1"))), first);
    alias("routed", object("routing", "x"), first);
    try (ClusterIndex index = open(cluster.address("one"))) {
      index.add(story("3"));
      index.commit();
      assertThat(Filed.ids(index, StoryQuery.words("gravel"))).hasSize(2);
    }
    assertThatThrownBy(() -> open(cluster.address("both")))
        .isInstanceOf(IncompatibleIndexException.class)
        .hasMessageContainingAll(name(first), name(second), "name one of them");
    for (String part : List.of("filtered", "routed")) {
      assertThatThrownBy(() -> open(cluster.address(part)))
          .isInstanceOf(IncompatibleIndexException.class)
          .hasMessageContaining(name(first));
    }
    drop(first);
    drop(second);
  }

  @Test
  void anAliasThatComesToBeOfTwoIsReadNoMore() throws IOException {
    URI first = filed("1");
    URI second = filed("2");
    alias("moving", object(), first);
    try (ClusterIndex index = open(cluster.address("moving"))) {
      assertThat(Filed.ids(index, StoryQuery.words("gravel"))).containsExactly("1");
      alias("moving", object(), second);
      assertThatThrownBy(index::refresh)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("name one of them");
    }
    drop(first);
    drop(second);
  }

  @Test
  void anIndexRestoredBesideAnotherHasANameOfItsOwn() throws IOException {
    URI first = filed("1");
    URI second = filed("2");
    Described about =
        Objects.requireNonNull(Described.all(nodes(first), name(first)).get(name(first)));
    String writing = about.aliases().keySet().iterator().next();
    alias(
        writing,
        object("is_hidden", true),
        second); // as a snapshot that is restored by another name has it
    file(first, "3");
    file(second, "4");
    for (URI one : List.of(first, second)) {
      try (ClusterIndex index = open(one)) {
        assertThat(Filed.ids(index, StoryQuery.words("gravel"))).hasSize(2);
      }
    }
    drop(first);
    drop(second);
  }

  private static ClusterNodes nodes(URI address) {
    return new ClusterNodes(ClusterAddress.of(address), TestCluster.options(Filed.people()));
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(CommitData.SCHEMA, Schema.VERSION + 1, "newer release"),
        Arguments.of(CommitData.SCHEMA, "next", "newer release"),
        Arguments.of(CommitData.SCHEMA, Schema.VERSION + 0.5, "newer release"),
        Arguments.of(CommitData.SCHEMA, object("major", 1), "newer release"),
        Arguments.of(CommitData.SCHEMA, List.of(1), "newer release"),
        Arguments.of(CommitData.SCHEMA, 1e30, "newer release"),
        Arguments.of(CommitData.SCHEMA, "99999999999999999999", "newer release"),
        Arguments.of(CommitData.ANALYSIS, Schema.ANALYSIS + 1, "newer release's analysis"),
        Arguments.of(CommitData.ANALYSIS, "next", "newer release's analysis"),
        Arguments.of(CommitData.ANALYSIS, Schema.ANALYSIS - 1, "older release"),
        Arguments.of(CommitData.RANKING, "unheard = 3", "newer release"),
        Arguments.of(CommitData.RANKING, "k1 = loud", "newer release"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatThisReleaseCannotReadIsRefusedAsAFolderIs(String what, Object version, String told)
      throws IOException {
    URI address = cluster.newIndex();
    Map<String, @Nullable Object> body =
        Mapping.index(TestCluster.options(Filed.people()), RankingOptions.DEFAULT);
    Map<String, @Nullable Object> meta = new HashMap<>(Mapping.versions(RankingOptions.DEFAULT));
    meta.put(what, version);
    body.put("mappings", object("_meta", meta));
    Json made = cluster.ask("PUT", address.getPath(), body);
    assertThat(made.at("acknowledged").isTrue()).as(made.toString()).isTrue();
    assertThatThrownBy(() -> open(address))
        .isInstanceOf(IncompatibleIndexException.class)
        .hasMessageContainingAll(told, name(address));
    if (what.equals(CommitData.ANALYSIS)) {
      assertThatThrownBy(() -> open(address))
          .hasMessageContaining("ClusterIndex.connectForRebuilding");
      ClusterIndex.connectForRebuilding(address, TestCluster.options(Filed.people())).close();
    } else {
      assertThatThrownBy(
              () -> ClusterIndex.connectForRebuilding(address, TestCluster.options(Filed.people())))
          .isInstanceOf(IncompatibleIndexException.class);
    }
    drop(address);
  }
}
