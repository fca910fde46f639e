/**
 * From a story to Lucene's fields: the schema, the analysis, the writer. For use inside the
 * library: its types name Lucene's and may change with it.
 *
 * <ul>
 *   <li>{@link news.cuttings.index.Schema} states the fields once: names, types, versions.
 *   <li>{@link news.cuttings.index.TextAnalysis} makes terms of text, for index and query alike.
 * </ul>
 */
@NullMarked
package news.cuttings.index;

import org.jspecify.annotations.NullMarked;
