package news.cuttings.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import news.cuttings.query.Clause.Occur;
import news.cuttings.query.Clause.Part;

/**
 * Tells a query in words: {@code stories with any of migration, talks, that name López Obrador; best
 * first}.
 */
final class Interpretation {
  private static final int MOST = 30;

  private Interpretation() {}

  static String of(StoryQuery query) {
    List<Part> parts = query.clauses().parts();
    boolean all = query.needsAll();
    List<Clause> may = clauses(all ? parts : FunctionWords.without(parts), Occur.MAY);
    List<Clause> must = clauses(parts, Occur.MUST);
    List<String> said = new ArrayList<>();
    if (all) {
      List<Clause> both = Stream.concat(must.stream(), may.stream()).toList();
      said.addAll(both.isEmpty() ? List.of() : List.of("with " + choice(both, "all of ")));
    } else if (!must.isEmpty()) {
      said.add("with " + listed(must, "and"));
      if (!may.isEmpty()) {
        said.add("better with " + listed(may, "or"));
      }
    } else if (!may.isEmpty()) {
      said.add("with " + choice(may, "any of "));
    }
    clauses(parts, Occur.FILTER).forEach(clause -> said.add(filter(clause, query.isUndated())));
    clauses(parts, Occur.NOT).forEach(clause -> said.add(exclusion(clause)));
    String what = said.isEmpty() ? "every story" : "stories " + String.join(", ", said);
    return what + "; " + order(query);
  }

  private static String order(StoryQuery query) {
    return switch (query.order()) {
      case RELEVANCE -> Translation.ranks(query.clauses()) ? "best first" : "newest first";
      case NEWEST -> "newest first";
      case OLDEST -> "oldest first";
    };
  }

  private static List<Clause> clauses(List<Part> parts, Occur occur) {
    return parts.stream().filter(part -> part.occur() == occur).map(Part::clause).toList();
  }

  private static String choice(List<Clause> clauses, String which) {
    return clauses.size() == 1
        ? noun(clauses.getFirst())
        : which + String.join(", ", nouns(clauses));
  }

  private static List<String> nouns(List<Clause> clauses) {
    List<String> nouns =
        new ArrayList<>(clauses.stream().limit(MOST).map(Interpretation::noun).toList());
    if (clauses.size() > MOST) {
      nouns.add(clauses.size() - MOST + " more");
    }
    return nouns;
  }

  /** One, two and three. */
  private static String listed(List<Clause> clauses, String conjunction) {
    List<String> nouns = nouns(clauses);
    String last = nouns.getLast();
    return nouns.size() == 1
        ? last
        : String.join(", ", nouns.subList(0, nouns.size() - 1)) + " " + conjunction + " " + last;
  }

  /** What the story must be: {@code that name klopp}, {@code from guardian}. */
  private static String filter(Clause clause, boolean undated) {
    return switch (clause) {
      case Clause.Days days -> days(days) + (undated ? " or without a date" : "");
      case Clause.Undated none -> "without a date";
      case Clause.Word word -> of(word.field(), word.text());
      case Clause.Phrase phrase when phrase.field().kind() == Field.Kind.LABEL ->
          of(phrase.field(), phrase.text());
      case Clause.Prefix prefix when prefix.text().isEmpty() -> "with any " + label(prefix.field());
      default -> "with " + noun(clause);
    };
  }

  private static String of(Field field, String value) {
    return switch (field) {
      case PERSON -> "that name " + value;
      case SOURCE -> "from " + value;
      case SECTION -> "in the section " + value;
      case BYLINE -> "by " + value;
      case TOPICS -> "on the topic " + value;
      case EDITION -> "of the edition " + value;
      case ID -> "with the id " + value;
      case ORIGIN -> "read from " + value;
      case ALL, HEADLINE, BODY, LEAD, DATE -> "with " + value + where(field);
    };
  }

  private static String exclusion(Clause clause) {
    boolean isDate = clause instanceof Clause.Days || clause instanceof Clause.Undated;
    return isDate ? "but not " + filter(clause, false) : "without " + noun(clause);
  }

  private static String days(Clause.Days days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    if (from == null) {
      return to == null ? "of any date" : "dated " + to + " or earlier";
    }
    return to == null
        ? "dated " + from + " or later"
        : "dated " + from + (from.equals(to) ? "" : " to " + to);
  }

  /** What a story can have: a clause in words. */
  static String noun(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything -> "anything";
      case Clause.Word word -> placed(word.field(), word.text());
      case Clause.Phrase phrase when phrase.field().kind() == Field.Kind.LABEL ->
          placed(phrase.field(), phrase.text());
      case Clause.Phrase phrase -> placed(phrase.field(), quoted(phrase.text())) + slop(phrase);
      case Clause.Prefix prefix when prefix.text().isEmpty() -> "any " + label(prefix.field());
      case Clause.Prefix prefix ->
          placed(prefix.field(), "words that begin with " + prefix.text());
      case Clause.Fuzzy fuzzy -> placed(fuzzy.field(), "words spelt like " + fuzzy.text());
      case Clause.Days days -> "a story " + days(days);
      case Clause.Undated undated -> "no date";
      case Clause.Weighted weighted -> noun(weighted.clause()) + weight(weighted.weight());
      case Clause.Group group -> "(" + group(group) + ")";
    };
  }

  private static String placed(Field field, String value) {
    return field.kind() == Field.Kind.TEXT
        ? value + where(field)
        : "the " + label(field) + " " + value;
  }

  private static String label(Field field) {
    return field == Field.TOPICS ? "topic" : field.label();
  }

  private static String where(Field field) {
    return field == Field.ALL ? "" : " in the " + field.label();
  }

  private static String slop(Clause.Phrase phrase) {
    int slop = phrase.slop();
    return slop == 0 ? "" : slop == 1 ? " within 1 word" : " within " + slop + " words";
  }

  private static String weight(float weight) {
    String number = weight == (int) weight ? Integer.toString((int) weight) : Float.toString(weight);
    return " (weight " + number + ")";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String group(Clause.Group group) {
    List<Clause> may = clauses(group.parts(), Occur.MAY);
    List<Clause> must =
        group.parts().stream()
            .filter(part -> part.occur() == Occur.MUST || part.occur() == Occur.FILTER)
            .map(Part::clause)
            .toList();
    List<String> said = new ArrayList<>();
    if (!must.isEmpty()) {
      said.add(listed(must, "and"));
    }
    if (!may.isEmpty()) {
      said.add((must.isEmpty() ? "" : "better with ") + listed(may, "or"));
    }
    List<Clause> not = clauses(group.parts(), Occur.NOT);
    if (!not.isEmpty()) {
      said.add((said.isEmpty() ? "anything without " : "without ") + listed(not, "or"));
    }
    return String.join(", ", said);
  }
}
