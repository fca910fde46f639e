/**
 * What all readers share: bytes and their limits, archives, encodings, lines, and where stories go.
 *
 * <p>{@link news.cuttings.formats.io.Contents} opens archives within {@link
 * news.cuttings.formats.io.Unpacking}'s limits, {@link news.cuttings.formats.io.Utf8} brings a text
 * to one encoding, and a {@link news.cuttings.formats.io.StoryReader} hands what it reads to an
 * {@link news.cuttings.formats.io.Intake}.
 */
@NullMarked
package news.cuttings.formats.io;

import org.jspecify.annotations.NullMarked;
