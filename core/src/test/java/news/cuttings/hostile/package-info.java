/** Input that means no good. */
@NullMarked
package news.cuttings.hostile;

import org.jspecify.annotations.NullMarked;
