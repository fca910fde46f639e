package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import news.cuttings.Filed;
import news.cuttings.IndexBuilder;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.index.Schema;
import news.cuttings.index.StoryFields;
import news.cuttings.people.People;
import news.cuttings.query.Cursor;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Stories of equal score beside a sort of all of them, page by page, in segments of chance. */
@ExtendWith(RandomStories.Injected.class)
class BestHitsTest {
  private static final Comparator<Story> NEWEST_THEN_ID =
      Comparator.<Story, LocalDate>comparing(story -> story.date().orElse(LocalDate.MIN))
          .thenComparing(story -> story.published().orElse(Instant.MIN))
          .reversed()
          .thenComparing(Story::id);

  @Test
  void ofEqualScoresTheNewestComesFirst(RandomStories random) throws IOException {
    List<Story> stories = new ArrayList<>();
    try (StoryIndex index = IndexBuilder.inMemory().people(People.off()).open()) {
      for (int i = 0; i < 300; i++) {
        Story dated = random.next("x");
        Story.Builder story =
            Story.builder().id("s" + random.random().nextInt(1_000_000)).body("Equal words.");
        dated.date().ifPresent(story::date);
        dated.published().ifPresent(story::published);
        Story made = story.build();
        if (stories.stream().noneMatch(one -> one.id().equals(made.id()))) {
          stories.add(made);
          index.add(made);
        }
        if (random.random().nextInt(60) == 0) {
          index.commit();
        }
      }
      index.commit();
      List<String> expected = stories.stream().sorted(NEWEST_THEN_ID).map(Story::id).toList();
      for (String typed : List.of("equal", "equal words", "headline:equal words", "equ*")) {
        int limit = 1 + random.random().nextInt(40);
        assertThat(pages(index, StoryQuery.parse(typed).limit(limit)))
            .as("%s, %d a page", typed, limit)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void whereAllScoreTheSameTheNewestAreTheBest(RandomStories random) throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < 300; i++) {
        writer.addDocument(new StoryFields().of(random.next("s" + i)));
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        Query flat = new PrefixQuery(new Term(Schema.BODY, ""));
        int limit = 1 + random.random().nextInt(40);
        Cursor after = null;
        List<TopHits.Ordered> page;
        do {
          TopHits top = new TopHits(searcher, flat, limit, after);
          page = top.flat().hits();
          assertThat(page).isEqualTo(top.scored().hits());
          after = page.isEmpty() ? null : page.getLast().key();
        } while (!page.isEmpty());
      }
    }
  }

  private static List<String> pages(StoryIndex index, StoryQuery query) throws IOException {
    List<String> ids = new ArrayList<>();
    Results page = index.search(query);
    while (!page.isEmpty()) {
      ids.addAll(Filed.ids(page));
      assertThat(ids).as("pages come to an end").doesNotHaveDuplicates();
      page = index.search(query.after(page.cursor().orElseThrow()));
    }
    return ids;
  }
}
