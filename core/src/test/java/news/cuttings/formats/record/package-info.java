/** Tests of the readers. */
@NullMarked
package news.cuttings.formats.record;

import org.jspecify.annotations.NullMarked;
