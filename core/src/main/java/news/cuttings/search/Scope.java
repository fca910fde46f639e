package news.cuttings.search;

import news.cuttings.query.Words;
import news.cuttings.query.syntax.Clause;
import org.apache.lucene.search.Query;

/**
 * The stories that are taken for a query.
 *
 * @param clauses what is asked
 * @param all whether they have all of its words, or any
 * @param words the same, where that makes a difference
 * @param translation what made Lucene's query
 * @param query Lucene's query
 */
record Scope(
    Clause.Group clauses, boolean all, Words words, Translation translation, Query query) {}
