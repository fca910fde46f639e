/** Tests of recognition and resolution, the counting of words, and the measures. */
@NullMarked
package news.cuttings.people;

import org.jspecify.annotations.NullMarked;
