package news.cuttings.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import news.cuttings.query.Clause.Occur;
import news.cuttings.query.Clause.Part;

/** Tells a query in words: {@code any of the words migration, talks; person "López Obrador"}. */
final class Interpretation {
  private Interpretation() {}

  static String of(StoryQuery query) {
    List<String> said = new ArrayList<>();
    List<Part> may = parts(query.clauses(), Occur.MAY);
    boolean ranked = Translation.ranks(query.clauses());
    if (!may.isEmpty()) {
      String which = may.size() == 1 ? "" : query.needsAll() ? "all of " : "any of ";
      said.add(which + joined(may, ", "));
    }
    parts(query.clauses(), Occur.MUST).forEach(part -> said.add("must have " + of(part.clause())));
    parts(query.clauses(), Occur.FILTER).forEach(part -> said.add(of(part.clause())));
    parts(query.clauses(), Occur.NOT).forEach(part -> said.add("without " + of(part.clause())));
    String what = said.isEmpty() ? "every story" : "stories with " + String.join("; ", said);
    return what + order(query, ranked);
  }

  private static String order(StoryQuery query, boolean ranked) {
    return switch (query.order()) {
      case RELEVANCE -> ranked ? ", best first" : ", newest first";
      case NEWEST -> ", newest first";
      case OLDEST -> ", oldest first";
    };
  }

  private static List<Part> parts(Clause.Group group, Occur occur) {
    return group.parts().stream().filter(part -> part.occur() == occur).toList();
  }

  private static String joined(List<Part> parts, String by) {
    int most = 30;
    String first =
        parts.stream().limit(most).map(part -> of(part.clause())).collect(Collectors.joining(by));
    return parts.size() > most ? first + " and " + (parts.size() - most) + " more" : first;
  }

  /** A clause in words. */
  static String of(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything -> "anything";
      case Clause.Word word -> in(word.field()) + word.text();
      case Clause.Phrase phrase ->
          in(phrase.field())
              + "\""
              + phrase.text()
              + "\""
              + (phrase.slop() > 0 ? " within " + phrase.slop() + " words" : "");
      case Clause.Prefix prefix -> in(prefix.field()) + "words that begin " + prefix.text();
      case Clause.Fuzzy fuzzy -> in(fuzzy.field()) + "words like " + fuzzy.text();
      case Clause.Days days -> days(days);
      case Clause.Undated undated -> "no date";
      case Clause.Weighted weighted ->
          of(weighted.clause()) + " (weight " + weighted.weight() + ")";
      case Clause.Group group -> group(group);
    };
  }

  private static String in(Field field) {
    return field == Field.ALL ? "" : field.label() + " ";
  }

  private static String days(Clause.Days days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    if (from == null) {
      return to == null ? "any date" : "date until " + to;
    }
    return to == null
        ? "date since " + from
        : from.equals(to) ? "date " + from : "date from " + from + " to " + to;
  }

  private static String group(Clause.Group group) {
    List<String> said = new ArrayList<>();
    List<Part> may = parts(group, Occur.MAY);
    List<Part> must =
        group.parts().stream()
            .filter(part -> part.occur() == Occur.MUST || part.occur() == Occur.FILTER)
            .toList();
    if (!must.isEmpty()) {
      said.add(joined(must, " and "));
    }
    if (!may.isEmpty()) {
      said.add(joined(may, " or "));
    }
    parts(group, Occur.NOT).forEach(part -> said.add("not " + of(part.clause())));
    return "(" + String.join(", ", said) + ")";
  }
}
