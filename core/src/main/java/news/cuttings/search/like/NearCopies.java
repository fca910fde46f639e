package news.cuttings.search.like;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.index.MinHashSignature;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.index.TextAnalysis;
import news.cuttings.search.TopHits.Ordered;
import news.cuttings.story.Story;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Tells near-copies among hits: reprints, and stories cut from others. Two stories are near-copies
 * where the one with fewer runs of four words has at least eight, and two in three of them are in
 * the other too (a changed word spoils four runs: a third of a reprint's runs are often its own).
 * Sketches say where to look; only there are texts read and compared, at most fifty an answer:
 * beyond that the sketches alone decide.
 */
final class NearCopies {
  private static final double SHARE = 2 / 3.0;
  private static final int FEWEST_RUNS = 8;

  /** The share told by sketches at which the texts are compared: they err by a sixth or so. */
  private static final double SUSPECT = 0.5;

  private static final int MOST_READ = 50;

  private final IndexSearcher searcher;
  private final TextAnalysis analysis;
  private final List<Group> groups = new ArrayList<>();

  /** By hash, the groups whose sketch has it. */
  private final Map<Integer, List<Group>> byHash = new HashMap<>();

  private int read;

  /**
   * Hits without near-copies.
   *
   * @param groups the hits, each with its near-copies
   * @param ofSource the near-copies of the source, which are no hits
   */
  record Told(List<Group> groups, List<Ordered> ofSource) {}

  /** Stories that are near-copies of the first. */
  static final class Group {
    private final List<Ordered> hits = new ArrayList<>();
    private final BytesRef sketch;
    private @Nullable Shingles first;
    private @Nullable Story story;
    private int longest;
    private int length;

    private Group(BytesRef sketch) {
      this.sketch = sketch;
    }

    /** The one with most runs, with the score of the best. */
    Ordered shown() {
      Ordered hit = hits.get(longest);
      return new Ordered(hit.doc(), hit.key().scored(hits.get(0).key().score()));
    }

    /** The ids of the others. */
    List<String> others() {
      String shown = hits.get(longest).key().id();
      return hits.stream().map(hit -> hit.key().id()).filter(id -> !id.equals(shown)).toList();
    }
  }

  NearCopies(IndexSearcher searcher, TextAnalysis analysis) {
    this.searcher = searcher;
    this.analysis = analysis;
  }

  /** Hits of which none is a near-copy of another. */
  static List<Group> each(List<Ordered> hits) {
    return hits.stream()
        .map(hit -> {
          Group alone = new Group(new BytesRef());
          alone.hits.add(hit);
          return alone;
        })
        .toList();
  }

  /**
   * Puts near-copies together.
   *
   * @param source the story that the hits are like
   * @param sketch its sketch
   * @param hits in order
   * @param limit the most groups; later hits are looked at for copies of these
   */
  Told tell(Story source, BytesRef sketch, List<Ordered> hits, int limit) throws IOException {
    BytesRef[] sketches = new BytesRef[hits.size()];
    Arrays.fill(sketches, new BytesRef());
    ByteValues.read(
        searcher,
        Schema.COPIES,
        hits.size(),
        i -> hits.get(i).doc(),
        (i, value) -> sketches[i] = BytesRef.deepCopyOf(value));
    Group original = new Group(sketch);
    original.story = source;
    enter(original);
    for (int i = 0; i < sketches.length; i++) {
      if (!joins(hits.get(i), sketches[i]) && groups.size() < limit) {
        Group group = new Group(sketches[i]);
        group.hits.add(hits.get(i));
        groups.add(group);
        enter(group);
      }
    }
    return new Told(groups, original.hits);
  }

  private void enter(Group group) {
    for (int hash : MinHashSignature.hashes(group.sketch)) {
      byHash.computeIfAbsent(hash, key -> new ArrayList<>(1)).add(group);
    }
  }

  /** Puts the hit to the group it is a near-copy of, the one with most hashes in common first. */
  private boolean joins(Ordered hit, BytesRef sketch) throws IOException {
    Map<Group, Integer> common = new LinkedHashMap<>();
    for (int hash : MinHashSignature.hashes(sketch)) {
      for (Group group : byHash.getOrDefault(hash, List.of())) {
        common.merge(group, 1, Integer::sum);
      }
    }
    List<Group> suspects = new ArrayList<>(common.keySet());
    suspects.sort(Comparator.comparingInt(group -> -common.getOrDefault(group, 0)));
    Shingles runs = null;
    for (Group group : suspects) {
      double guess = MinHashSignature.containment(sketch, group.sketch);
      if (read < MOST_READ && guess >= SUSPECT) {
        runs = runs == null ? runs(hit) : runs;
        if (areCopies(first(group), runs)) {
          put(hit, runs.all().size(), group);
          return true;
        }
      } else if (read >= MOST_READ && guess >= SHARE) {
        put(hit, 0, group);
        return true;
      }
    }
    return false;
  }

  private static void put(Ordered hit, int length, Group group) {
    group.hits.add(hit);
    if (length > group.length) {
      group.length = length;
      group.longest = group.hits.size() - 1;
    }
  }

  private Shingles first(Group group) throws IOException {
    Shingles known = group.first;
    if (known == null) {
      Story story = group.story;
      known = story == null ? runs(group.hits.get(0)) : Shingles.of(analysis, story);
      group.first = known;
      group.length = known.all().size();
    }
    return known;
  }

  private Shingles runs(Ordered hit) throws IOException {
    read++;
    StoredFields stored = searcher.storedFields();
    return Shingles.of(analysis, StoredStories.read(stored, hit.doc()));
  }

  private static boolean areCopies(Shingles a, Shingles b) {
    boolean first = a.all().size() <= b.all().size();
    Shingles fewer = first ? a : b;
    Shingles more = first ? b : a;
    return fewer.all().size() >= FEWEST_RUNS && fewer.in(more) >= SHARE;
  }
}
