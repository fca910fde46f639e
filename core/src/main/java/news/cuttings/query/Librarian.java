package news.cuttings.query;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import news.cuttings.index.Newness;
import news.cuttings.index.StoredStories;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Results.Total;
import news.cuttings.query.Results.Warning;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Answers queries at a point in time of an index, be it Lucene's or a cluster's. For use inside the
 * library: it takes Lucene's searcher, or {@link Holdings}. Safe for use by many threads.
 */
public final class Librarian {
  private static final Warning AGELESS =
      Warning.of(
          "the index is of an earlier release and does not rank by age: what is new was not"
              + " preferred; a rebuild mends it");

  private static final Warning MOVED =
      Warning.of(
          "the index has changed since the cursor was given; the search goes on after its place in"
              + " the new order");

  /** What a story of today gains, as a share of what the query's words can score together. */
  private static final float NEWNESS = 0.5f;

  private final Analyses analyses = new Analyses();

  /** What a search found, before it is shown. */
  private record Found(Holdings.Found collected, Scope scope, @Nullable Query gain) {
    boolean isSome() {
      return collected.total().stories() > 0 || !collected.hits().isEmpty();
    }
  }

  /** How each index makes terms: kept for each thread that asks. */
  public Analyses analyses() {
    return analyses;
  }

  /** The analysis of the index, for this thread. */
  private TextAnalysis analysis(Holdings holdings) {
    return analyses.of(holdings.options().analysis());
  }

  /** The view of the index that the query's cursor was given in; empty where it has none. */
  public static OptionalLong view(StoryQuery query) {
    return query
        .cursor()
        .map(cursor -> OptionalLong.of(cursor.view()))
        .orElse(OptionalLong.empty());
  }

  /** How long the query may take; empty where it takes what it takes. */
  public static Optional<Duration> time(StoryQuery query) {
    return query.timeout();
  }

  /** The best answers to a query. */
  public Results search(Holdings holdings, StoryQuery query) throws IOException {
    return InTime.results(
        holdings, query.timeout(), query::interpretation, timed -> answer(timed, query));
  }

