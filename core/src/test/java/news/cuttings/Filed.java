package news.cuttings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import news.cuttings.cluster.ClusterIndex;
import news.cuttings.cluster.TestCluster;
import news.cuttings.people.People;
import news.cuttings.query.Hit;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;

/** Indices for tests, in which nobody is recognised. */
public final class Filed {
  /** Whether this is the second run of the tests tagged so. */
  public static final boolean ON_CLUSTER = Boolean.getBoolean("cuttings.onCluster");

  /** The tag of tests of what holds wherever the index is: they are run on a cluster too. */
  public static final String EVERYWHERE = "everywhere";

  /** The tag of tests that start a cluster. */
  public static final String CLUSTER = "cluster";

  /** The tag of tests that kill nodes, and wait for the cluster to notice. */
  public static final String FAILOVER = "failover";

  private static final Map<Path, URI> ADDRESSES = new ConcurrentHashMap<>();

  private Filed() {}

  /** Names nobody whom the story does not. */
  public static People people() {
    return People.given();
  }

  /** That many tries here, a fifth where each is asked of a cluster. */
  public static int tries(int here) {
    return ON_CLUSTER ? here / 5 : here;
  }

  /** An empty index in memory, or on the test's cluster where the test is run there. */
  public static StoryIndex empty(People people) throws IOException {
    return ON_CLUSTER
        ? TestCluster.shared().passing(people)
        : IndexBuilder.inMemory().people(people).open();
  }

  /** The index in that folder, or on the test's cluster the one that stands for the folder. */
  public static StoryIndex open(Path folder) throws IOException {
    if (ON_CLUSTER) {
      URI address = ADDRESSES.computeIfAbsent(folder, absent -> TestCluster.shared().newIndex());
      return ClusterIndex.connect(address, TestCluster.options(people()));
    }
    return StoryIndex.at(folder).people(people()).open();
  }

  /** Opens the index of that folder for searching only, on a cluster where tests run there. */
  public static StoryIndex openReadOnly(Path folder) throws IOException {
    if (ON_CLUSTER) {
      URI address = ADDRESSES.computeIfAbsent(folder, absent -> TestCluster.shared().newIndex());
      return ClusterIndex.connectReadOnly(address, TestCluster.options(people()));
    }
    return StoryIndex.openReadOnly(folder);
  }

  /** An index with those stories, visible. */
  public static StoryIndex of(Iterable<Story> stories) throws IOException {
    StoryIndex index = empty(people());
    index.addAll(stories);
    index.commit();
    return index;
  }

  /** An index with a story of each text, named by its place from 0. */
  public static StoryIndex ofTexts(String... bodies) throws IOException {
    StoryIndex index = empty(people());
    for (int i = 0; i < bodies.length; i++) {
      index.add(Story.builder().id(Integer.toString(i)).body(bodies[i]).build());
    }
    index.commit();
    return index;
  }

  /** The ids of the answer, best first. */
  public static List<String> ids(StoryIndex index, StoryQuery query) throws IOException {
    return ids(index.search(query));
  }

  /** The ids of the hits, in order. */
  public static List<String> ids(Iterable<Hit> hits) {
    return StreamSupport.stream(hits.spliterator(), false).map(Hit::id).toList();
  }
}
