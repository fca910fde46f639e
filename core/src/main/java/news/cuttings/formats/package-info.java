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
 * <p>The readers stand below, a package a family: {@code edition}, {@code record}. They know {@code
 * io}, never one another; only this package knows them.
 */
@NullMarked
package news.cuttings.formats;

import org.jspecify.annotations.NullMarked;
