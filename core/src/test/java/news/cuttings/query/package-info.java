/** Tests of the query module. */
@NullMarked
package news.cuttings.query;

import org.jspecify.annotations.NullMarked;
