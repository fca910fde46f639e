package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.index.Ranking;
import news.cuttings.index.StoryWriter;
import news.cuttings.query.Like;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.search.like.MoreLike;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How an index is cut into segments is nobody's business. */
@ExtendWith(RandomStories.Injected.class)
class SegmentsTest {
  private final List<Closeable> open = new ArrayList<>();
  private final SearchService service = new SearchService();
  private final MoreLike moreLike = new MoreLike(service.analyses());

  @Test
  void theSameAnswersInOneSegmentAndInMany(RandomStories random) throws IOException {
    List<Story> stories = random.list(240);
    IndexSearcher one = searcher(List.of(stories));
    List<List<Story>> parts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int from = (11 - i) * 20;
      parts.add(stories.subList(from, from + 20));
    }
    IndexSearcher many = searcher(parts);
    assertThat(one.getIndexReader().leaves()).hasSize(1);
    assertThat(many.getIndexReader().leaves()).hasSize(12);
    for (int i = 0; i < 60; i++) {
      StoryQuery query = StoryQuery.words(random.words(1 + i % 9)).limit(1 + i % 30);
      compare(
          service.search(new LuceneBackend(one), query),
          service.search(new LuceneBackend(many), query));
      StoryQuery dated =
          query.order(i % 2 == 0 ? StoryQuery.Order.NEWEST : StoryQuery.Order.OLDEST);
      compare(
          service.search(new LuceneBackend(one), dated),
          service.search(new LuceneBackend(many), dated));
    }
    for (Story story : stories.subList(0, 40)) {
      Like like = Like.id(story.id());
      compare(
          moreLike.answer(new LuceneBackend(one), like),
          moreLike.answer(new LuceneBackend(many), like));
    }
  }

  private static void compare(Results one, Results many) {
    assertThat(Filed.ids(many)).as(one.interpretation()).isEqualTo(Filed.ids(one));
    assertThat(many.interpretation()).isEqualTo(one.interpretation());
    for (int i = 0; i < one.hits().size(); i++) {
      assertThat(many.hits().get(i).score()).isEqualTo(one.hits().get(i).score());
    }
  }

  private IndexSearcher searcher(List<List<Story>> parts) throws IOException {
    List<IndexReader> readers = new ArrayList<>();
    for (List<Story> part : parts) {
      Directory directory = new ByteBuffersDirectory();
      open.add(directory);
      try (StoryWriter writer =
          StoryWriter.open(
              directory, Filed.people(), StoryWriter.Weighing.USUAL, StoryWriter.Holder.SILENT)) {
        writer.add(part); // one page, hence one thread and one segment
      }
      IndexReader reader = DirectoryReader.open(directory);
      open.add(reader);
      readers.add(reader);
    }
    return Ranking.searcher(new MultiReader(readers.toArray(IndexReader[]::new)));
  }

  @AfterEach
  void close() throws IOException {
    for (Closeable one : open.reversed()) {
      one.close();
    }
  }
}
