package news.cuttings.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.index.Ranking;
import news.cuttings.index.StoryWriter;
import news.cuttings.index.WordFiles;
import news.cuttings.index.WordVectors;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The second step of more like this beside a slow and obvious one. */
@ExtendWith(RandomStories.Injected.class)
class NearnessTest {
  private static final int ALL = 300;

  private final Librarian librarian = new Librarian();

  @Test
  void theOrderIsThatOfCosinesAndWords(RandomStories random) throws IOException {
    List<Story> stories = random.list(150);
    try (Directory plain = filed(List.of(stories), false);
        Directory learnt = filed(List.of(stories), true);
        DirectoryReader plainReader = DirectoryReader.open(plain);
        DirectoryReader learntReader = DirectoryReader.open(learnt)) {
      IndexSearcher byWords = Ranking.searcher(plainReader);
      IndexSearcher both = Ranking.searcher(learntReader);
      WordVectors words =
          WordFiles.find(learnt, learntReader.getIndexCommit().getUserData()).orElseThrow();
      Map<String, double[]> vectors = new HashMap<>();
      stories.forEach(story -> vectors.put(story.id(), steps(words.of(story))));
      for (Story story : stories.subList(0, 40)) {
        Like like = Like.id(story.id()).limit(ALL).copies(true);
        List<Hit> first = librarian.moreLike(Librarian.of(byWords), like).hits();
        Map<String, Double> expected = new HashMap<>();
        for (Hit hit : first) {
          double words1 = 0.25 * hit.score() / first.get(0).score();
          double cosine = cosine(of(vectors, story.id()), of(vectors, hit.id()));
          expected.put(hit.id(), 1 + cosine + words1);
        }
        List<Hit> hits = librarian.moreLike(Librarian.of(both), like).hits();
        assertThat(hits).hasSameSizeAs(first);
        for (Hit hit : hits) {
          Double score = expected.get(hit.id());
          assertThat(score).isNotNull();
          assertThat((double) hit.score()).isCloseTo(score, within(1e-5));
        }
        assertThat(hits).isSortedAccordingTo(Comparator.comparingDouble(Hit::score).reversed());
        List<String> byStory =
            Filed.ids(librarian.moreLike(Librarian.of(both), Like.story(story).limit(5)));
        assertThat(Filed.ids(librarian.moreLike(Librarian.of(both), Like.id(story.id()).limit(5))))
            .isEqualTo(byStory);
      }
    }
  }

  /** What was learnt from stories in another order differs by rounding: stated, and held small. */
  @Test
  void segmentsChangeScoresByRoundingOnly(RandomStories random) throws IOException {
    List<Story> stories = random.list(160);
    List<List<Story>> parts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      parts.add(stories.subList((7 - i) * 20, (8 - i) * 20));
    }
    try (Directory one = filed(List.of(stories), true);
        Directory many = filed(parts, true);
        DirectoryReader oneReader = DirectoryReader.open(one);
        DirectoryReader manyReader = DirectoryReader.open(many)) {
      assertThat(manyReader.leaves()).hasSizeGreaterThan(oneReader.leaves().size());
      for (Story story : stories.subList(0, 30)) {
        Like like = Like.id(story.id()).limit(ALL).copies(true);
        Map<String, Float> scores = new HashMap<>();
        for (Hit hit : librarian.moreLike(Librarian.of(Ranking.searcher(oneReader)), like)) {
          scores.put(hit.id(), hit.score());
        }
        for (Hit hit : librarian.moreLike(Librarian.of(Ranking.searcher(manyReader)), like)) {
          Float score = scores.get(hit.id());
          assertThat(score).isNotNull();
          assertThat(hit.score()).isCloseTo(score, within(0.05f));
        }
      }
    }
  }

  /** A text that is not in the index is given the vector that it would have there. */
  @Test
  void aTextIsReadAsAStoryOfTheIndexWouldBe(RandomStories random) throws IOException {
    List<Story> stories = random.list(120);
    try (Directory directory = filed(List.of(stories), true);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = Ranking.searcher(reader);
      for (Story story : stories.subList(0, 30)) {
        Story stranger = story.toBuilder().id("stranger").build();
        Hit hit =
            librarian.moreLike(Librarian.of(searcher), Like.story(stranger).copies(true)).first();
        assertThat(hit.id()).isEqualTo(story.id());
        assertThat((double) hit.score()).isCloseTo(2.25, within(1e-6));
      }
    }
  }

  private static Directory filed(List<List<Story>> parts, boolean learn) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (StoryWriter writer =
        StoryWriter.open(
            directory, Filed.people(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT)) {
      for (List<Story> part : parts) {
        writer.add(part);
        writer.commit();
      }
      if (learn) {
        writer.learn(true);
      }
    }
    return directory;
  }

  private static double[] of(Map<String, double[]> vectors, String id) {
    return vectors.getOrDefault(id, new double[0]);
  }

  private static double[] steps(byte[] vector) {
    double[] steps = new double[vector.length - 4];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = vector[4 + i];
    }
    return steps;
  }

  private static double cosine(double[] a, double[] b) {
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      squareA += a[i] * a[i];
      squareB += b[i] * b[i];
    }
    return product / (Math.sqrt(squareA) * Math.sqrt(squareB));
  }
}
