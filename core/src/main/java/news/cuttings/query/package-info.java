/**
 * What is asked of an index and what it answers, as values.
 *
 * <ul>
 *   <li>{@link news.cuttings.query.StoryQuery} is what to search for: {@linkplain
 *       news.cuttings.query.StoryQuery#parse parsed} from what a person typed, which never fails,
 *       or made of {@linkplain news.cuttings.query.StoryQuery#words words} and typed filters, which
 *       need no escaping.
 *   <li>{@link news.cuttings.query.Like} is a story or text to find more of.
 *   <li>{@link news.cuttings.query.Results} are a page of {@link news.cuttings.query.Hit}s with the
 *       query as it was understood, warnings, total and time; {@link news.cuttings.query.Snippet}s
 *       are cut when they are looked at.
 *   <li>{@link news.cuttings.query.NamedPerson}, {@link news.cuttings.query.DatePeriod} and {@link
 *       news.cuttings.query.Facets} count what matches, exactly.
 * </ul>
 *
 * <p>How a text is read is in {@code query.syntax}, how it is answered in {@code search}.
 */
@NullMarked
package news.cuttings.query;

import org.jspecify.annotations.NullMarked;
