package news.cuttings.bench.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import news.cuttings.bench.corpora.Shape;
import news.cuttings.bench.corpora.Task;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Lucene by hand, as an engineer who knows it would write it for the same stories. Its choices:
 *
 * <ul>
 *   <li>{@link EnglishAnalyzer} and {@link BM25Similarity} as they come; text fields {@code
 *       headline} and {@code body}, of which a word's scores are added up, or the two in one field
 *       {@code text}, which is what words and phrases are then looked up in;
 *   <li>ids from doc values; headline and body stored, for pages of hits, more like this and
 *       highlights; no term vectors; people as a field of their own, with doc values to count by;
 *       the day as a {@link LongField};
 *   <li>{@link MoreLikeThis} with its defaults on the text fields, the source left out by its id;
 *   <li>no query cache: the same questions are asked again and again here, and the cache would be
 *       what is measured; buffer of 64 MB, default merging, one thread a search.
 * </ul>
 */
final class Baseline implements Engine {
  /** The two text fields. */
  static final String TWO_FIELDS = "lucene-two-fields";

  /** The one. */
  static final String ONE_FIELD = "lucene-one-field";

  /** The one, headlines in doc values. */
  static final String DOC_VALUES = "lucene-doc-values";

  /** The one, as search-benchmark-game has it. */
  static final String GAME = "lucene-game";

  private static final double BUFFER_MEGABYTES = 64;
  static final String ID = "id";
  private static final Sort NEWEST =
      new Sort(
          new SortedNumericSortField(
              BaselineQueries.DATE,
              SortField.Type.LONG,
              true,
              SortedNumericSelector.Type.MAX,
              Long.MIN_VALUE));

  private final String name;
  private final Analyzer analyzer;
  private final Similarity similarity;
  private final List<String> texts;
  private final BaselineQueries queries;
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;

  private Baseline(
      String name, Analyzer analyzer, Similarity similarity, List<String> texts, Path folder)
      throws IOException {
    this.name = name;
    this.analyzer = analyzer;
    this.similarity = similarity;
    this.texts = texts;
    directory = FSDirectory.open(folder);
    queries = new BaselineQueries(analyzer, texts);
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setRAMBufferSizeMB(BUFFER_MEGABYTES);
    config.setSimilarity(similarity);
    writer = new IndexWriter(directory, config);
    searchers = new SearcherManager(writer, new Uncached());
  }

