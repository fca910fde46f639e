/**
 * How fast engines file and answer: a {@link news.cuttings.bench.timing.Contest} asks them turn
 * about, each in a {@link news.cuttings.bench.timing.Fork} of its own, and tells by how much they
 * differ as a {@link news.cuttings.bench.timing.Ratio}.
 */
@NullMarked
package news.cuttings.bench.timing;

import org.jspecify.annotations.NullMarked;
