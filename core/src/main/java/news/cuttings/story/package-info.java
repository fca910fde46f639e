/**
 * A story and what it is made of: values only, no Lucene.
 *
 * <p>{@link news.cuttings.story.Story} is what a reader yields, an index files and a search gives
 * back. {@link news.cuttings.story.StoryJson} is its one written form, {@link
 * news.cuttings.story.Letters} the one rule by which two spellings of a word are the same.
 *
 * <p>All types here are immutable and safe for use by many threads.
 */
@NullMarked
package news.cuttings.story;

import org.jspecify.annotations.NullMarked;
