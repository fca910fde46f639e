package news.cuttings.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import news.cuttings.RandomStories;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.spans.SpanNearQuery;
import org.apache.lucene.queries.spans.SpanOrQuery;
import org.apache.lucene.queries.spans.SpanQuery;
import org.apache.lucene.queries.spans.SpanTermQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.tests.search.QueryUtils;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where no word is asked for twice Lucene's spans find the same, and score it the same. */
@ExtendWith(RandomStories.Injected.class)
class NearQueryTest {
  private static final int STORIES = 300;
  private static final String FIELD = "body";

  @Test
  void findsAndScoresAsSpansDo(RandomStories stories) throws IOException {
    Random random = stories.random();
    int found = 0;
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      fill(directory, random);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (int i = 0; i < 400; i++) {
          List<String> words =
              Stream.generate(() -> word(random)).distinct().limit(2 + random.nextInt(4)).toList();
          boolean any = random.nextInt(3) == 0;
          int others = random.nextInt(10);
          List<String> fixed = any ? words.subList(0, 1) : words;
          List<String> either = any ? words.subList(1, words.size()) : List.of();
          Query near = new NearQuery(FIELD, bytes(fixed), bytes(either), others);
          ScoreDoc[] expected = hits(searcher, spans(fixed, either, others));
          ScoreDoc[] hits = hits(searcher, near);
          assertThat(docs(hits)).as(near.toString()).isEqualTo(docs(expected));
          for (int j = 0; j < hits.length && !any; j++) {
            assertThat(hits[j].score)
                .isCloseTo(expected[j].score, within(expected[j].score * 1e-5f));
            assertThat(searcher.explain(near, hits[j].doc).getValue().floatValue())
                .isEqualTo(hits[j].score);
          }
          assertThat(searcher.count(near)).isEqualTo(hits.length);
          QueryUtils.check(near);
          found += hits.length;
        }
      }
    }
    assertThat(found).isGreaterThan(1_000);
  }

  private static ScoreDoc[] hits(IndexSearcher searcher, Query query) throws IOException {
    ScoreDoc[] hits = searcher.search(query, STORIES).scoreDocs;
    java.util.Arrays.sort(hits, java.util.Comparator.comparingInt(hit -> hit.doc));
    return hits;
  }

  private static List<Integer> docs(ScoreDoc[] hits) {
    return Stream.of(hits).map(hit -> hit.doc).toList();
  }

  private static Query spans(List<String> fixed, List<String> either, int others) {
    List<SpanQuery> clauses = new ArrayList<>();
    fixed.forEach(word -> clauses.add(span(word)));
    if (!either.isEmpty()) {
      SpanQuery[] each = either.stream().map(NearQueryTest::span).toArray(SpanQuery[]::new);
      clauses.add(new SpanOrQuery(each));
    }
    return new SpanNearQuery(clauses.toArray(SpanQuery[]::new), others, false);
  }

  private static SpanQuery span(String word) {
    return new SpanTermQuery(new Term(FIELD, word));
  }

  private static List<BytesRef> bytes(List<String> words) {
    return words.stream().map(BytesRef::new).toList();
  }

  private static String word(Random random) {
    return "w" + Math.min(random.nextInt(12), random.nextInt(14));
  }

  private static void fill(ByteBuffersDirectory directory, Random random) throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < STORIES; i++) {
        StringBuilder text = new StringBuilder();
        for (int left = 1 + random.nextInt(25); left > 0; left--) {
          text.append(word(random)).append(' ');
        }
        Document document = new Document();
        document.add(new TextField(FIELD, text.toString(), Field.Store.NO));
        writer.addDocument(document);
        if (random.nextInt(60) == 0) {
          writer.commit();
        }
      }
    }
  }

  /** The word itself may be one of those of which any will do: then twice is asked for. */
  @Test
  void aWordIsNotTakenForTwo() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (String text : List.of("aa bb", "aa bb aa", "aa ab bb", "aa x x aa bb")) {
          Document document = new Document();
          document.add(new TextField(FIELD, text, Field.Store.NO));
          writer.addDocument(document);
        }
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        List<BytesRef> twice = bytes(List.of("aa", "aa"));
        List<BytesRef> once = bytes(List.of("aa"));
        List<BytesRef> any = bytes(List.of("aa", "ab"));
        assertThat(docs(hits(searcher, new NearQuery(FIELD, twice, List.of(), 1))))
            .containsExactly(1);
        assertThat(docs(hits(searcher, new NearQuery(FIELD, twice, List.of(), 2))))
            .containsExactly(1, 3);
        assertThat(docs(hits(searcher, new NearQuery(FIELD, once, any, 1)))).containsExactly(1, 2);
        assertThat(docs(hits(searcher, new NearQuery(FIELD, once, bytes(List.of("zz")), 1))))
            .isEmpty();
      }
    }
  }

  @Test
  void refusesNonsense() {
    assertThatThrownBy(() -> new NearQuery(FIELD, List.of(), Set.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new NearQuery(FIELD, bytes(List.of("a")), Set.of(), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
  }
}
