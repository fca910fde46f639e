/**
 * Asking an index: queries, answers, and the thin module between them and Lucene.
 *
 * <ul>
 *   <li>{@link news.cuttings.query.StoryQuery} is what to search for: {@linkplain
 *       news.cuttings.query.StoryQuery#parse parsed} from what a person typed, which never fails,
 *       or made of {@linkplain news.cuttings.query.StoryQuery#words words} and typed filters, which
 *       need no escaping. Both become one tree of {@link news.cuttings.query.Clause}s.
 *   <li>{@link news.cuttings.query.Like} is a story or text to find more of.
 *   <li>{@link news.cuttings.query.Results} are a page of {@link news.cuttings.query.Hit}s with the
 *       query as it was understood, warnings, total and time; {@link news.cuttings.query.Snippet}s
 *       are cut when they are looked at.
 *   <li>{@link news.cuttings.query.NamedPerson}, {@link news.cuttings.query.Period} and {@link
 *       news.cuttings.query.Facets} count what matches, exactly.
 * </ul>
 *
 * <p>Inside: the lexer decides what of a text is syntax, Lucene's parser reads the grammar, {@code
 * Translation} makes Lucene's query of the tree, {@code TopHits} collects in an order without ties.
 * {@link news.cuttings.query.Librarian} is for the library alone.
 */
@NullMarked
package news.cuttings.query;

import org.jspecify.annotations.NullMarked;
