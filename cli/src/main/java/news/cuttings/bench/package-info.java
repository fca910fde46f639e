/**
 * The harness: measures how good and how fast an engine's answers are, beside Lucene used by hand.
 *
 * <p>Quality: {@link news.cuttings.bench.EvalSet} (stories, topics, judgments) is given to an
 * {@link news.cuttings.bench.Engine}, whose {@link news.cuttings.bench.Run} is scored by {@link
 * news.cuttings.bench.Measure} as trec_eval scores it; two runs are compared by {@link
 * news.cuttings.bench.Comparison}.
 */
@NullMarked
package news.cuttings.bench;

import org.jspecify.annotations.NullMarked;
