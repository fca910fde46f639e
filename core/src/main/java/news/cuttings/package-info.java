/**
 * The front door: an index of news stories, and what can go wrong with it.
 *
 * <p>{@link news.cuttings.StoryIndex} is all that an application needs:
 *
 * {@snippet class="news.cuttings.SnippetsTest" region="tour"}
 *
 * <ol>
 *   <li>Open one, in a folder ({@link news.cuttings.StoryIndex#open(java.nio.file.Path) open},
 *       {@link news.cuttings.StoryIndex#openReadOnly openReadOnly}) or in memory. One serves an
 *       application: it is safe for many threads.
 *   <li>Give it {@linkplain news.cuttings.story.Story stories}: made by a builder, or read by
 *       {@link news.cuttings.formats.StoryFiles}. The people they name are found by {@link
 *       news.cuttings.people.People}.
 *   <li>{@link news.cuttings.StoryIndex#commit commit} makes them durable and visible, {@link
 *       news.cuttings.StoryIndex#refresh refresh} visible only.
 *   <li>Ask: {@link news.cuttings.query.StoryQuery} says what for, {@link
 *       news.cuttings.query.Results} says what was found and how the query was read.
 * </ol>
 *
 * <p>The disk's failures are {@link java.io.IOException}s, with named ones for an index that is
 * absent, locked, damaged or of another format; misuse is unchecked.
 */
@NullMarked
package news.cuttings;

import org.jspecify.annotations.NullMarked;
