/** The front door. */
@NullMarked
package news.cuttings;

import org.jspecify.annotations.NullMarked;
