package news.cuttings.search.like;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.index.Ranking;
import news.cuttings.index.Schema;
import news.cuttings.index.StoryWriter;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Hit;
import news.cuttings.query.Like;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.search.LuceneBackend;
import news.cuttings.search.SearchService;
import news.cuttings.search.TopHits;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The second step of more like this beside a slow and obvious one. */
@ExtendWith(RandomStories.Injected.class)
class NearnessTest {
  private static final int IN_ORDER = 50;

  private final MoreLike moreLike = new MoreLike(new SearchService().analyses());
  private final TextAnalysis analysis = new TextAnalysis();

  @Test
  void theOrderIsThatOfSharesOfWords(RandomStories random) throws IOException {
    List<Story> stories = random.list(150);
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    stories.forEach(story -> counts.put(story.id(), counts(story, true)));
    try (Directory directory = filed(List.of(stories));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = Ranking.searcher(reader);
      int moved = 0;
      for (Story story : stories.subList(0, 40)) {
        List<String> byWords = new ArrayList<>();
        Map<String, Float> expected = expected(searcher, story, counts, byWords);
        Like like = Like.id(story.id()).limit(70).copies(true);
        List<Hit> hits = moreLike.answer(new LuceneBackend(searcher), like).hits();
        assertThat(hits).extracting(Hit::id).containsExactlyInAnyOrderElementsOf(byWords);
        for (Hit hit : hits) {
          float score = Objects.requireNonNull(expected.get(hit.id()));
          assertThat((double) hit.score()).as(hit.id()).isCloseTo(score, within(1e-5));
        }
        assertThat(hits).isSortedAccordingTo(Comparator.comparingDouble(Hit::score).reversed());
        moved += hits.stream().map(Hit::id).toList().equals(byWords) ? 0 : 1;
        List<String> page = hits.stream().limit(5).map(Hit::id).toList();
        assertThat(Filed.ids(moreLike.answer(new LuceneBackend(searcher), like.limit(5))))
            .as("a page of five")
            .isEqualTo(page);
        Like byText = Like.story(story).limit(5).copies(true);
        assertThat(Filed.ids(moreLike.answer(new LuceneBackend(searcher), byText))).isEqualTo(page);
      }
      assertThat(moved).isGreaterThan(20);
    }
  }

  /** What each of the best seventy by words scores; their ids in order of words. */
  private Map<String, Float> expected(
      IndexSearcher searcher,
      Story source,
      Map<String, Map<String, Integer>> counts,
      List<String> byWords)
      throws IOException {
    LikeTerms words = new LikeTerms(analysis, source, RankingOptions.DEFAULT);
    int held = searcher.getIndexReader().maxDoc();
    List<LikeTerms.Chosen> terms = LikeTerms.best(words.known(searcher.getIndexReader()), held, 2);
    double most = terms.stream().mapToDouble(LikeTerms.Chosen::weight).sum();
    LikeSearch.Source of =
        new LikeSearch.Source(
            Like.id(source.id()), source, OptionalInt.empty(), LikeSearch.keys(source));
    Map<String, Float> scores = new HashMap<>();
    for (TopHits.Ordered hit :
        new TopHits(searcher, LikeSearch.query(of, terms), 70, null).scored().hits()) {
      byWords.add(hit.key().id());
      scores.put(hit.key().id(), (float) (0.2 * hit.key().score() / most));
    }
    Map<String, Double> weights = weights(source, counts, words.all());
    Map<String, Double> own = shares(counts(source, false), weights, false);
    Map<String, Map<String, Double>> shares = new HashMap<>();
    List<String> first = byWords.subList(0, Math.min(IN_ORDER, byWords.size()));
    double self = affinity(own, own, weights);
    for (String id : first) {
      Map<String, Double> theirs = shares(of(counts, id), weights, true);
      shares.put(id, theirs);
      scores.merge(id, (float) (affinity(own, theirs, weights) / self), Float::sum);
    }
    Map<String, Float> before = Map.copyOf(scores);
    List<String> nearest =
        first.stream()
            .sorted(Comparator.comparingDouble((String id) -> of(before, id)).reversed())
            .limit(5)
            .toList();
    for (String id : first) {
      double near =
          nearest.stream()
              .filter(other -> !other.equals(id))
              .mapToDouble(other -> affinity(of(shares, id), of(shares, other), weights))
              .average()
              .orElse(0);
      scores.merge(id, (float) (0.5 * near / self), Float::sum);
    }
    return scores;
  }

