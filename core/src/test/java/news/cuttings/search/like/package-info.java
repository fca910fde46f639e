/** Tests of more like this. */
@NullMarked
package news.cuttings.search.like;

import org.jspecify.annotations.NullMarked;