  private Results answer(Holdings holdings, StoryQuery query) throws IOException {
    long start = System.nanoTime();
    List<Warning> warnings = new ArrayList<>(query.warnings());
    OptionalLong view = view(query);
    if (view.isPresent() && view.getAsLong() != holdings.view()) {
      warnings.add(MOVED);
    }
    Scopes scopes = new Scopes(holdings, analysis(holdings), query, warnings);
    Found found = found(holdings, query, scopes, warnings);
    Scope scope = found.scope();
    List<Hit> hits = hits(holdings, query, found);
    Total total = total(holdings, query, found);
    if (!query.isIdsOnly()) {
      scopes.tellUndated(scope);
    }
    Facets facets = facets(holdings, query, scopes, scope);
    settle(query, scopes, warnings);
    if (!query.isIdsOnly() && !holdings.isOver()) {
      warnings.addAll(new Suggestions(holdings, analysis(holdings)).of(query.clauses()));
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

  private List<Hit> hits(Holdings holdings, StoryQuery query, Found found) throws IOException {
    List<Holdings.Held> page = List.copyOf(found.collected().hits());
    Clause.Group clauses = found.scope().clauses();
    Explaining explaining =
        query.isExplaining()
            ? new Explaining(
                holdings, found.scope().translation(), isRanked(query, clauses), page, found.gain())
            : null;
    Supplier<TextAnalysis> analysis = analyses.later(holdings.options().analysis());
    ToDoubleFunction<String> worth = worth(holdings.stories());
    Supplier<Highlighter> highlighter = new Once<>(() -> new Highlighter(clauses, analysis, worth));
    List<Hit> hits = new ArrayList<>();
    for (Holdings.Held hit : page) {
      String json = query.isIdsOnly() && explaining == null ? null : hit.json();
      Explanation explanation =
          explaining == null || json == null
              ? null
              : explaining.of(hit.key().id(), StoredStories.read(json));
      Shown shown = query.isIdsOnly() ? Shown.NOTHING : new Shown(json, highlighter, null);
      hits.add(new FoundHit(rank(query, hits.size()), hit.key(), shown, explanation, List.of()));
    }
    return hits;
  }

  /** What the stories have that are counted: they may be fewer than the hits are taken from. */
  private static Facets facets(Holdings holdings, StoryQuery query, Scopes scopes, Scope hits)
      throws IOException {
    if (query.facetLimit() == 0) {
      return Facets.NONE;
    }
    Scope scope = scopes.counted(hits.clauses());
    return holdings
        .facets(scope.query(), query.facetLimit())
        .of(holdings.count(scope.query()), scope.words());
  }

  private static int rank(StoryQuery query, int before) {
    return query.cursor().map(Cursor::rank).orElse(0) + before + 1;
  }

  private Found found(Holdings holdings, StoryQuery query, Scopes scopes, List<Warning> warnings)
      throws IOException {
    Clause.Group clauses = query.clauses();
    Found found = withAllOrAny(holdings, query, clauses, scopes, warnings);
    // Where no hit is wanted there is nothing to rank: the count is the phrase's own.
    if (query.limit() == 0 || isSome(holdings, query, found)) {
      return found;
    }
    Clause.Group loose = Phrases.asWords(clauses);
    if (!loose.equals(clauses)) {
      Found looser = withAllOrAny(holdings, query, loose, scopes, warnings);
      if (isSome(holdings, query, looser)) {
        warnings.add(Warning.of("no story has the phrase; its words were ranked as words"));
        return looser;
      }
    }
    return found;
  }

  /** Whether any story was found, be it on a page before this one. */
  private static boolean isSome(Holdings holdings, StoryQuery query, Found found)
      throws IOException {
    return found.isSome()
        || (query.cursor().isPresent() && holdings.count(found.scope().query()) > 0);
  }

  private Found withAllOrAny(
      Holdings holdings,
      StoryQuery query,
      Clause.Group clauses,
      Scopes scopes,
      List<Warning> warnings)
      throws IOException {
    Scope scope = scopes.of(clauses, query.needsAll());
    Found found = collect(holdings, query, scope, warnings);
    if (!scopes.mayBeAny(scope) || isSome(holdings, query, found) || holdings.isOver()) {
      return found;
    }
    Found any = collect(holdings, query, scopes.of(clauses, false), warnings);
    if (!isSome(holdings, query, any)) {
      return found;
    }
    warnings.add(Warning.of("no story has all of the words; those with any of them are listed"));
    return any;
  }

  private static Found collect(
      Holdings holdings, StoryQuery query, Scope scope, List<Warning> warnings) throws IOException {
    Query lucene = scope.query();
    int limit = query.limit();
    if (limit == 0) {
      int count = holdings.count(lucene);
      return new Found(new Holdings.Found(List.of(), new Total(count, true)), scope, null);
    }
    Cursor after = query.cursor().orElse(null);
    if (isRanked(query, scope.clauses())) {
      QueryWords words = new QueryWords(holdings, scope.translation().analysed(), scope.clauses());
      Query gain = gain(holdings, query, words, warnings);
      Query ranked = gain == null ? lucene : both(lucene, gain);
      return new Found(
          holdings.top(ranked, query.order(), after, limit, query.isIdsOnly()), scope, gain);
    }
    boolean isFlat = query.order() == StoryQuery.Order.RELEVANCE; // every score would be the same
    StoryQuery.Order order = isFlat ? StoryQuery.Order.NEWEST : query.order();
    return new Found(holdings.top(lucene, order, after, limit, query.isIdsOnly()), scope, null);
  }

  private static boolean isRanked(StoryQuery query, Clause.Group clauses) {
    return query.order() == StoryQuery.Order.RELEVANCE && clauses.ranks();
  }

  /** What stories gain for being new; null where nobody asked, or the index cannot tell. */
  private static @Nullable Query gain(
      Holdings holdings, StoryQuery query, QueryWords words, List<Warning> warnings)
      throws IOException {
    if (query.recency().isEmpty()) {
      return null;
    }
    if (!holdings.knowsAges()) {
      if (!warnings.contains(AGELESS)) {
        warnings.add(AGELESS);
      }
      return null;
    }
    return words.isNone()
        ? new MatchNoDocsQuery("no words, no gain")
        : newness(query.recency().get(), (float) (NEWNESS * words.total()));
  }

  private static Query newness(Recency recency, float most) {
    return new Newness(most, recency.today().toEpochDay(), recency.halfLife());
  }

  private static Query both(Query query, Query gain) {
    return new BooleanQuery.Builder()
        .add(query, BooleanClause.Occur.MUST)
        .add(gain, BooleanClause.Occur.SHOULD)
        .build();
  }

  private static Total total(Holdings holdings, StoryQuery query, Found found) throws IOException {
    return query.isCounting()
        ? new Total(holdings.count(found.scope().query()), true)
        : found.collected().total();
  }

  /** How much a term is worth in a snippet: its idf, looked up only for terms that are found. */
  private static ToDoubleFunction<String> worth(int held) {
    int stories = Math.max(1, held);
    // The reader may be closed by the time a snippet is looked at: a long word is a rare word.
    return term -> 1 + Math.min(term.length(), 12) / 12.0 + 1.0 / stories;
  }

  /** The ids of the stories that match: with all of the words unless the query says any. */
  List<String> ids(Holdings holdings, StoryQuery query) throws IOException {
    boolean all = query.match() != StoryQuery.Match.ANY;
    Scopes scopes = new Scopes(holdings, analysis(holdings), query, new ArrayList<>());
    return holdings.ids(scopes.of(query.clauses(), all).query());
  }

  /**
   * The ids of the stories that the query asks to remove: those with all of its words, unless it
   * says any.
   *
   * @throws UnclearQueryException where it is not clear which
   */
  public List<String> idsToDelete(Holdings holdings, StoryQuery query) throws IOException {
    Scopes scopes = new Scopes(holdings, analysis(holdings), query, new ArrayList<>());
    Removal.check(query, scopes.analysed());
    Scope scope = scopes.of(query.clauses(), query.match() != StoryQuery.Match.ANY);
    Removal.checkWhole(scope.translation());
    return holdings.ids(scope.query());
  }

  /** Who is named in the stories that match. */
  public Counted<NamedPerson> people(Holdings holdings, StoryQuery query, int limit)
      throws IOException {
    return counted(holdings, query, (timed, stories) -> timed.people(stories, limit));
  }

  /** How many of the stories that match are of each period. */
  public Counted<Period> timeline(Holdings holdings, StoryQuery query, Period.By by)
      throws IOException {
    Counted<Period> rows =
        counted(holdings, query, (timed, stories) -> timed.timeline(stories, by));
    return rows.warning(Gaps.of(rows, by));
  }

  /** Counts stories. */
  private interface Count<T> {
    List<T> of(Holdings holdings, Query stories) throws IOException;
  }

  private <T> Counted<T> counted(Holdings holdings, StoryQuery query, Count<T> count)
      throws IOException {
    return InTime.rows(
        holdings,
        query.timeout(),
        () -> new Counted<>(List.of(), query.interpretation(), query.warnings(), Words.SAME),
        timed -> {
          List<Warning> warnings = new ArrayList<>(query.warnings());
          Scopes scopes = new Scopes(timed, analysis(timed), query, warnings);
          Scope scope = scopes.counted(query.clauses());
          boolean isSeveral = scope.words() != Words.SAME;
          if (isSeveral && !scope.all() && query.match() == StoryQuery.Match.BY_ORDER) {
            warnings.add(
                Warning.of("no story has all of the words; those with any of them are counted"));
          }
          List<T> rows = count.of(timed, scope.query());
          scopes.tellUndated(scope);
          settle(query, scopes, warnings);
          String told = Interpretation.stories(query.clauses(), scope.all(), query.isUndated());
          return new Counted<>(rows, told, warnings, scope.words());
        });
  }
}
