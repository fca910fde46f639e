/** Tests of the exports of databases of the press. */
@NullMarked
package news.cuttings.formats.export;

import org.jspecify.annotations.NullMarked;
