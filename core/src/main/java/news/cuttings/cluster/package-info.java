/**
 * The same library on a cluster: {@link news.cuttings.cluster.ClusterIndex} is a {@link
 * news.cuttings.StoryIndex} on OpenSearch.
 *
 * <p>The library analyses; the cluster gets the terms as they are in an index on a disk, and the
 * story itself. The library makes Lucene's query, which is sent in the cluster's form, and chooses
 * the terms of more-like-this from the counts of all shards; it highlights and explains from the
 * story sent back. So both sides have the same terms and, on a freshly filled index, the same
 * scores.
 *
 * <p>The client is the JDK's own, with the JSON parser that the library has anyhow: some ten kinds
 * of request need no more, and whoever has no cluster has no jar for it. opensearch-java 3.9 brings
 * sixteen jars of 15 MB and, where a copy is lost during a write, takes the answer that all was
 * written for an error.
 *
 * <p>This is the only package that opens a network connection.
 */
@NullMarked
package news.cuttings.cluster;

import org.jspecify.annotations.NullMarked;
