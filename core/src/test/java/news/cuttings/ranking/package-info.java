@NullMarked
package news.cuttings.ranking;

import org.jspecify.annotations.NullMarked;
