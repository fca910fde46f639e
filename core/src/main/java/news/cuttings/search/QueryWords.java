package news.cuttings.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.index.Schema;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Field;
import news.cuttings.query.syntax.StopWords;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words that a query ranks by and the index has, each with what it is worth: how rare it is,
 * times how often it is asked for.
 */
public final class QueryWords {
  private final SearchBackend backend;
  private final QueryTokens analysed;
  private final QueryTerms terms;
  private final Clause.Group clauses;
  private final Map<BytesRef, Integer> times = new LinkedHashMap<>();
  private @Nullable Map<BytesRef, Double> worth;

  QueryWords(SearchBackend backend, Scope scope) {
    this.backend = backend;
    clauses = scope.clauses();
    analysed = scope.translation().analysed();
    terms = scope.translation().terms();
  }

  /** As BM25 has it; 0 where removed stories make it less. */
  public static double idf(double with, double stories) {
    return Math.log1p(Math.max(0, stories - with + 0.5) / (with + 0.5));
  }

  /** Looked up when it is first asked for: one word alone needs none of it. */
  private Map<BytesRef, Double> worth() throws IOException {
    Map<BytesRef, Double> known = worth;
    if (known == null) {
      known = new LinkedHashMap<>();
      collect(clauses);
      double stories = backend.worded();
      if (backend.isFar()) {
        backend.expect(
            times.keySet().stream().map(term -> new Term(Schema.ALL, term)).toList(), List.of());
      }
      for (Map.Entry<BytesRef, Integer> one : times.entrySet()) {
        int with = terms.docFreq(new Term(Schema.ALL, one.getKey()));
        if (with > 0) {
          known.put(one.getKey(), idf(with, stories) * one.getValue());
        }
      }
      worth = known;
    }
    return known;
  }

  private void collect(Clause clause) {
    switch (clause) {
      case Clause.Word word -> count(word.field(), word.text());
      case Clause.Phrase phrase -> count(phrase.field(), Phrases.known(phrase));
      case Clause.Weighted weighted -> collect(weighted.clause());
      case Clause.Group group -> {
        List<Clause.Part> parts = StopWords.without(group.parts());
        for (Clause.Part part : parts) {
          if (part.occur() == Clause.Occur.MAY || part.occur() == Clause.Occur.MUST) {
            collect(part.clause());
          }
        }
      }
      case Clause.Prefix prefix -> {}
      case Clause.Fuzzy fuzzy -> {}
      case Clause.Everything everything -> {}
      case Clause.Days days -> {}
      case Clause.Undated undated -> {}
    }
  }

  private void count(Field field, String text) {
    if (field.kind() == Field.Kind.TEXT) {
      analysed.of(text).forEach(token -> times.merge(new BytesRef(token.term()), 1, Integer::sum));
    }
  }

  /** Whether the index has that term. */
  boolean has(String term) throws IOException {
    return worth().containsKey(new BytesRef(term));
  }

  /** Whether there is one at all. */
  boolean isNone() throws IOException {
    return worth().isEmpty();
  }

  /** What all of them are worth: more than a story can score. */
  double total() throws IOException {
    return worth().values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