  /** The weights of the heaviest words of the source that are neither its alone nor common. */
  private Map<String, Double> weights(
      Story source, Map<String, Map<String, Integer>> counts, List<String> said) {
    Map<String, Double> weights = new HashMap<>();
    for (String term : said) {
      double with = counts.values().stream().filter(words -> words.containsKey(term)).count();
      if (with >= 2 && with <= 0.4 * counts.size()) {
        double idf = Math.log(1 + (counts.size() - with + 0.5) / (with + 0.5));
        boolean isNumber = term.codePoints().anyMatch(Character::isDigit);
        weights.put(term, Math.pow(idf, 0.7) * (isNumber ? 2.25 : 1));
      }
    }
    Map<String, Double> own = shares(counts(source, false), weights, false);
    Map<String, Double> heaviest = new HashMap<>();
    said.stream()
        .filter(weights::containsKey)
        .sorted(
            Comparator.comparingDouble((String term) -> of(weights, term) * of(own, term))
                .reversed())
        .limit(64)
        .forEach(term -> heaviest.put(term, of(weights, term)));
    return heaviest;
  }

  private static double affinity(
      Map<String, Double> a, Map<String, Double> b, Map<String, Double> weights) {
    double near = 0;
    for (Map.Entry<String, Double> word : weights.entrySet()) {
      near +=
          word.getValue() * a.getOrDefault(word.getKey(), 0.0) * b.getOrDefault(word.getKey(), 0.0);
    }
    return near;
  }

  /** The roots of the shares of words; where rounded, of a length as Lucene keeps it. */
  private static Map<String, Double> shares(
      Map<String, Integer> counts, Map<String, Double> weights, boolean isRounded) {
    int length = counts.values().stream().mapToInt(Integer::intValue).sum();
    int kept = isRounded ? SmallFloat.byte4ToInt(SmallFloat.intToByte4(length)) : length;
    Map<String, Double> shares = new HashMap<>();
    counts.forEach((term, count) -> {
      if (weights.containsKey(term)) {
        shares.put(term, Math.sqrt((double) count / kept));
      }
    });
    return shares;
  }

  private static <T> T of(Map<String, T> map, String key) {
    return Objects.requireNonNull(map.get(key));
  }

  /** As the index counts words; without people and edition as the source's are counted. */
  private Map<String, Integer> counts(Story story, boolean isIndexed) {
    Map<String, Integer> counts = new HashMap<>();
    add(story.headline().orElse(""), RankingOptions.DEFAULT.headlineWeight(), counts);
    add(story.body(), 1, counts);
    analysis.tokens(story.lead()).stream()
        .filter(token -> token.start() < Schema.LEAD_WEIGHED)
        .forEach(
            token -> counts.merge(token.term(), RankingOptions.DEFAULT.leadWeight(), Integer::sum));
    if (isIndexed) {
      add(story.edition().orElse(""), 1, counts);
      for (Person person : story.people()) {
        add(person.name(), RankingOptions.DEFAULT.peopleWeight(), counts);
      }
    }
    return counts;
  }

  private void add(String text, int weight, Map<String, Integer> counts) {
    analysis.tokens(text).forEach(token -> counts.merge(token.term(), weight, Integer::sum));
  }

