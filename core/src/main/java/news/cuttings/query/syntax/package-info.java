/**
 * The query language: a text becomes a small tree of {@link news.cuttings.query.syntax.Clause}s,
 * and a tree text or a sentence again. For use inside the library.
 *
 * <p>{@code QueryLexer} decides what of the text is syntax and what is words; {@code Grammar}
 * leaves only valid syntax; Lucene's parser reads it, and {@code QueryLanguage} makes the tree of
 * what it read. {@code QueryText} writes the tree in the language, {@code Interpretation} tells in
 * words what it asks for.
 */
@NullMarked
package news.cuttings.query.syntax;

import org.jspecify.annotations.NullMarked;
