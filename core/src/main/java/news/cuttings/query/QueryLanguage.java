package news.cuttings.query;

import java.time.LocalDate;
import java.util.List;
import news.cuttings.query.Results.Warning;

/** Reads text as a query. */
final class QueryLanguage {
  private QueryLanguage() {}

  record Reading(Clause.Group clauses, List<Warning> warnings) {}

  static Reading words(String text) {
    return new Reading(
        new Clause.Group(
            List.of(new Clause.Part(Clause.Occur.MAY, new Clause.Word(Field.ALL, text)))),
        List.of());
  }

  static Reading parse(String text, LocalDate today) {
    return words(text);
  }
}
