/**
 * Answering: a query's clauses become Lucene's query, the best hits are collected, counted,
 * explained and shown. For use inside the library.
 *
 * <p>{@code SearchService} answers for whoever asks, of what a {@code SearchBackend} holds:
 * Lucene's searcher ({@code LuceneBackend}) or a cluster. {@code Translation} makes the query,
 * {@code TopHits} collects in an order without ties, {@code Highlighter} cuts snippets.
 */
@NullMarked
package news.cuttings.search;

import org.jspecify.annotations.NullMarked;
