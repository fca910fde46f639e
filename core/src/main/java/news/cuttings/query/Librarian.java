package news.cuttings.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import news.cuttings.index.Labels;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Results.Total;
import news.cuttings.query.Results.Warning;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries at a point in time of an index. For use inside the library: it takes Lucene's
 * searcher. Safe for use by many threads.
 */
public final class Librarian {
  private static final Warning CUT =
      Warning.of("the query has more words than one can have; the last were left out");

  private static final Warning MOVED =
      Warning.of(
          "the index has changed since the cursor was given; the search goes on after its place in"
              + " the new order");

  private final ThreadLocal<TextAnalysis> analyses = ThreadLocal.withInitial(TextAnalysis::new);
  private final LearntWords words = new LearntWords();

  /** What a search found, before it is shown. */
  private record Found(TopHits.Collected collected, Clause.Group clauses) {}

  /** The view of the index that the query's cursor was given in; empty where it has none. */
  public static OptionalLong view(StoryQuery query) {
    return query
        .cursor()
        .map(cursor -> OptionalLong.of(cursor.view()))
        .orElse(OptionalLong.empty());
  }

  /** The best answers to a query. */
  public Results search(IndexSearcher searcher, StoryQuery query) throws IOException {
    long start = System.nanoTime();
    List<Warning> warnings = new ArrayList<>(query.warnings());
    OptionalLong view = view(query);
    if (view.isPresent() && view.getAsLong() != Views.of(searcher)) {
      warnings.add(MOVED);
    }
    Found found = found(searcher, query, warnings);
    Highlighter highlighter = new Highlighter(found.clauses(), worth(searcher));
    List<Hit> hits = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    Explaining explaining =
        query.isExplaining()
            ? new Explaining(searcher, found.clauses(), translation(searcher, query))
            : null;
    for (TopHits.Ordered hit : found.collected().hits()) {
      Shown shown =
          query.isIdsOnly()
              ? Shown.NOTHING
              : new Shown(StoredStories.json(stored, hit.doc()), highlighter, null);
      Explanation explanation =
          explaining == null
              ? null
              : explaining.of(hit.doc(), StoredStories.read(stored, hit.doc()));
      hits.add(new Hit(rank(query, hits.size()), hit.key(), shown, explanation, List.of()));
    }
    Total total = total(searcher, query, found);
    undated(searcher, query, warnings);
    Facets facets = facets(searcher, query, found);
    if (!query.isIdsOnly()) {
      warnings.addAll(new Suggestions(searcher, analyses.get()).of(query.clauses()));
    }
    return new Results(
        hits,
        query.interpretation(),
        warnings,
        total,
        facets,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private Facets facets(IndexSearcher searcher, StoryQuery query, Found found) throws IOException {
    if (query.facetLimit() == 0) {
      return Facets.NONE;
    }
    FacetTally tally = new FacetTally();
    Matching.each(searcher, counted(searcher, query, found.clauses()), tally);
    return tally.facets(query.facetLimit());
  }

  private static int rank(StoryQuery query, int before) {
    return query.cursor().map(Cursor::rank).orElse(0) + before + 1;
  }

  private Found found(IndexSearcher searcher, StoryQuery query, List<Warning> warnings)
      throws IOException {
    Clause.Group clauses = query.clauses();
    TopHits.Collected collected = collect(searcher, query, clauses, warnings);
    Clause.Group loose = Phrases.asWords(clauses);
    if (collected.total().stories() == 0 && query.cursor().isEmpty() && !loose.equals(clauses)) {
      TopHits.Collected looser = collect(searcher, query, loose, warnings);
      if (looser.total().stories() > 0) {
        warnings.add(Warning.of("no story has the phrase; its words were ranked as words"));
        return new Found(looser, loose);
      }
    }
    return new Found(collected, clauses);
  }

  private TopHits.Collected collect(
      IndexSearcher searcher, StoryQuery query, Clause.Group clauses, List<Warning> warnings)
      throws IOException {
    Translation translation = translation(searcher, query);
    Query lucene = translation.top(clauses, query.needsAll());
    if (translation.isCut() && !warnings.contains(CUT)) {
      warnings.add(CUT);
    }
    int limit = query.limit();
    if (limit == 0) {
      int count = searcher.count(lucene);
      return new TopHits.Collected(List.of(), new Total(count, true));
    }
    TopHits top = new TopHits(searcher, lucene, limit, query.cursor().orElse(null));
    if (query.order() != StoryQuery.Order.RELEVANCE) {
      return top.byDate(query.order());
    }
    return Translation.ranks(clauses) ? top.byScore() : top.byDate(StoryQuery.Order.NEWEST);
  }

  private Translation translation(IndexSearcher searcher, StoryQuery query) {
    Spellings spellings = new Spellings(searcher.getIndexReader());
    return new Translation(analyses.get(), spellings, query.isUndated());
  }

  private Total total(IndexSearcher searcher, StoryQuery query, Found found) throws IOException {
    if (!query.isCounting()) {
      return found.collected().total();
    }
    return new Total(searcher.count(counted(searcher, query, found.clauses())), true);
  }

  /** Counts the stories that only lack of a date keeps out. */
  private void undated(IndexSearcher searcher, StoryQuery query, List<Warning> warnings)
      throws IOException {
    List<Clause.Part> others =
        query.clauses().parts().stream()
            .filter(part -> !(part.clause() instanceof Clause.Days))
            .toList();
    boolean asksDays = others.size() < query.clauses().parts().size();
    if (!asksDays || query.isUndated() || query.isIdsOnly() || allDated(searcher)) {
      return;
    }
    BooleanQuery.Builder without = new BooleanQuery.Builder();
    without.add(
        translation(searcher, query).top(new Clause.Group(others), true),
        BooleanClause.Occur.FILTER);
    without.add(Translation.none(), BooleanClause.Occur.FILTER);
    int count = searcher.count(without.build());
    if (count > 0) {
      String stories =
          count == 1 ? "1 story without a date was" : count + " stories without a date were";
      warnings.add(Warning.of(stories + " left out"));
    }
  }

  private static boolean allDated(IndexSearcher searcher) throws IOException {
    IndexReader reader = searcher.getIndexReader();
    return PointValues.getDocCount(reader, Schema.DATE) == reader.maxDoc();
  }

  /** How much a term is worth in a snippet: its idf, looked up only for terms that are found. */
  private static ToDoubleFunction<String> worth(IndexSearcher searcher) {
    int stories = Math.max(1, searcher.getIndexReader().numDocs());
    // The reader may be closed by the time a snippet is looked at: a long word is a rare word.
    return term -> 1 + Math.min(term.length(), 12) / 12.0 + 1.0 / stories;
  }

  /** The ids of the stories that match, as stories are counted. */
  public List<String> ids(IndexSearcher searcher, StoryQuery query) throws IOException {
    List<String> ids = new ArrayList<>();
    Matching.each(
        searcher,
        counted(searcher, query, query.clauses()),
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

  /** Who is named in the stories that match. */
  public List<NamedPerson> people(IndexSearcher searcher, StoryQuery query, int limit)
      throws IOException {
    PeopleTally tally = new PeopleTally();
    Matching.each(searcher, counted(searcher, query, query.clauses()), tally);
    return tally.top(limit);
  }

  /** How many of the stories that match are of each period. */
  public List<Period> timeline(IndexSearcher searcher, StoryQuery query, Period.By by)
      throws IOException {
    DateTally tally = new DateTally();
    Matching.each(searcher, counted(searcher, query, query.clauses()), tally);
    return tally.rows(by);
  }

  /** The query whose stories are counted: with all of the words unless it says any. */
  private Query counted(IndexSearcher searcher, StoryQuery query, Clause.Group clauses)
      throws IOException {
    return translation(searcher, query).top(clauses, query.match() != StoryQuery.Match.ANY);
  }

  /** More like a story or a text. */
  public Results moreLike(IndexSearcher searcher, Like like) throws IOException {
    return new LikeSearch(searcher, analyses.get(), words).answer(like);
  }

  /** The story of that id. */
  public Optional<Story> story(IndexSearcher searcher, String id) throws IOException {
    Optional<Integer> doc = StoredStories.find(searcher, id);
    return doc.isEmpty()
        ? Optional.empty()
        : Optional.of(StoredStories.read(searcher.storedFields(), doc.get()));
  }

  /** The ids that begin so, in order, at most so many. */
  public List<String> idsWithPrefix(IndexSearcher searcher, String prefix, int limit)
      throws IOException {
    List<String> ids = new ArrayList<>();
    BytesRef start = new BytesRef(prefix);
    Ids found = new Ids(searcher.getIndexReader());
    for (BytesRef id = found.seek(start);
        id != null && ids.size() < limit && StringHelper.startsWith(id, start);
        id = found.next()) {
      if (found.doc() >= 0) {
        ids.add(id.utf8ToString());
      }
    }
    return ids;
  }

  /** The stories of the page of that story, in order. */
  public List<Story> samePage(IndexSearcher searcher, String id) throws IOException {
    Optional<String> key = story(searcher, id).flatMap(Story::origin).flatMap(Origin::pageKey);
    if (key.isEmpty()) {
      return List.of();
    }
    Query page = new TermQuery(new Term(Schema.PAGE, Labels.page(key.get())));
    List<Story> stories = new ArrayList<>();
    StoredFields stored = searcher.storedFields();
    for (ScoreDoc hit : searcher.search(page, StoryQuery.MAX_LIMIT).scoreDocs) {
      stories.add(StoredStories.read(stored, hit.doc));
    }
    stories.sort(Comparator.comparingLong(story -> story.origin().map(Origin::line).orElse(0L)));
    return stories;
  }

  /** Gives every story in the order of ids. */
  public void export(IndexSearcher searcher, Consumer<Story> to) throws IOException {
    Ids ids = new Ids(searcher.getIndexReader());
    StoredFields stored = searcher.storedFields();
    for (BytesRef id = ids.seek(new BytesRef()); id != null; id = ids.next()) {
      int doc = ids.doc();
      if (doc >= 0) {
        to.accept(StoredStories.read(stored, doc));
      }
    }
  }

  /** Takes the stories of a page together, or one that shares its page with no other. */
  public interface Pages {
    /** A page, in its order. */
    void page(List<Story> page) throws IOException;
  }

  /** Gives every story, those of a page together. */
  public void pages(IndexSearcher searcher, Pages to) throws IOException {
    Ids ids = new Ids(searcher.getIndexReader());
    StoredFields stored = searcher.storedFields();
    for (BytesRef id = ids.seek(new BytesRef()); id != null; id = ids.next()) {
      int doc = ids.doc();
      if (doc < 0) {
        continue;
      }
      Story story = StoredStories.read(stored, doc);
      if (story.origin().flatMap(Origin::pageKey).isEmpty()) {
        to.page(List.of(story));
        continue;
      }
      List<Story> page = samePage(searcher, story.id());
      boolean isFirst = page.stream().noneMatch(one -> one.id().compareTo(story.id()) < 0);
      if (isFirst) { // the others come with it
        to.page(page);
      }
    }
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
