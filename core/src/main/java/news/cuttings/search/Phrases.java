package news.cuttings.search;

import java.util.ArrayList;
import java.util.List;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Clause.Part;
import news.cuttings.query.syntax.Field;
import news.cuttings.story.Letters;

/** Loosens required phrases to words that rank. */
final class Phrases {
  private Phrases() {}

  /** Puts the words of each required phrase of text side by side. */
  static Clause.Group asWords(Clause.Group clauses) {
    List<Part> parts = new ArrayList<>();
    for (Part part : clauses.parts()) {
      boolean isText =
          part.clause() instanceof Clause.Phrase phrase && phrase.field().kind() == Field.Kind.TEXT;
      if (part.occur() == Occur.MUST && isText) {
        parts.addAll(words((Clause.Phrase) part.clause()));
      } else {
        parts.add(part);
      }
    }
    return new Clause.Group(parts);
  }

  /** The phrase's text without the last word where that is only begun. */
  static String known(Clause.Phrase phrase) {
    String text = phrase.text();
    int end = text.length();
    while (phrase.isBegun() && end > 0 && !Letters.isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static List<Part> words(Clause.Phrase phrase) {
    List<Part> words = new ArrayList<>();
    for (String word : Letters.words(phrase.text())) {
      words.add(new Part(Occur.MAY, new Clause.Word(phrase.field(), word)));
    }
    if (phrase.isBegun() && !words.isEmpty()) {
      Clause.Word last = (Clause.Word) words.removeLast().clause();
      words.add(new Part(Occur.MAY, new Clause.Prefix(last.field(), last.text())));
    }
    return words;
  }
}
