/** Tests of the query language. */
@NullMarked
package news.cuttings.query.syntax;

import org.jspecify.annotations.NullMarked;
