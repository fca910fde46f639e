/** Tests of the readers. */
@NullMarked
package news.cuttings.formats;

import org.jspecify.annotations.NullMarked;
