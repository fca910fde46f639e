package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import news.cuttings.index.Schema;
import news.cuttings.index.StoredStories;
import news.cuttings.query.Cursor;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Facets;
import news.cuttings.query.NamedPerson;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.search.SearchBackend;
import news.cuttings.story.Story;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.IORunnable;
import org.jspecify.annotations.Nullable;

/**
 * The stories of a view of the cluster's index. Serves one answer.
 *
 * <p>Where the answer's time is over before there is a hit, nothing more is asked and the answer is
 * one of nothing. Once there are hits they are the answer, and what was still to be counted beside
 * them is left out.
 */
final class ClusterBackend implements SearchBackend {
  private static final long ABSENT = Long.MIN_VALUE;
  private static final int PAGE = 500;

  private final View view;
  private final Made made;
  private final Deadline deadline;

  /** Whether there are hits: from then on what is not known in time is nothing. */
  private boolean answered;

  private final ClusterTerms known;

  /** A hit with its story. */
  private record Fetched(Cursor key, String json) implements StoredHit {}

  ClusterBackend(View view, Made made, Deadline deadline) {
    this.view = view;
    this.made = made;
    this.deadline = deadline;
    known = new ClusterTerms(view, this::inTime);
  }

  private <T> T inTime(ClusterTerms.Asked<T> asked, T nothing) throws IOException {
    try {
      return asked.answer();
    } catch (Deadline.TimeOver e) {
      if (!answered) {
        throw e;
      }
      return nothing;
    }
  }

  @Override
  public SearchBackend within(Duration time) {
    if (deadline.isSet()) {
      return this; // it began with the question, before there was a view
    }
    Deadline end = Deadline.in(time);
    return new ClusterBackend(view.until(end), made, end);
  }

  @Override
  public boolean isOver() {
    if (deadline.isOver()) {
      deadline.cut();
      return true;
    }
    return false;
  }

  @Override
  public boolean isCut() {
    return deadline.isCut();
  }

  @Override
  public void untilDeadline(IORunnable work) throws IOException {
    try {
      work.run();
    } catch (Deadline.TimeOver e) {
      deadline.cut();
    }
  }

  @Override
  public RankingOptions options() {
    return made.ranking();
  }

  @Override
  public boolean knowsAges() {
    return made.ages();
  }

  @Override
  public long view() {
    return view.number();
  }

  @Override
  public int stories() {
    return view.stories();
  }

  @Override
  public int maxDoc() {
    return view.stories();
  }

  @Override
  public boolean allDated() {
    return view.allDated();
  }

  @Override
  public boolean isFar() {
    return true;
  }

  @Override
  public void expect(Collection<Term> terms, Collection<Term> prefixes) throws IOException {
    known.expect(terms, prefixes);
  }

  @Override
  public int docFreq(Term term) throws IOException {
    return known.docFreq(term);
  }

  @Override
  public Set<String> termsWithPrefix(Term prefix, int limit) throws IOException {
    return known.withPrefix(prefix, limit);
  }

  @Override
  public Map<String, Integer> near(Term term, int edits) throws IOException {
    return known.near(term, edits);
  }

  @Override
  public Found top(
      Query query, StoryQuery.Order order, @Nullable Cursor after, int limit, boolean idsOnly)
      throws IOException {
    boolean ranks = order == StoryQuery.Order.RELEVANCE;
    boolean newest = order != StoryQuery.Order.OLDEST;
    Map<String, @Nullable Object> body =
        object(
            "query",
            QueryJson.scored(query),
            "size",
            limit,
            "track_total_hits",
            limit + (ranks ? 1 : 0),
            "sort",
            sort(ranks, newest),
            "_source",
            !idsOnly);
    if (after != null) {
      body.put("search_after", place(after, ranks, newest));
    }
    Json hits;
    boolean isApart = false;
    try {
      hits = view.search(body, ranks).at("hits");
    } catch (ClusterException e) {
      if (!e.is(ClusterNodes.TOO_LONG) || idsOnly) {
        throw e;
      }
      body.put("_source", false);
      hits = view.search(body, ranks).at("hits");
      isApart = true;
    }
    List<StoredHit> found = new ArrayList<>();
    int rank = after == null ? 0 : after.rank();
    Map<String, String> apart = isApart ? stories(hits.at("hits").list(), ranks) : Map.of();
    for (Json hit : hits.at("hits").list()) {
      Cursor key = key(hit.at("sort").list(), ranks, rank);
      String json = isApart ? apart.get(key.id()) : hit.at("_source", Schema.STORY).text();
      found.add(new Fetched(key, Objects.requireNonNull(json)));
    }
    answered = !found.isEmpty();
    Json total = hits.at("total");
    return new Found(
        found,
        new Results.Total(total.at("value").number(), total.at("relation").text().equals("eq")));
  }

