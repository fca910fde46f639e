package news.cuttings.search;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import news.cuttings.index.Newness;
import news.cuttings.index.StoredStories;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Counted;
import news.cuttings.query.Cursor;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Explanation;
import news.cuttings.query.Facets;
import news.cuttings.query.Hit;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Recency;
import news.cuttings.query.Results;
import news.cuttings.query.Results.Total;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.UnclearQueryException;
import news.cuttings.query.Words;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Interpretation;
import news.cuttings.search.count.Gaps;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries at a point in time of an index, be it Lucene's or a cluster's. For use inside the
 * library: it takes Lucene's searcher, or {@link SearchBackend}. Safe for use by many threads.
 */
public final class SearchService {
  private static final Warning AGELESS =
      Warning.of(
          Warning.Kind.OLD_INDEX,
          "the index is of an earlier release and does not rank by age: what is new was not"
              + " preferred; a rebuild mends it");

  private static final Warning MOVED =
      Warning.of(
          Warning.Kind.VIEW_GONE,
          "the index has changed since the cursor was given; the search goes on after its place in"
              + " the new order");

  /** What a story of today gains, as a share of what the query's words can score together. */
  private static final float NEWNESS = 0.5f;

  private final Analyses analyses = new Analyses();

  /** What a search found, before it is shown. */
  private record Found(SearchBackend.Found collected, Scope scope, List<Gain> gains) {
    boolean isSome() {
      return collected.total().stories() > 0 || !collected.hits().isEmpty();
    }
  }

  /** How each index makes terms: kept for each thread that asks. */
  public Analyses analyses() {
    return analyses;
  }

  /** The analysis of the index, for this thread. */
  private TextAnalysis analysis(SearchBackend backend) {
    return analyses.of(backend.options().analysis());
  }

  /** The view of the index that the query's cursor was given in; empty where it has none. */
  public static OptionalLong view(StoryQuery query) {
    return query
        .cursor()
        .map(cursor -> OptionalLong.of(cursor.view()))
        .orElse(OptionalLong.empty());
  }

  /** The best answers to a query. */
  public Results search(SearchBackend backend, StoryQuery query) throws IOException {
    return Deadlines.results(
        backend, query.timeout(), query::interpretation, timed -> answer(timed, query));
  }

  private Results answer(SearchBackend backend, StoryQuery query) throws IOException {
    long start = System.nanoTime();
    List<Warning> warnings = new ArrayList<>(query.warnings());
    OptionalLong view = view(query);
    if (view.isPresent() && view.getAsLong() != backend.view()) {
      warnings.add(MOVED);
    }
    Scopes scopes = new Scopes(backend, analysis(backend), query, warnings);
    Found found = found(backend, query, scopes, warnings);
    Scope scope = found.scope();
    List<Hit> hits = hits(backend, query, found);
    Total total = total(backend, query, found);
    if (!query.isIdsOnly()) {
      scopes.tellUndated(scope);
    }
    Facets facets = facets(backend, query, scopes, scope);
    settle(query, scopes, warnings);
    if (!query.isIdsOnly() && !backend.isOver()) {
      warnings.addAll(new Suggestions(backend, analysis(backend)).of(query.clauses()));
    }
    return new Results(
        hits,
        query.interpretation(scope.all()),
        warnings,
        total,
        facets,
        Duration.ofNanos(System.nanoTime() - start),
        false,
        scope.words());
  }

  /** Takes back what was told in vain. */
  private static void settle(StoryQuery query, Scopes scopes, List<Warning> warnings)
      throws IOException {
    for (Map.Entry<Warning, Clause> doubt : query.doubts().entrySet()) {
      if (scopes.isHad(doubt.getValue())) {
        warnings.remove(doubt.getKey());
      }
    }
  }

  private List<Hit> hits(SearchBackend backend, StoryQuery query, Found found) throws IOException {
    List<SearchBackend.StoredHit> page = List.copyOf(found.collected().hits());
    Clause.Group clauses = found.scope().clauses();
    Explaining explaining =
        query.isExplaining()
            ? new Explaining(
                backend, found.scope().translation(), isRanked(query, clauses), page, found.gains())
            : null;
    Supplier<TextAnalysis> analysis = analyses.later(backend.options().analysis());
    ToDoubleFunction<String> worth = worth(backend.stories());
    Supplier<Highlighter> highlighter = new Once<>(() -> new Highlighter(clauses, analysis, worth));
    List<Hit> hits = new ArrayList<>();
    for (SearchBackend.StoredHit hit : page) {
      Explanation explanation =
          explaining == null ? null : explaining.of(hit.key().id(), StoredStories.read(hit.json()));
      Shown shown = query.isIdsOnly() ? Shown.NOTHING : new Shown(hit, highlighter, null);
      hits.add(new FoundHit(rank(query, hits.size()), hit.key(), shown, explanation, List.of()));
    }
    return hits;
  }

