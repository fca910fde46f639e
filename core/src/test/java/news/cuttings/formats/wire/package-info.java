/** Tests of the readers. */
@NullMarked
package news.cuttings.formats.wire;

import org.jspecify.annotations.NullMarked;
