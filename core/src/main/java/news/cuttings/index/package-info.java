/** TBD. */
@NullMarked
package news.cuttings.index;

import org.jspecify.annotations.NullMarked;
