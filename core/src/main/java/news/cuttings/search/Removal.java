package news.cuttings.search;

import java.util.List;
import news.cuttings.index.Labels;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.UnclearQueryException;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Clause.Part;
import news.cuttings.query.syntax.Field;
import news.cuttings.query.syntax.QueryText;
import news.cuttings.story.Letters;

/**
 * Says whether it is clear which stories a query asks to remove. What a search may leave out or
 * guess, a removal may not: each clause must say something, but for words side by side that have no
 * letters, which change nothing. Every story is removed only where that is asked for, and alone.
 */
final class Removal {
  private final QueryTokens analysed;

  private Removal(QueryTokens analysed) {
    this.analysed = analysed;
  }

  /**
   * Refuses what is not clear.
   *
   * @param analysed the tokens of the words, as the index has them
   */
  static void check(StoryQuery query, QueryTokens analysed) {
    for (Warning warning : query.warnings()) {
      throw unclear(warning.message(), "write a query that is read as it is written");
    }
    if (query.cursor().isPresent()) {
      throw unclear("a removal does not go on after a hit", "leave out the cursor");
    }
    if (!query.clauses().isEverything() && !new Removal(analysed).asks(query.clauses().parts())) {
      throw unclear(
          "the query asks for no stories in particular", "every story is asked for by * alone");
    }
  }

  /** Refuses a query of which something was left out. */
  static void checkWhole(Translation translation) {
    for (Warning warning : translation.warnings()) {
      throw unclear(warning.message(), "ask for less at a time");
    }
  }

  /** Whether one of them asks for something; every story beside others does not. */
  private boolean asks(List<Part> parts) {
    boolean asks = false;
    for (Part part : parts) {
      boolean isIdle = part.occur() != Occur.NOT && part.clause() instanceof Clause.Everything;
      asks |= !isIdle && says(part);
    }
    return asks;
  }

  private boolean says(Part part) {
    boolean says = says(part.clause());
    boolean mayBeLeftOut = part.occur() == Occur.MAY || part.occur() == Occur.MUST;
    if (!says && !mayBeLeftOut) {
      throw nothing(part.clause());
    }
    return says;
  }

  /** Whether it says something; refuses what cannot be left out and says nothing. */
  private boolean says(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything ->
          throw unclear(
              "\"every story\" stands among other things", "write * alone, or leave it out");
      case Clause.Word word when word.field().kind() == Field.Kind.TEXT ->
          !analysed.of(word.text()).isEmpty();
      case Clause.Word word -> needs(hasWords(word.field(), word.text()), clause);
      case Clause.Phrase phrase -> needs(hasWords(phrase.field(), phrase.text()), clause);
      case Clause.Prefix prefix -> needs(hasLetters(prefix.field(), prefix.text()), clause);
      case Clause.Fuzzy fuzzy -> needs(hasLetters(fuzzy.field(), fuzzy.text()), clause);
      case Clause.Days days -> needs(days.from() != null || days.to() != null, clause);
      case Clause.Undated undated -> true;
      case Clause.Weighted weighted -> says(weighted.clause());
      case Clause.Group group -> says(group);
    };
  }

  private boolean says(Clause.Group group) {
    boolean says = false;
    for (Part part : group.parts()) {
      says |= says(part);
    }
    return needs(says, group);
  }

  private boolean hasWords(Field field, String text) {
    return switch (field) {
      case ID, ORIGIN -> !text.isBlank();
      default ->
          field.kind() == Field.Kind.TEXT
              ? !analysed.of(text).isEmpty()
              : !Labels.words(text).isEmpty();
    };
  }

  private boolean hasLetters(Field field, String text) {
    String letters =
        field.kind() == Field.Kind.TEXT ? analysed.analysis().written(text) : Letters.fold(text);
    return !letters.isBlank();
  }

  private static boolean needs(boolean says, Clause clause) {
    if (!says) {
      throw nothing(clause);
    }
    return true;
  }

  private static UnclearQueryException nothing(Clause clause) {
    String text = QueryText.of(new Clause.Group(List.of(new Part(Occur.MAY, clause))));
    return unclear(
        text.isBlank() ? "a part of the query says nothing" : text + " says nothing",
        "leave it out, or write what it should be");
  }

  private static UnclearQueryException unclear(String why, String advice) {
    return new UnclearQueryException("nothing was removed: " + why + "; " + advice);
  }
}
