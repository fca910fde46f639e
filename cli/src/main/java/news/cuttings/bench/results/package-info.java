/**
 * What all rooms of the harness write and read: figures as a {@link
 * news.cuttings.bench.results.Tree}, how sure they are ({@link
 * news.cuttings.bench.results.Statistics}), and small text files, in which it is told where
 * something is wrong.
 */
@NullMarked
package news.cuttings.bench.results;

import org.jspecify.annotations.NullMarked;
