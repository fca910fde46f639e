package news.cuttings.query;

import java.util.ArrayList;
import java.util.List;
import news.cuttings.query.Clause.Occur;
import news.cuttings.query.Clause.Part;
import news.cuttings.story.Letters;

/** Loosens required phrases to words that rank. */
final class Phrases {
  private Phrases() {}

  /** The same clauses, but the words of each required phrase of text side by side. */
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

  private static List<Part> words(Clause.Phrase phrase) {
    List<Part> words = new ArrayList<>();
    for (String word : Letters.words(phrase.text())) {
      words.add(new Part(Occur.MAY, new Clause.Word(phrase.field(), word)));
    }
    return words;
  }
}
