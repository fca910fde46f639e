/** TBD. */
@NullMarked
package news.cuttings.people;

import org.jspecify.annotations.NullMarked;
