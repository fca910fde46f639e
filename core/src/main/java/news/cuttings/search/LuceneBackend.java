package news.cuttings.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import news.cuttings.index.DeadlineSearcher;
import news.cuttings.index.Labels;
import news.cuttings.index.Ranking;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.query.Cursor;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Facets;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.search.count.DateTally;
import news.cuttings.search.count.FacetTally;
import news.cuttings.search.count.Matching;
import news.cuttings.search.count.PeopleTally;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.IORunnable;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/** The stories of one of Lucene's searchers. */
public final class LuceneBackend implements SearchBackend {
  private final IndexSearcher searcher;
  private final IndexReader reader;
  private final StoredFields stored;

  private final Consumer<HitStories> unread;

  /**
   * A hit by Lucene's number.
   *
   * @param place its place among the hits of its answer
   */
  private record Numbered(int doc, Cursor key, int place, HitStories stories) implements StoredHit {
    @Override
    public String json() throws IOException {
      return stories.json(place);
    }

    @Override
    public HitStories.Listed listed() throws IOException {
      return stories.listed(place);
    }
  }

  /** What that searcher sees; hits can be looked at until its reader is closed. */
  public LuceneBackend(IndexSearcher searcher) throws IOException {
    this(searcher, stories -> {});
  }

  /**
   * What that searcher sees.
   *
   * @param unread is told of the hits of each answer, which are read when they are looked at
   */
  public LuceneBackend(IndexSearcher searcher, Consumer<HitStories> unread) throws IOException {
    this.searcher = searcher;
    this.unread = unread;
    reader = searcher.getIndexReader();
    stored = searcher.storedFields();
  }

  @Override
  public long view() {
    return ViewKey.of(searcher);
  }

  @Override
  public RankingOptions options() {
    return Ranking.options(searcher);
  }

  public IndexSearcher searcher() {
    return searcher;
  }

  @Override
  public SearchBackend within(Duration time) throws IOException {
    return new LuceneBackend(DeadlineSearcher.of(searcher, time), unread);
  }

  @Override
  public boolean isOver() {
    return DeadlineSearcher.isOver(searcher);
  }

  @Override
  public boolean isCut() {
    return searcher instanceof DeadlineSearcher limited && limited.isCut();
  }

  @Override
  public void untilDeadline(IORunnable work) throws IOException {
    DeadlineSearcher.untilDeadline(searcher, work);
  }

  @Override
  public int stories() {
    return reader.numDocs();
  }

  @Override
  public int worded() throws IOException {
    CollectionStatistics all = searcher.collectionStatistics(Schema.ALL);
    return all == null ? 0 : Math.toIntExact(all.docCount());
  }

  @Override
  public int maxDoc() {
    return reader.maxDoc();
  }

  @Override
  public boolean allDated() throws IOException {
    return PointValues.getDocCount(reader, Schema.DATE) == reader.maxDoc();
  }

  @Override
  public int docFreq(Term term) throws IOException {
    return reader.docFreq(term);
  }

  @Override
  public TermQuery query(Term term) throws IOException {
    return new TermQuery(term, TermStates.build(searcher, term, true));
  }

