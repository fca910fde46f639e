/** Tests of counting. */
@NullMarked
package news.cuttings.search.count;

import org.jspecify.annotations.NullMarked;
