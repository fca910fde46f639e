/**
 * More like this: stories like another by the words that tell it apart and the people it names,
 * near-copies put together. For use inside the library.
 */
@NullMarked
package news.cuttings.search.like;

import org.jspecify.annotations.NullMarked;
