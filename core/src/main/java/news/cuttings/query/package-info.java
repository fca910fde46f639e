/** TBD. */
@NullMarked
package news.cuttings.query;

import org.jspecify.annotations.NullMarked;
