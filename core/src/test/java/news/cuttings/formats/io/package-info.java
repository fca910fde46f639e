/** Tests of what readers share. */
@NullMarked
package news.cuttings.formats.io;

import org.jspecify.annotations.NullMarked;