  /** What the stories have that are counted: they may be fewer than the hits are taken from. */
  private static Facets facets(SearchBackend backend, StoryQuery query, Scopes scopes, Scope hits)
      throws IOException {
    if (query.facetLimit() == 0) {
      return Facets.NONE;
    }
    Scope scope = scopes.counted(hits.clauses());
    return backend
        .facets(scope.query(), query.facetLimit())
        .of(backend.count(scope.query()), scope.words());
  }

  private static int rank(StoryQuery query, int before) {
    return query.cursor().map(Cursor::rank).orElse(0) + before + 1;
  }

  private Found found(
      SearchBackend backend, StoryQuery query, Scopes scopes, List<Warning> warnings)
      throws IOException {
    Clause.Group clauses = query.clauses();
    Found found = withAllOrAny(backend, query, clauses, scopes, warnings);
    // Where no hit is wanted there is nothing to rank: the count is the phrase's own.
    if (query.limit() == 0 || isSome(backend, query, found)) {
      return found;
    }
    Clause.Group loose = Phrases.asWords(clauses);
    if (!loose.equals(clauses)) {
      Found looser = withAllOrAny(backend, query, loose, scopes, warnings);
      if (isSome(backend, query, looser)) {
        warnings.add(
            Warning.of(
                Warning.Kind.RELAXED, "no story has the phrase; its words were ranked as words"));
        return looser;
      }
    }
    return found;
  }

  /** Whether any story was found, be it on a page before this one. */
  private static boolean isSome(SearchBackend backend, StoryQuery query, Found found)
      throws IOException {
    return found.isSome()
        || (query.cursor().isPresent() && backend.count(found.scope().query()) > 0);
  }

  private Found withAllOrAny(
      SearchBackend backend,
      StoryQuery query,
      Clause.Group clauses,
      Scopes scopes,
      List<Warning> warnings)
      throws IOException {
    Scope scope = scopes.of(clauses, query.needsAll());
    Found found = collect(backend, query, scope, warnings);
    if (!scopes.mayBeAny(scope) || isSome(backend, query, found) || backend.isOver()) {
      return found;
    }
    Found any = collect(backend, query, scopes.of(clauses, false), warnings);
    if (!isSome(backend, query, any)) {
      return found;
    }
    warnings.add(
        Warning.of(
            Warning.Kind.RELAXED,
            "no story has all of the words; those with any of them are listed"));
    return any;
  }

  private static Found collect(
      SearchBackend backend, StoryQuery query, Scope scope, List<Warning> warnings)
      throws IOException {
    Query lucene = scope.query();
    int limit = query.limit();
    if (limit == 0) {
      int count = backend.count(lucene);
      return new Found(
          new SearchBackend.Found(List.of(), new Total(count, true)), scope, List.of());
    }
    Cursor after = query.cursor().orElse(null);
    if (isRanked(query, scope.clauses())) {
      QueryWords words = new QueryWords(backend, scope);
      List<Gain> gains = new ArrayList<>(new Together(scope, words).gains());
      Query ranked = with(lucene, gains);
      Gain newness = newness(backend, query, words, warnings);
      if (newness != null) {
        gains.add(newness);
        ranked = both(ranked, newness.query());
      }
      return new Found(
          backend.top(ranked, query.order(), after, limit, query.isIdsOnly()), scope, gains);
    }
    boolean isFlat = query.order() == StoryQuery.Order.RELEVANCE; // every score would be the same
    StoryQuery.Order order = isFlat ? StoryQuery.Order.NEWEST : query.order();
    return new Found(backend.top(lucene, order, after, limit, query.isIdsOnly()), scope, List.of());
  }

  private static boolean isRanked(StoryQuery query, Clause.Group clauses) {
    return query.order() == StoryQuery.Order.RELEVANCE && clauses.ranks();
  }

