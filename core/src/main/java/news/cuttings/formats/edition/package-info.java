/**
 * Edition pages: the text of an aggregator's page as people copy it.
 *
 * <p>One door: {@link news.cuttings.formats.edition.EditionPageReader}. A page is read by
 * structure. The line that says which edition a page is from is the anchor; above it stands the
 * story, around it boilerplate, below it teasers. Boilerplate is known by what it says to the
 * reader, by being said again at once, and by its language where that is not the story's; a short
 * line that comes again from teaser to teaser is a label; headline and standfirst are paired by the
 * cheapest cut of the whole list, so that one odd line does not shift all others. Every line ends
 * in a story or is told as dropped.
 */
@NullMarked
package news.cuttings.formats.edition;

import org.jspecify.annotations.NullMarked;
