/** Tests of stories as values. */
@NullMarked
package news.cuttings.story;

import org.jspecify.annotations.NullMarked;
