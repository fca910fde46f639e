/**
 * What engines are measured with: stories, as a {@link news.cuttings.bench.corpora.Corpus};
 * questions drawn from them, as {@link news.cuttings.bench.corpora.QuerySets}; and topics with
 * judgments, as an {@link news.cuttings.bench.corpora.EvalSet}.
 */
@NullMarked
package news.cuttings.bench.corpora;

import org.jspecify.annotations.NullMarked;