  /** Nothing is read of a story but what each segment has of it. */
  @Test
  void segmentsChangeNothing(RandomStories random) throws IOException {
    List<Story> stories = random.list(160);
    List<List<Story>> parts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      parts.add(stories.subList((7 - i) * 20, (8 - i) * 20));
    }
    try (Directory one = filed(List.of(stories));
        Directory many = filed(parts);
        DirectoryReader oneReader = DirectoryReader.open(one);
        DirectoryReader manyReader = DirectoryReader.open(many)) {
      assertThat(manyReader.leaves()).hasSizeGreaterThan(oneReader.leaves().size());
      for (Story story : stories.subList(0, 30)) {
        Like like = Like.id(story.id()).limit(30);
        assertThat(scores(manyReader, like)).isEqualTo(scores(oneReader, like)).isNotEmpty();
      }
    }
  }

  private List<String> scores(DirectoryReader reader, Like like) throws IOException {
    List<String> scores = new ArrayList<>();
    for (Hit hit : moreLike.answer(new LuceneBackend(Ranking.searcher(reader)), like)) {
      scores.add(hit.id() + " " + hit.score());
    }
    return scores;
  }

  /** A text that is not in the index is as near as the story that it is a copy of. */
  @Test
  void aTextIsReadAsAStoryOfTheIndexWouldBe(RandomStories random) throws IOException {
    List<Story> stories = random.list(120);
    try (Directory directory = filed(List.of(stories));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = Ranking.searcher(reader);
      for (Story story : stories.subList(0, 30)) {
        Story stranger = story.toBuilder().id("stranger").build();
        Like like = Like.story(stranger).copies(true);
        assertThat(moreLike.answer(new LuceneBackend(searcher), like).first().id())
            .isEqualTo(story.id());
      }
    }
  }

  /** Of one affair are the stories that are near to one another, and not the one beside it. */
  @Test
  void whatIsNearToTheNearestComesBeforeWhatIsNot() throws IOException {
    List<Story> stories = new ArrayList<>();
    stories.add(story("source", "ferry harbour captain inquiry lifeboat anchor"));
    for (int i = 0; i < 5; i++) {
      stories.add(story("affair" + i, "ferry harbour captain inquiry " + filling(i, 4)));
    }
    stories.add(story("of", "ferry harbour " + filling(6, 6))); // two words of the affair's
    stories.add(story("beside", "lifeboat anchor " + filling(7, 6))); // two that it has not
    stories.add(story("other1", "lifeboat " + filling(8, 7)));
    stories.add(story("other2", "lifeboat " + filling(9, 7)));
    stories.add(story("other3", "lifeboat " + filling(10, 7)));
    stories.add(story("other4", "lifeboat anchor " + filling(11, 7)));
    stories.add(story("other5", "anchor " + filling(12, 7)));
    stories.add(story("other6", "anchor " + filling(13, 7)));
    stories.add(story("other7", "anchor " + filling(14, 7)));
    for (int i = 15; i < 30; i++) {
      stories.add(story("far" + i, filling(i, 8)));
    }
    try (Directory directory = filed(List.of(stories));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      List<String> ids =
          Filed.ids(
              moreLike.answer(
                  new LuceneBackend(Ranking.searcher(reader)), Like.id("source").limit(20)));
      assertThat(ids.subList(0, 5)).allMatch(id -> id.startsWith("affair"));
      assertThat(ids.indexOf("of")).isLessThan(ids.indexOf("beside")).isPositive();
    }
  }

  private static Story story(String id, String body) {
    return Story.builder().id(id).body(body).build();
  }

  private static String filling(int of, int words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      text.append(' ').append("fill").append((char) ('a' + of % 26)).append((char) ('a' + of / 26));
      text.append((char) ('a' + i)).append('x');
    }
    return text.toString();
  }

  private static Directory filed(List<List<Story>> parts) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (StoryWriter writer =
        StoryWriter.open(
            directory, Filed.people(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT)) {
      for (List<Story> part : parts) {
        writer.add(part);
        writer.commit();
      }
    }
    return directory;
  }
}
