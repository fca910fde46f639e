/**
 * Records: files in which each story says by name or tag which part of it is what, JSON, TREC's
 * text and Reuters' SGML; and plain text, which is one record.
 *
 * <p>Each reader cuts a stream into its records, so that a broken one is lost alone, and makes a
 * story of each.
 */
@NullMarked
package news.cuttings.formats.record;

import org.jspecify.annotations.NullMarked;
