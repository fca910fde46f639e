/** Tests of what is asked and answered, as values. */
@NullMarked
package news.cuttings.query;

import org.jspecify.annotations.NullMarked;
