package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** The terms of a view of the cluster's index; keeps those it was told, for one answer. */
final class ClusterTerms {
  private static final int PAGE = 500;

  /** In how many stories of a shard a word may be that others are offered for. */
  private static final int ANY_NUMBER = 1_000_000_000;

  private static final int MOST_AT_ONCE = 200;

  private final View view;
  private final Asking asking;
  private final Map<Term, Integer> having = new HashMap<>();
  private final Map<Term, Beginning> beginnings = new HashMap<>();

  /** Terms that begin so; cut off after so many. */
  private record Beginning(Set<String> terms, int limit) {}

  /** Something asked of the cluster. */
  interface Asked<T> {
    T answer() throws IOException;
  }

  /** Decides what becomes of a question whose time is over. */
  interface Asking {
    /** The answer, or nothing where time is over and that does. */
    <T> T inTime(Asked<T> asked, T nothing) throws IOException;
  }

  ClusterTerms(View view, Asking asking) {
    this.view = view;
    this.asking = asking;
  }

  /** Asks for all of these together, so that each is known when it is asked for. */
  void expect(Collection<Term> terms, Collection<Term> prefixes) throws IOException {
    asking.inTime(
        () -> {
          fetchNew(terms, prefixes);
          return true;
        },
        false);
  }

  private void fetchNew(Collection<Term> terms, Collection<Term> prefixes) throws IOException {
    List<Term> ask = new ArrayList<>(new LinkedHashSet<>(terms));
    ask.removeIf(having::containsKey);
    List<Term> begin = new ArrayList<>(new LinkedHashSet<>(prefixes));
    begin.removeIf(beginnings::containsKey);
    for (int from = 0; from < ask.size(); from += MOST_AT_ONCE) {
      fetch(ask.subList(from, Math.min(ask.size(), from + MOST_AT_ONCE)), List.of());
    }
    for (int from = 0; from < begin.size(); from += MOST_AT_ONCE) {
      fetch(List.of(), begin.subList(from, Math.min(begin.size(), from + MOST_AT_ONCE)));
    }
  }

  private void fetch(List<Term> terms, List<Term> prefixes) throws IOException {
    List<Map<String, @Nullable Object>> bodies = new ArrayList<>();
    terms.forEach(term -> bodies.add(ClusterBackend.counting(new TermQuery(term))));
    prefixes.forEach(prefix -> bodies.add(listing(prefix, PAGE)));
    List<Json> answers = view.searches(bodies).list();
    for (int i = 0; i < terms.size(); i++) {
      having.put(terms.get(i), ClusterBackend.total(answers.get(i)));
    }
    for (int i = 0; i < prefixes.size(); i++) {
      Set<String> found = listed(answers.get(terms.size() + i));
      beginnings.put(prefixes.get(i), new Beginning(found, PAGE));
    }
  }

  /** In how many stories the term is. */
  int docFreq(Term term) throws IOException {
    expect(List.of(term), List.of());
    return having.getOrDefault(term, 0);
  }

  /** The first terms that begin so, in order, at most so many. */
  Set<String> withPrefix(Term prefix, int limit) throws IOException {
    Beginning known = beginnings.get(prefix);
    if (known == null || known.limit() < limit) {
      Set<String> terms =
          asking.inTime(() -> listed(view.search(listing(prefix, limit), false)), Set.of());
      known = new Beginning(terms, limit);
      beginnings.put(prefix, known);
    }
    Set<String> first = new LinkedHashSet<>();
    known.terms().stream().limit(limit).forEach(first::add);
    return first;
  }

  private static Map<String, @Nullable Object> listing(Term prefix, int limit) {
    return object(
        "size",
        0,
        "query",
        QueryJson.of(new PrefixQuery(prefix)),
        "aggs",
        object(
            "terms",
            object(
                "terms",
                object(
                    "field",
                    prefix.field(),
                    "include",
                    Counting.pattern(prefix.text()) + ".*",
                    "order",
                    object("_key", "asc"),
                    "size",
                    limit))));
  }

  private static Set<String> listed(Json answer) {
    Set<String> found = new LinkedHashSet<>();
    answer
        .at("aggregations", "terms", "buckets")
        .list()
        .forEach(bucket -> found.add(bucket.at("key").text()));
    return found;
  }

  /** The terms so few edits away, itself among them, each with how many stories have it. */
  Map<String, Integer> near(Term term, int edits) throws IOException {
    Map<String, Integer> found = new LinkedHashMap<>();
    int own = docFreq(term);
    if (own > 0) {
      found.put(term.text(), own);
    }
    if (edits == 0) {
      return found;
    }
    Map<String, @Nullable Object> suggester =
        object(
            "field",
            term.field(),
            "analyzer",
            Mapping.SPACES,
            "suggest_mode",
            "always",
            "max_edits",
            edits,
            "prefix_length",
            1,
            "min_word_length",
            1,
            "accuracy",
            0,
            "max_inspections",
            100,
            "max_term_freq",
            ANY_NUMBER,
            "size",
            PAGE,
            "shard_size",
            PAGE);
    Map<String, @Nullable Object> body =
        object(
            "size", 0, "suggest", object("near", object("text", term.text(), "term", suggester)));
    Json answer = asking.inTime(() -> view.search(body, false), new Json(null));
    for (Json word : answer.at("suggest", "near").list()) {
      for (Json option : word.at("options").list()) {
        found.put(option.at("text").text(), (int) option.at("freq").number());
      }
    }
    return found;
  }
}
