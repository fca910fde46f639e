package news.cuttings.formats.edition;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a line looks like by itself, whatever stands around it.
 *
 * @param label what it says of a story, where it is a label that needs no names to be known
 * @param heading as {@link Heading#of} tells it
 * @param button whether it is made of the words of buttons
 * @param score how much it speaks as sites do
 * @param opens whether it opens as offers do
 * @param namesSite whether it names an aggregator
 * @param cookie whether it asks for leave to keep cookies
 * @param english whether it has any of the small words of English
 * @param foreign whether it is in another language that is known
 * @param strange whether it is in one that writes letters English has not
 */
record LineLook(
    Optional<MetaLine> label,
    Optional<String> heading,
    boolean button,
    int score,
    boolean opens,
    boolean namesSite,
    boolean cookie,
    boolean english,
    boolean foreign,
    boolean strange) {
  /** A longer line is no site's, and its language is told by so many characters. */
  static final int LONGEST = 600;

  static LineLook of(String text) {
    List<String> words = text.length() > LONGEST ? List.of() : Boilerplate.split(text);
    String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    List<String> tongue = LanguageGuess.words(beginning);
    return new LineLook(
        MetaLine.of(text, Set.of()),
        Heading.of(text),
        Boilerplate.isButton(text, words),
        Boilerplate.score(text, words),
        Boilerplate.opensAsOffer(text, words),
        Boilerplate.namesSite(words),
        Boilerplate.isCookieNotice(words),
        LanguageGuess.isEnglish(tongue),
        LanguageGuess.isForeign(tongue),
        LanguageGuess.isStrange(beginning, tongue));
  }

  /** Whether the site speaks of itself in another language than English. */
  boolean isForeignSite() {
    return namesSite && !english;
  }
}