  /** The stories of hits, by their ids, in as many requests as their length needs. */
  private Map<String, String> stories(List<Json> hits, boolean ranks) throws IOException {
    Map<String, String> stories = new HashMap<>();
    for (int from = 0; from < hits.size(); from += PAGE) {
      List<BytesRef> ids = new ArrayList<>();
      for (Json hit : hits.subList(from, Math.min(hits.size(), from + PAGE))) {
        ids.add(new BytesRef(key(hit.at("sort").list(), ranks, 0).id()));
      }
      Query these = new TermInSetQuery(Schema.ID, ids);
      inOrder(
          these,
          true,
          ids.size(),
          null,
          hit -> stories.put(id(hit), hit.at("_source", Schema.STORY).text()));
    }
    return stories;
  }

  private static List<Object> sort(boolean ranks, boolean newest) {
    List<Object> keys = new ArrayList<>();
    if (ranks) {
      keys.add(object("_score", object("order", "desc")));
    }
    String order = newest ? "desc" : "asc";
    for (String field : List.of(Schema.DATE, Schema.PUBLISHED)) {
      keys.add(object(field, object("order", order, "missing", "_last")));
    }
    keys.add(object(Schema.ID, object("order", "asc")));
    return keys;
  }

  private static List<Object> place(Cursor after, boolean ranks, boolean newest) {
    List<Object> place = new ArrayList<>();
    if (ranks) {
      place.add(after.score());
    }
    long last = newest ? Long.MIN_VALUE : Long.MAX_VALUE;
    place.add(after.day() == ABSENT ? last : after.day());
    place.add(after.published() == ABSENT ? last : after.published());
    place.add(after.id());
    return place;
  }

  private Cursor key(List<Json> sort, boolean ranks, int rank) {
    int first = ranks ? 1 : 0;
    float score = ranks ? (float) sort.getFirst().decimal() : 0;
    return new Cursor(
        view.number(),
        rank,
        score,
        day(sort.get(first)),
        day(sort.get(first + 1)),
        sort.get(first + 2).text());
  }

  private static long day(Json value) {
    boolean absent = !value.isPresent() || value.number() == Long.MAX_VALUE;
    return absent ? ABSENT : value.number();
  }

  @Override
  public int count(Query query) throws IOException {
    return inTime(() -> total(view.search(counting(query), false)), 0);
  }

  static Map<String, @Nullable Object> counting(Query query) {
    return object(
        "size", 0, "track_total_hits", true, "query", QueryJson.of(new ConstantScoreQuery(query)));
  }

  static int total(Json answer) {
    return Math.toIntExact(answer.at("hits", "total", "value").number());
  }

  @Override
  public Map<String, Double> scores(Query part, Query whole, List<StoredHit> hits)
      throws IOException {
    List<String> ids = hits.stream().map(hit -> hit.key().id()).toList();
    Map<String, Double> scores = new HashMap<>();
    Map<String, @Nullable Object> both =
        object(
            "bool",
            object(
                "must",
                List.of(QueryJson.part(part, whole)),
                "filter",
                List.of(object("terms", object(Schema.ID, ids)))));
    Map<String, @Nullable Object> body =
        object(
            "query",
            both,
            "size",
            Math.max(1, ids.size()),
            "sort",
            sort(true, true),
            "_source",
            false);
    Json answer = inTime(() -> view.search(body, true), new Json(null));
    for (Json hit : answer.at("hits", "hits").list()) {
      List<Json> sort = hit.at("sort").list();
      scores.put(sort.getLast().text(), (double) (float) sort.getFirst().decimal());
    }
    return scores;
  }

