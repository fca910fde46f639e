/**
 * From files, folders, archives and streams to stories.
 *
 * <p>Start at {@link news.cuttings.formats.StoryFiles}: {@code StoryFiles.byContent().read(path,
 * sink)} tells format and encoding by content and hands each story to a {@link
 * news.cuttings.formats.Sink}, with what was skipped, passed over or left out, and why. {@link
 * news.cuttings.formats.EditionPage} is the short way for one page.
 *
 * <p>How it works, from the outside in: a folder is walked, an archive opened, a text brought to
 * UTF-8 (bytes that are none are read as windows-1252), its format told by its first 256 KB, and
 * one reader a format takes it from there. Readers stream: memory is that of one record or page. A
 * record that cannot be read, or is longer than any story, is told to the sink and left out; those
 * around it are kept.
 *
 * <p>Edition pages are read by structure. The line that says which edition a page is from is the
 * anchor; above it stands the story, around it furniture, below it teasers. Furniture is known by
 * what it says to the reader, by being said again at once, and by its language where that is not
 * the story's; a short line that comes again from teaser to teaser is a label; headline and
 * standfirst are paired by the cheapest cut of the whole list, so that one odd line does not shift
 * all others. Every line ends in a story or is told as dropped.
 */
@NullMarked
package news.cuttings.formats;

import org.jspecify.annotations.NullMarked;