  /** Makes searchers without a query cache. */
  private final class Uncached extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      searcher.setSimilarity(similarity);
      return searcher;
    }
  }

  /** On an index in that folder, headline and body apart. */
  static Baseline twoFields(Path folder) throws IOException {
    List<String> texts = List.of(BaselineQueries.HEADLINE, BaselineQueries.BODY);
    return new Baseline(TWO_FIELDS, new EnglishAnalyzer(), new BM25Similarity(), texts, folder);
  }

  /** On an index in that folder, headline and body in one field. */
  static Baseline oneField(Path folder) throws IOException {
    List<String> texts = List.of(BaselineQueries.TEXT);
    return new Baseline(ONE_FIELD, new EnglishAnalyzer(), new BM25Similarity(), texts, folder);
  }

  /** On an index in that folder, one field, the headline in doc values too. */
  static Baseline docValues(Path folder) throws IOException {
    List<String> texts = List.of(BaselineQueries.TEXT);
    return new Baseline(DOC_VALUES, new EnglishAnalyzer(), new BM25Similarity(), texts, folder);
  }

  /** One field as search-benchmark-game sets it: no stemming, no stop words, BM25(0.9, 0.4). */
  static Baseline game(Path folder) throws IOException {
    Analyzer plain = new StandardAnalyzer(CharArraySet.EMPTY_SET);
    List<String> texts = List.of(BaselineQueries.TEXT);
    return new Baseline(GAME, plain, new BM25Similarity(0.9f, 0.4f), texts, folder);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, String> options() {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("similarity", similarity.toString());
    options.put("analysis", analyzer.getClass().getSimpleName());
    options.put("fields", String.join(" + ", texts));
    options.put("more_like_this", "defaults");
    return options;
  }

  @Override
  public void add(Story story) throws IOException {
    Document document = new Document();
    document.add(new StringField(ID, story.id(), Field.Store.NO));
    document.add(new SortedDocValuesField(ID, new BytesRef(story.id())));
    String headline = story.headline().orElse("");
    document.add(new TextField(BaselineQueries.HEADLINE, headline, Field.Store.YES));
    if (hasHeadlineValues()) {
      document.add(new BinaryDocValuesField(BaselineHits.HEADLINE_VALUE, new BytesRef(headline)));
    }
    if (texts.contains(BaselineQueries.TEXT)) {
      String text = headline + '\n' + story.body();
      document.add(new TextField(BaselineQueries.TEXT, text, Field.Store.YES));
    } else {
      document.add(new TextField(BaselineQueries.BODY, story.body(), Field.Store.YES));
    }
    for (Person person : story.people()) {
      document.add(new TextField(BaselineQueries.PEOPLE, person.name(), Field.Store.NO));
      document.add(
          new SortedSetDocValuesField(BaselineQueries.PEOPLE, new BytesRef(person.name())));
    }
    story
        .date()
        .ifPresent(date ->
            document.add(new LongField(BaselineQueries.DATE, date.toEpochDay(), Field.Store.NO)));
    writer.updateDocument(new Term(ID, story.id()), document);
  }

  /** Whether a page of hits reads headlines there. */
  private boolean hasHeadlineValues() {
    return name.equals(DOC_VALUES);
  }

  @Override
  public void commit() throws IOException {
    writer.commit();
    refresh();
  }

  @Override
  public void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  @Override
  public void merge() throws IOException {
    writer.forceMerge(1);
    commit();
  }

  /** Something asked of a searcher. */
  private interface Asking<T> {
    T ask(IndexSearcher searcher) throws IOException;
  }

  private <T> T with(Asking<T> asking) throws IOException {
    IndexSearcher searcher = searchers.acquire();
    try {
      return asking.ask(searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public List<String> ask(Task task, int limit) throws IOException {
    return with(searcher -> ask(searcher, task, limit));
  }

  private List<String> ask(IndexSearcher searcher, Task task, int limit) throws IOException {
    BaselineHits hits = new BaselineHits(searcher);
    Query query = queries.of(task);
    return switch (task.shape()) {
      case PEOPLE -> BaselineCounts.people(searcher, query, limit);
      case MONTHS -> BaselineCounts.months(searcher, query);
      case PERSON -> hits.ids(searcher.search(query, limit, NEWEST));
      case EXPLAINED -> hits.explained(query, searcher.search(query, limit));
      case LIKE -> {
        Optional<Query> like = like(searcher, task.text());
        yield like.isEmpty() ? List.of() : hits.ids(searcher.search(like.get(), limit));
      }
      case LISTED -> hits.listed(searcher.search(query, limit), hasHeadlineValues());
      case SHOWN -> {
        TopDocs top = searcher.search(query, limit);
        hits.highlight(query, top, analyzer, texts);
        yield hits.listed(top, hasHeadlineValues());
      }
      case PAGED -> {
        ScoreDoc[] first = searcher.search(query, limit).scoreDocs;
        yield first.length == 0
            ? List.of()
            : hits.ids(searcher.searchAfter(first[first.length - 1], query, limit));
      }
      default -> hits.ids(searcher.search(query, limit));
    };
  }

  @Override
  public List<Ranked> rank(Task task, int limit) throws IOException {
    return with(searcher -> {
      Optional<Query> query =
          task.shape() == Shape.LIKE ? like(searcher, task.text()) : Optional.of(queries.of(task));
      return query.isEmpty()
          ? List.of()
          : new BaselineHits(searcher).ranked(searcher.search(query.get(), limit));
    });
  }

  private Optional<Query> like(IndexSearcher searcher, String id) throws IOException {
    Query source = new TermQuery(new Term(ID, id));
    ScoreDoc[] found = searcher.search(source, 1).scoreDocs;
    if (found.length == 0) {
      return Optional.empty();
    }
    MoreLikeThis like = new MoreLikeThis(searcher.getIndexReader());
    like.setAnalyzer(analyzer);
    like.setFieldNames(texts.toArray(String[]::new));
    return Optional.of(
        new BooleanQuery.Builder()
            .add(like.like(found[0].doc), Occur.MUST)
            .add(source, Occur.MUST_NOT)
            .build());
  }

  @Override
  public long count(Task task, int limit) throws IOException {
    Query query = queries.of(task);
    return with(searcher ->
        limit == 0
            ? searcher.count(query)
            : searcher
                .search(query, new TopScoreDocCollectorManager(limit, Integer.MAX_VALUE))
                .totalHits
                .value());
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
    analyzer.close();
  }
}
