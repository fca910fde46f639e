package news.cuttings.formats.io;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;

/**
 * A line that says who wrote a story: {@code By Jane Doe and Ivo Wit}, {@code Words by Ann Lee}.
 */
public final class Byline {
  private static final List<String> OPENINGS =
      List.of(
          "words by ",
          "written by ",
          "story by ",
          "report by ",
          "text by ",
          "interview by ",
          "as told to ",
          "by ",
          "- ",
          "– ",
          "— ",
          "author: ",
          "text: ",
          "words: ",
          "von ",
          "por ",
          "di ",
          "door ",
          "par ",
          "av ",
          "af ",
          "yazan: ",
          "teksti: ",
          "tekst: ",
          "texte: ",
          "texto: ",
          "testo: ");
  private static final Set<String> SMALL =
      Set.of("and", "in", "for", "of", "de", "da", "di", "del", "la", "van", "von", "der", "den");

  /** What follows a name. */
  private static final Set<String> JOBS =
      Set.of(
          "editor",
          "correspondent",
          "reporter",
          "writer",
          "critic",
          "columnist",
          "staff",
          "chief",
          "desk",
          "agencies");

  /** {@code Words Jane Doe Photography Ivo Wit} */
  private static final Pattern CREDITS =
      Pattern.compile(
          "(?:words|text|story|interview):? .{4,40} (?:photograph(?:s|y|er)|photos|pictures|images"
              + "|illustrations?):? .{4,40}",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 90;

  private Byline() {}

  /** The name without {@code By}; empty where the line is something else. */
  public static Optional<String> of(String line) {
    String text = Letters.squeeze(line);
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (CREDITS.matcher(text).matches() && isName(text)) {
      return Optional.of(text.substring(text.indexOf(' ') + 1));
    }
    for (String opening : OPENINGS) {
      if (text.regionMatches(true, 0, opening, 0, opening.length())) {
        String name = text.substring(opening.length());
        boolean full = opening.endsWith("by ") || Letters.words(name).size() > 1;
        return full && isName(name) ? Optional.of(name) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether every word is a capitalised one, but for particles; at most twelve, no full stop. */
  private static boolean isName(String name) {
    List<String> words = Letters.words(name);
    if (words.isEmpty() || words.size() > 12 || SMALL.contains(words.getFirst())) {
      return false;
    }
    for (String word : words) {
      char first = word.charAt(0);
      if (!Character.isUpperCase(first)
          && first != '&'
          && first != '|'
          && !SMALL.contains(word)
          && !JOBS.contains(word)) {
        return false;
      }
    }
    String last = words.getLast();
    return !last.endsWith(".") || last.length() <= 3;
  }
}
