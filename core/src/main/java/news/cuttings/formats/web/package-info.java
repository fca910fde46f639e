/** Web pages: from a page as saved to the story on it. */
@NullMarked
package news.cuttings.formats.web;

import org.jspecify.annotations.NullMarked;
