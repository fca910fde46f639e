/** Tests of the index. */
@NullMarked
package news.cuttings.index;

import org.jspecify.annotations.NullMarked;
