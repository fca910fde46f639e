/**
 * What is measured: an {@link news.cuttings.bench.engines.Engine} answers the questions of {@link
 * news.cuttings.bench.corpora}. {@link news.cuttings.bench.engines.EngineKind} names those that
 * come with the harness: Cuttings by its front door, and Lucene used by hand.
 */
@NullMarked
package news.cuttings.bench.engines;

import org.jspecify.annotations.NullMarked;
