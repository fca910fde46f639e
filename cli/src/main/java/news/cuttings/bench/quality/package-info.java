/**
 * How good answers are: an engine's {@link news.cuttings.bench.quality.Run} over a set is scored by
 * {@link news.cuttings.bench.quality.Measure} as trec_eval scores it; two runs are compared by
 * {@link news.cuttings.bench.quality.Comparison}.
 */
@NullMarked
package news.cuttings.bench.quality;

import org.jspecify.annotations.NullMarked;
