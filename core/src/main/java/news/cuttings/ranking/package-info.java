/**
 * How an index weighs words: {@link news.cuttings.ranking.RankingOptions}, which the front door
 * takes and an index keeps.
 */
@NullMarked
package news.cuttings.ranking;

import org.jspecify.annotations.NullMarked;
