package news.cuttings.cluster;

import news.cuttings.ranking.RankingOptions;

/**
 * How an index of a cluster was made, as far as asking it depends on that.
 *
 * @param ranking the options of ranking
 * @param ages whether its stories can be ranked by how old they are: not in an index of an earlier
 *     release
 */
record Made(RankingOptions ranking, boolean ages) {
  /** As this release makes one. */
  static Made now(RankingOptions ranking) {
    return new Made(ranking, true);
  }

  /** As an index says of itself. */
  static Made of(Json meta) {
    return new Made(Mapping.ranking(meta), meta.at(Mapping.AGES).isTrue());
  }
}
