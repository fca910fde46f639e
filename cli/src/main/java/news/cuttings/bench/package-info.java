/**
 * The harness: measures how good and how fast an engine's answers are, beside Lucene used by hand.
 *
 * <p>{@link news.cuttings.bench.Bench} does all of it by a plan: {@linkplain
 * news.cuttings.bench.engines engines} are asked the questions of {@linkplain
 * news.cuttings.bench.corpora corpora}; {@linkplain news.cuttings.bench.timing how fast} and
 * {@linkplain news.cuttings.bench.quality how good} their answers are becomes {@linkplain
 * news.cuttings.bench.results results}, of which {@linkplain news.cuttings.bench.report a page}
 * tells.
 */
@NullMarked
package news.cuttings.bench;

import org.jspecify.annotations.NullMarked;
