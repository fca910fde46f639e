/** What databases of the press give: one file, many stories. */
@NullMarked
package news.cuttings.formats.export;

import org.jspecify.annotations.NullMarked;