  @Override
  public List<String> ids(Query query) throws IOException {
    List<String> ids = new ArrayList<>();
    inOrder(query, false, StoryQuery.MAX_LIMIT, null, hit -> ids.add(id(hit)));
    return ids;
  }

  private static String id(Json hit) {
    return hit.at("sort").list().getFirst().text();
  }

  /** Takes hits. */
  private interface Taker {
    void take(Json hit) throws IOException;
  }

  /** Gives the hits in the order of ids, page by page; a page that is too long in halves. */
  private void inOrder(Query query, boolean stories, int most, @Nullable String after, Taker taker)
      throws IOException {
    String last = after;
    int page = most;
    while (true) {
      Map<String, @Nullable Object> body =
          object(
              "query",
              QueryJson.of(query),
              "size",
              page,
              "track_total_hits",
              false,
              "sort",
              List.of(object(Schema.ID, object("order", "asc"))),
              "_source",
              stories);
      if (last != null) {
        body.put("search_after", List.of(last));
      }
      List<Json> hits;
      try {
        hits = view.search(body, false).at("hits", "hits").list();
      } catch (ClusterException e) {
        if (!e.is(ClusterNodes.TOO_LONG) || page == 1) {
          throw e;
        }
        page = Math.max(1, page / 2);
        continue;
      }
      for (Json hit : hits) {
        taker.take(hit);
      }
      if (hits.size() < page) {
        return;
      }
      last = id(hits.getLast());
      page = Math.min(most, page * 2);
    }
  }

  /** How many values of the field the stories have. */
  long distinct(String field) throws IOException {
    return new Counting(view, MatchAllDocsQuery.INSTANCE).distinct(field);
  }

  @Override
  public List<NamedPerson> people(Query query, int limit) throws IOException {
    return new Counting(view, query).people(limit);
  }

  @Override
  public List<DatePeriod> timeline(Query query, DatePeriod.By by) throws IOException {
    return new Counting(view, query).days().rows(by);
  }

  @Override
  public Facets facets(Query query, int limit) throws IOException {
    return inTime(() -> new Counting(view, query).facets(limit), Facets.NONE);
  }

  @Override
  public Optional<Story> story(String id) throws IOException {
    if (!Story.isId(id)) {
      return Optional.empty(); // in bytes it could be another's
    }
    Query query = new TermQuery(new Term(Schema.ID, id));
    List<? extends StoredHit> found = top(query, StoryQuery.Order.NEWEST, null, 1, false).hits();
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(StoredStories.read(found.getFirst().json()));
  }

  @Override
  public List<String> idsWithPrefix(String prefix, int limit) throws IOException {
    if (limit == 0) {
      return List.of();
    }
    Query query =
        prefix.isEmpty()
            ? MatchAllDocsQuery.INSTANCE
            : new PrefixQuery(new Term(Schema.ID, prefix));
    Map<String, @Nullable Object> body =
        object(
            "query",
            QueryJson.of(query),
            "size",
            Math.min(limit, StoryQuery.MAX_LIMIT),
            "sort",
            List.of(object(Schema.ID, object("order", "asc"))),
            "_source",
            false);
    return view.search(body, false).at("hits", "hits").list().stream()
        .map(ClusterBackend::id)
        .toList();
  }

  @Override
  public void export(Consumer<Story> to) throws IOException {
    export(null, to);
  }

  /** Gives the stories whose ids come after that one, in order; null for all. */
  void export(@Nullable String after, Consumer<Story> to) throws IOException {
    inOrder(
        MatchAllDocsQuery.INSTANCE,
        true,
        PAGE,
        after,
        hit -> to.accept(StoredStories.read(hit.at("_source", Schema.STORY).text())));
  }
}