  @Override
  public Set<String> termsWithPrefix(Term prefix, int limit) throws IOException {
    Set<String> found = Set.of();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(prefix.field());
      if (terms == null) {
        continue;
      }
      TermsEnum from = terms.iterator();
      TermsEnum.SeekStatus status = from.seekCeil(prefix.bytes());
      BytesRef term = status == TermsEnum.SeekStatus.END ? null : from.term();
      while (term != null
          && StringHelper.startsWith(term, prefix.bytes())
          && found.size() < limit) {
        found = found.isEmpty() ? new TreeSet<>() : found; // mostly there is none
        found.add(term.utf8ToString());
        term = from.next();
      }
    }
    return found;
  }

  @Override
  public Map<String, Integer> near(Term term, int edits) throws IOException {
    Map<String, Integer> found = new LinkedHashMap<>();
    Terms terms = MultiTerms.getTerms(reader, term.field());
    if (terms != null) {
      int prefix = Math.min(1, term.text().length());
      FuzzyTermsEnum near = new FuzzyTermsEnum(terms, term, edits, prefix, true);
      for (BytesRef one = near.next(); one != null; one = near.next()) {
        found.put(one.utf8ToString(), near.docFreq());
      }
    }
    return found;
  }

  @Override
  public Found top(
      Query query, StoryQuery.Order order, @Nullable Cursor after, int limit, boolean idsOnly)
      throws IOException {
    TopHits top = new TopHits(searcher, query, limit, after);
    TopHits.Collected collected =
        order == StoryQuery.Order.RELEVANCE ? top.byScore() : top.byDate(order);
    return new Found(hits(collected.hits(), idsOnly), collected.total());
  }

  /** Hits as they are shown. */
  public List<StoredHit> hits(List<TopHits.Ordered> found, boolean idsOnly) {
    HitStories stories = new HitStories(reader, found, TopHits.Ordered::doc);
    List<StoredHit> hits = new ArrayList<>(found.size());
    for (TopHits.Ordered hit : found) {
      hits.add(new Numbered(hit.doc(), hit.key(), hits.size(), stories));
    }
    if (!idsOnly && !hits.isEmpty()) {
      unread.accept(stories);
    }
    return hits;
  }

  @Override
  public int count(Query query) throws IOException {
    return searcher.count(query);
  }

  @Override
  public Map<String, Double> scores(Query part, Query whole, List<StoredHit> hits)
      throws IOException {
    Map<String, Double> scores = new HashMap<>();
    for (StoredHit hit : hits) {
      Explanation lucene = searcher.explain(part, ((Numbered) hit).doc());
      if (lucene.isMatch()) {
        scores.put(hit.key().id(), lucene.getValue().doubleValue());
      }
    }
    return scores;
  }

  @Override
  public List<String> ids(Query query) throws IOException {
    List<String> ids = new ArrayList<>();
    Matching.each(
        searcher,
        query,
        leaf -> {
          SortedDocValues values = DocValues.getSorted(leaf.reader(), Schema.ID);
          return doc -> {
            if (values.advanceExact(doc)) {
              ids.add(values.lookupOrd(values.ordValue()).utf8ToString());
            }
          };
        });
    return ids;
  }

  @Override
  public List<NamedPerson> people(Query query, int limit) throws IOException {
    PeopleTally tally = new PeopleTally();
    Matching.each(searcher, query, tally);
    return tally.top(limit);
  }

  @Override
  public List<DatePeriod> timeline(Query query, DatePeriod.By by) throws IOException {
    DateTally tally = new DateTally();
    Matching.each(searcher, query, tally);
    return tally.counts().rows(by);
  }

  @Override
  public Facets facets(Query query, int limit) throws IOException {
    FacetTally tally = new FacetTally();
    Matching.each(searcher, query, tally);
    return tally.facets(limit);
  }

  @Override
  public Optional<Story> story(String id) throws IOException {
    Optional<Integer> doc = StoredStories.find(searcher, id);
    return doc.isEmpty() ? Optional.empty() : Optional.of(StoredStories.read(stored, doc.get()));
  }

  @Override
  public List<String> idsWithPrefix(String prefix, int limit) throws IOException {
    List<String> ids = new ArrayList<>();
    BytesRef start = new BytesRef(prefix);
    Ids found = new Ids(reader);
    for (BytesRef id = found.seek(start);
        id != null && ids.size() < limit && StringHelper.startsWith(id, start);
        id = found.next()) {
      if (found.doc() >= 0) {
        ids.add(id.utf8ToString());
      }
    }
    return ids;
  }

  @Override
  public void export(Consumer<Story> to) throws IOException {
    Ids ids = new Ids(reader);
    for (BytesRef id = ids.seek(new BytesRef()); id != null; id = ids.next()) {
      int doc = ids.doc();
      if (doc >= 0) {
        to.accept(StoredStories.read(stored, doc));
      }
    }
  }

  /**
   * Gives every story once, those of a page together and with the first of them by id; reads each
   * once, and remembers a bit for each.
   */
  @Override
  public void pages(PageSink to) throws IOException {
    FixedBitSet read = new FixedBitSet(reader.maxDoc());
    Ids ids = new Ids(reader);
    for (BytesRef id = ids.seek(new BytesRef()); id != null; id = ids.next()) {
      int doc = ids.doc();
      if (doc >= 0 && !read.get(doc)) {
        to.page(page(doc, read));
      }
    }
  }

  /** The stories of the page of that story which were not read yet, in order. */
  private List<Story> page(int doc, FixedBitSet read) throws IOException {
    Story first = read(doc, read);
    Optional<String> key = first.origin().flatMap(Origin::pageKey);
    if (key.isEmpty()) {
      return List.of(first);
    }
    List<Story> page = new ArrayList<>(List.of(first));
    PostingsEnum others =
        MultiTerms.getTermPostingsEnum(
            reader, Schema.PAGE, new BytesRef(Labels.page(key.get())), PostingsEnum.NONE);
    Bits live = MultiBits.getLiveDocs(reader);
    for (int other = others == null ? PostingsEnum.NO_MORE_DOCS : others.nextDoc();
        other != PostingsEnum.NO_MORE_DOCS;
        other = others.nextDoc()) {
      if ((live == null || live.get(other)) && !read.get(other)) {
        page.add(read(other, read));
      }
    }
    page.sort(PageSink.IN_ORDER);
    return page;
  }

  private Story read(int doc, FixedBitSet read) throws IOException {
    read.set(doc);
    return StoredStories.read(stored, doc);
  }

  /** All ids in order, over the segments. */
  private static final class Ids {
    private final TermsEnum terms;
    private final @Nullable Bits live;

    Ids(IndexReader reader) {
      try {
        Terms all = MultiTerms.getTerms(reader, Schema.ID);
        terms = all == null ? TermsEnum.EMPTY : all.iterator();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      live = MultiBits.getLiveDocs(reader);
    }

    @Nullable BytesRef seek(BytesRef start) throws IOException {
      return terms.seekCeil(start) == TermsEnum.SeekStatus.END ? null : terms.term();
    }

    @Nullable BytesRef next() throws IOException {
      return terms.next();
    }

    /** The number of the story of this id; -1 where it was removed. */
    int doc() throws IOException {
      PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != PostingsEnum.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          return doc;
        }
      }
      return -1;
    }
  }
}
