package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.index.Schema;
import news.cuttings.index.StoryWriter;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Lucene's query over several fields as an oracle for the one field that sums them (S. Robertson,
 * H. Zaragoza and M. Taylor, "Simple BM25 Extension to Multiple Weighted Fields", 2004).
 *
 * <p>Order is the same, but where it differs by design: the sum of lengths is rounded once here and
 * field by field there, and people and editions have no field there (these stories have neither).
 */
@ExtendWith(RandomStories.Injected.class)
class CombinedFieldsTest {
  /** Two lengths that fall into one class differ by an eighth at most. */
  private static final double ROUNDING = 0.125;

  @Test
  void oneWordIsRankedAlike(RandomStories random) throws IOException {
    List<Story> stories =
        random.list(300).stream()
            .map(story -> shortLead(story).people(List.of()).edition(null).build())
            .toList();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        StoryWriter writer =
            StoryWriter.open(
                directory, Filed.people(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT)) {
      writer.add(stories);
      writer.commit();
      SearcherManager searchers = writer.searchers();
      IndexSearcher searcher = searchers.acquire();
      try {
        int compared = 0;
        for (int i = 0; i < 100; i++) {
          compared += compare(searcher, random.word());
        }
        assertThat(compared).isPositive();
      } finally {
        searchers.release(searcher);
      }
    }
  }

  /** With a lead all of which counts more. */
  private static Story.Builder shortLead(Story story) {
    return story.toBuilder().body(story.body().replaceFirst("(?s)^(.{1,100}\\S*)\\s+", "$1\n\n"));
  }

  private static int compare(IndexSearcher searcher, String word) throws IOException {
    Map<Integer, Float> ours = scores(searcher, new TermQuery(new Term(Schema.ALL, word)));
    Query combined =
        new CombinedFieldQuery.Builder(word)
            .addField(Schema.HEADLINE, RankingOptions.DEFAULT.headlineWeight())
            .addField(Schema.BODY, 1)
            .addField(Schema.LEAD, RankingOptions.DEFAULT.leadWeight())
            .build();
    Map<Integer, Float> theirs = scores(searcher, combined);
    assertThat(ours.keySet()).as(word).isEqualTo(theirs.keySet());
    int compared = 0;
    for (int a : ours.keySet()) {
      for (int b : ours.keySet()) {
        if (score(theirs, a) > score(theirs, b) * (1 + ROUNDING)) {
          assertThat(score(ours, a))
              .as("%s in %d and %d", word, a, b)
              .isGreaterThan(score(ours, b));
          compared++;
        }
      }
    }
    return compared;
  }

  private static float score(Map<Integer, Float> scores, int doc) {
    return scores.getOrDefault(doc, 0f);
  }

  private static Map<Integer, Float> scores(IndexSearcher searcher, Query query)
      throws IOException {
    Map<Integer, Float> scores = new HashMap<>();
    for (ScoreDoc hit : searcher.search(query, 1000).scoreDocs) {
      scores.put(hit.doc, hit.score);
    }
    return scores;
  }
}
