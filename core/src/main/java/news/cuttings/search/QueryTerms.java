package news.cuttings.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.TermQuery;

/** The terms that a query asks for, each looked up once. For one query, and one thread. */
final class QueryTerms {
  private final SearchBackend backend;
  private final Map<Term, TermQuery> known = new HashMap<>();

  QueryTerms(SearchBackend backend) {
    this.backend = backend;
  }

  /** The stories that have it. */
  TermQuery query(Term term) throws IOException {
    TermQuery query = known.get(term);
    if (query == null) {
      query = backend.query(term);
      known.put(term, query);
    }
    return query;
  }

  /** How many stories have it. */
  int docFreq(Term term) throws IOException {
    TermStates states = query(term).getTermStates();
    return states == null ? backend.docFreq(term) : states.docFreq();
  }
}