  /** What stories gain for being new; null where nobody asked, or the index cannot tell. */
  private static @Nullable Gain newness(
      SearchBackend backend, StoryQuery query, QueryWords words, List<Warning> warnings)
      throws IOException {
    if (query.recency().isEmpty()) {
      return null;
    }
    if (!backend.knowsAges()) {
      if (!warnings.contains(AGELESS)) {
        warnings.add(AGELESS);
      }
      return null;
    }
    Query newness =
        words.isNone()
            ? new MatchNoDocsQuery("no words, no gain")
            : newness(query.recency().get(), (float) (NEWNESS * words.total()));
    return new Gain("what is new", "of its date", newness);
  }

  private static Query newness(Recency recency, float most) {
    return new Newness(most, recency.today().toEpochDay(), recency.halfLifeDays());
  }

  /** Beside the words, and not around them: Lucene passes over most stories of a flat query. */
  private static Query with(Query words, List<Gain> gains) {
    if (gains.isEmpty() || !(words instanceof BooleanQuery flat)) {
      return gains.stream().map(Gain::query).reduce(words, SearchService::both);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.setMinimumNumberShouldMatch(flat.getMinimumNumberShouldMatch());
    flat.clauses().forEach(all::add);
    gains.forEach(gain -> all.add(gain.query(), BooleanClause.Occur.SHOULD));
    return all.build();
  }

  private static Query both(Query query, Query gain) {
    return new BooleanQuery.Builder()
        .add(query, BooleanClause.Occur.MUST)
        .add(gain, BooleanClause.Occur.SHOULD)
        .build();
  }

  private static Total total(SearchBackend backend, StoryQuery query, Found found)
      throws IOException {
    return query.isCounting()
        ? new Total(backend.count(found.scope().query()), true)
        : found.collected().total();
  }

  /** How much a term is worth in a snippet: its idf, looked up only for terms that are found. */
  private static ToDoubleFunction<String> worth(int held) {
    int stories = Math.max(1, held);
    // The reader may be closed by the time a snippet is looked at: a long word is a rare word.
    return term -> 1 + Math.min(term.length(), 12) / 12.0 + 1.0 / stories;
  }

  /**
   * The ids of the stories that the query asks to remove: those with all of its words, unless it
   * says any.
   *
   * @throws UnclearQueryException where it is not clear which
   */
  public List<String> idsToDelete(SearchBackend backend, StoryQuery query) throws IOException {
    Scopes scopes = new Scopes(backend, analysis(backend), query, new ArrayList<>());
    Removal.check(query, scopes.analysed());
    Scope scope = scopes.of(query.clauses(), query.match() != StoryQuery.Match.ANY);
    Removal.checkWhole(scope.translation());
    return backend.ids(scope.query());
  }

  /** Who is named in the stories that match. */
  public Counted<NamedPerson> people(SearchBackend backend, StoryQuery query, int limit)
      throws IOException {
    return counted(backend, query, (timed, stories) -> timed.people(stories, limit));
  }

  /** How many of the stories that match are of each period. */
  public Counted<DatePeriod> timeline(SearchBackend backend, StoryQuery query, DatePeriod.By by)
      throws IOException {
    Counted<DatePeriod> rows =
        counted(backend, query, (timed, stories) -> timed.timeline(stories, by));
    return rows.warning(Gaps.of(rows, by));
  }

  /** Counts stories. */
  private interface Count<T> {
    List<T> of(SearchBackend backend, Query stories) throws IOException;
  }

  private <T> Counted<T> counted(SearchBackend backend, StoryQuery query, Count<T> count)
      throws IOException {
    return Deadlines.rows(
        backend,
        query.timeout(),
        () -> new Counted<>(List.of(), query.interpretation(), query.warnings(), Words.SAME),
        timed -> {
          List<Warning> warnings = new ArrayList<>(query.warnings());
          Scopes scopes = new Scopes(timed, analysis(timed), query, warnings);
          Scope scope = scopes.counted(query.clauses());
          boolean isSeveral = scope.words() != Words.SAME;
          if (isSeveral && !scope.all() && query.match() == StoryQuery.Match.BY_ORDER) {
            warnings.add(
                Warning.of(
                    Warning.Kind.RELAXED,
                    "no story has all of the words; those with any of them are counted"));
          }
          List<T> rows = count.of(timed, scope.query());
          scopes.tellUndated(scope);
          settle(query, scopes, warnings);
          String told = Interpretation.stories(query.clauses(), scope.all(), query.isUndated());
          return new Counted<>(rows, told, warnings, scope.words());
        });
  }
}
