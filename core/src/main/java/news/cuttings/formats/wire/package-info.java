/** What comes over the wire: feeds, news agencies' XML, mail. */
@NullMarked
package news.cuttings.formats.wire;

import org.jspecify.annotations.NullMarked;
