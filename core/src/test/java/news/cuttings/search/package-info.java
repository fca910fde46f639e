/** Tests of answering. */
@NullMarked
package news.cuttings.search;

import org.jspecify.annotations.NullMarked;
