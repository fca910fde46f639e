package news.cuttings.query;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import news.cuttings.index.Labels;
import news.cuttings.index.Schema;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Results.Warning;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds stories like another: the terms of headline, lead and body that tell it apart best, with
 * saturated frequencies, and the people it names, as one ranked query. The source is left out by
 * its id. (Lucene's MoreLikeThis asks that a term be twice in one field, which words of a headline
 * never are.)
 */
final class LikeSearch {
  /** Terms in the query. */
  private static final int TERMS = 60;

  /** A frequency at which a term counts half as much as it ever can. */
  private static final double SATURATION = 2;

  private static final float PEOPLE_WEIGHT = 1;

  private final Holdings holdings;
  private final TextAnalysis analysis;

  /** A term of the source: how it is written first, how often it is there, weighted by place. */
  private static final class Count {
    private final String written;
    private final boolean says;
    private int frequency;

    Count(String written, boolean capitals) {
      this.written = written;
      says = !FunctionWords.has(capitals ? written.toLowerCase(Locale.ROOT) : written);
    }
  }

  /** A term chosen. */
  private record Chosen(String term, String written, float boost, double weight) {}

  LikeSearch(Holdings holdings, TextAnalysis analysis) {
    this.holdings = holdings;
    this.analysis = analysis;
  }

  Results answer(Like like) throws IOException {
    long start = System.nanoTime();
    Optional<Story> source = source(like);
    if (source.isEmpty()) {
      String id = like.id().orElse("");
      return results(
          List.of(), "more like " + id, List.of(Warning.of("there is no story " + id)), start);
    }
    Story story = source.get();
    List<Chosen> terms = terms(story);
    Set<String> people = new HashSet<>();
    story.people().forEach(person -> people.add(Labels.personKey(person.name())));
    Query query = query(story, terms, people);
    Holdings.Found top = holdings.top(query, StoryQuery.Order.RELEVANCE, null, like.limit(), false);
    return results(hits(top, story, terms), interpretation(story, terms), List.of(), start);
  }

  private Optional<Story> source(Like like) throws IOException {
    if (like.story().isPresent()) {
      return like.story();
    }
    return holdings.story(like.id().orElse(""));
  }

  private static Results results(
      List<Hit> hits, String interpretation, List<Warning> warnings, long start) {
    return new Results(
        hits,
        interpretation,
        warnings,
        new Results.Total(hits.size(), false),
        Facets.NONE,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private List<Hit> hits(Holdings.Found top, Story source, List<Chosen> terms) throws IOException {
    Map<String, Why.Term> reasons = new LinkedHashMap<>();
    terms.forEach(term -> reasons.put(term.term(), new Why.Term(term.written(), term.weight())));
    Likeness likeness = new Likeness(source, reasons, analysis.kind());
    Highlighter highlighter = highlighter(source, reasons);
    List<Hit> hits = new ArrayList<>();
    for (Holdings.Held hit : top.hits()) {
      Shown shown = new Shown(hit.json(), highlighter, likeness);
      hits.add(new Hit(hits.size() + 1, hit.key(), shown, null));
    }
    return hits;
  }

  private Highlighter highlighter(Story source, Map<String, Why.Term> reasons) {
    Set<String> names = new HashSet<>();
    source.people().forEach(person -> names.addAll(Labels.words(person.name())));
    return new Highlighter(
        reasons.keySet(),
        names,
        analysis.kind(),
        term -> Optional.ofNullable(reasons.get(term)).map(Why.Term::weight).orElse(1.0));
  }

  private static String interpretation(Story source, List<Chosen> terms) {
    String words = String.join(", ", terms.stream().limit(10).map(Chosen::written).toList());
    String people =
        String.join(", ", source.people().stream().limit(10).map(Person::name).toList());
    return "stories like this by its words "
        + words
        + (terms.size() > 10 ? " and " + (terms.size() - 10) + " more" : "")
        + (people.isEmpty() ? "" : "; by its people " + people);
  }

  private List<Chosen> terms(Story story) throws IOException {
    Map<String, Count> counts = new HashMap<>();
    story.headline().ifPresent(text -> count(text, 0, Schema.HEADLINE_WEIGHT, counts));
    count(story.body(), story.lead().length(), 1, counts);
    List<Term> all =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue().says)
            .map(entry -> new Term(Schema.ALL, entry.getKey()))
            .toList();
    holdings.expect(all, List.of());
    // A word that only the source has finds nothing.
    int least = holdings.having(new Term(Schema.ID, story.id())) > 0 ? 2 : 1;
    double stories = Math.max(1, holdings.stories());
    PriorityQueue<Chosen> best =
        new PriorityQueue<>((a, b) ->
            a.weight() != b.weight()
                ? Double.compare(a.weight(), b.weight())
                : b.term().compareTo(a.term()));
    for (Map.Entry<String, Count> entry : counts.entrySet()) {
      if (!entry.getValue().says) {
        continue;
      }
      int having = holdings.having(new Term(Schema.ALL, entry.getKey()));
      if (having < least) {
        continue;
      }
      double frequency = entry.getValue().frequency;
      double saturated = frequency / (frequency + SATURATION);
      double idf = Math.log1p(Math.max(0, stories - having + 0.5) / (having + 0.5));
      best.add(
          new Chosen(entry.getKey(), entry.getValue().written, (float) saturated, saturated * idf));
      if (best.size() > TERMS) {
        best.poll();
      }
    }
    List<Chosen> chosen = new ArrayList<>(best);
    chosen.sort(best.comparator().reversed());
    return chosen;
  }

  private void count(String text, int leadEnd, int weight, Map<String, Count> counts) {
    boolean capitals = TextAnalysis.isCapitals(text);
    analysis.analyse(
        text,
        (term, start, end, exact) ->
            counts.computeIfAbsent(
                        term.utf8ToString(), key -> new Count(text.substring(start, end), capitals))
                    .frequency +=
                start < leadEnd ? weight + Schema.LEAD_WEIGHT : weight);
  }

  private static Query query(Story source, List<Chosen> terms, Set<String> people) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    for (Chosen term : terms) {
      query.add(
          new BoostQuery(new TermQuery(new Term(Schema.ALL, term.term())), term.boost()),
          BooleanClause.Occur.SHOULD);
    }
    people.stream()
        .limit(TERMS)
        .forEach(person ->
            query.add(
                new BoostQuery(new TermQuery(new Term(Schema.PERSON, person)), PEOPLE_WEIGHT),
                BooleanClause.Occur.SHOULD));
    query.add(new TermQuery(new Term(Schema.ID, source.id())), BooleanClause.Occur.MUST_NOT);
    return query.build();
  }
}
