/**
 * From text to the people it names.
 *
 * <p>{@link news.cuttings.people.People} is the door: {@code People.standard().name(page)} gives
 * the stories of a page back with their people. {@code People.given()} takes only whom the source
 * states, {@code People.off()} nobody, {@code People.with(recogniser)} another recogniser.
 *
 * <p>It goes in three steps.
 *
 * <ol>
 *   <li>A {@link news.cuttings.people.Recogniser} reads headline and body of a story as one text
 *       and gives the places that name somebody, as {@link news.cuttings.people.Mention}s: where,
 *       and how sure. The one that comes with the library finds rows of words with capitals, and
 *       labels each row by a linear-chain conditional random field over words, letters, neighbours
 *       and lists; it looks at a story twice, so that a plain case speaks for the others. It knows
 *       nothing of stories or pages, so that a better one takes its place without any change to the
 *       rest. What it was learnt from, and how well it reads, is told in {@code README.md} among
 *       this package's resources.
 *   <li>Within the story every form goes to the fullest that it fits: {@code Klopp} and {@code J.
 *       Klopp} to {@code Jürgen Klopp}. A form that fits nobody, or several, stays alone. Whom the
 *       source states is kept as given and takes in the forms that the text has.
 *   <li>Within the page, a form that is still short goes to the one person of the other stories
 *       that it fits by surname. A story's own people come first.
 * </ol>
 *
 * <p>Last, {@link news.cuttings.people.Aliases} of the user's own merge, rename and drop names.
 *
 * <p>Names are compared by {@link news.cuttings.story.Letters#key}: accents, apostrophes and case
 * do not matter; initials stand for names, particles may be left out.
 */
@NullMarked
package news.cuttings.people;

import org.jspecify.annotations.NullMarked;
