/** Tests of the readers. */
@NullMarked
package news.cuttings.formats.edition;

import org.jspecify.annotations.NullMarked;
