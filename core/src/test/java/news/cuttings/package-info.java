/** Tests of the whole. */
@NullMarked
package news.cuttings;

import org.jspecify.annotations.NullMarked;
