/** TBD. */
@NullMarked
package news.cuttings.formats;

import org.jspecify.annotations.NullMarked;
