/**
 * Counting what the stories have that match: people, labels, days. For use inside the library; it
 * counts what Lucene's searcher matches, and knows no query language.
 */
@NullMarked
package news.cuttings.search.count;

import org.jspecify.annotations.NullMarked;
