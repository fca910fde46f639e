package news.cuttings.query.syntax;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Clause.Part;

/**
 * Tells in words which stories a query asks for: {@code stories with any of migration, talks, that
 * name López Obrador}.
 */
public final class Interpretation {
  private static final int MOST = 30;

  private Interpretation() {}

  /**
   * Which stories.
   *
   * @param all whether they have all of the words, or any
   * @param undated whether filters on the date let undated stories through
   */
  public static String stories(Clause.Group query, boolean all, boolean undated) {
    List<Part> parts = query.parts();
    List<Clause> may = clauses(all ? parts : StopWords.without(parts), Occur.MAY);
    List<Clause> must = clauses(parts, Occur.MUST);
    List<String> said = new ArrayList<>();
    if (all) {
      List<Clause> both = new ArrayList<>(must);
      both.addAll(may);
      said.addAll(both.isEmpty() ? List.of() : List.of("with " + choice(both, "all of ")));
    } else if (!must.isEmpty()) {
      said.add("with " + listed(must, "and"));
      if (!may.isEmpty()) {
        said.add("better with " + listed(may, "or"));
      }
    } else if (!may.isEmpty()) {
      said.add("with " + choice(may, "any of "));
    }
    for (Clause clause : clauses(parts, Occur.FILTER)) {
      said.add(filter(clause, undated));
    }
    said.addAll(exclusions(clauses(parts, Occur.NOT)));
    return said.isEmpty() || said.equals(List.of("with anything"))
        ? "every story"
        : "stories " + String.join(", ", said);
  }

  private static List<Clause> clauses(List<Part> parts, Occur occur) {
    List<Clause> found = new ArrayList<>(parts.size());
    for (Part part : parts) {
      if (part.occur() == occur) {
        found.add(part.clause());
      }
    }
    return found;
  }

  private static String choice(List<Clause> clauses, String which) {
    if (clauses.size() > 1) {
      return which + String.join(", ", nouns(clauses));
    }
    Clause only = clauses.getFirst();
    return only instanceof Clause.Group group ? group(group) : noun(only);
  }

  private static List<String> nouns(List<Clause> clauses) {
    List<String> nouns = new ArrayList<>();
    for (Clause clause : clauses.subList(0, Math.min(MOST, clauses.size()))) {
      nouns.add(noun(clause));
    }
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
          of(phrase.field(), label(phrase));
      case Clause.Prefix prefix when prefix.text().isEmpty() && prefix.field() == Field.PERSON ->
          "that name anyone";
      default -> "with " + choice(List.of(clause), "");
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

  private static List<String> exclusions(List<Clause> clauses) {
    List<String> said = new ArrayList<>();
    List<Clause> others = new ArrayList<>();
    for (Clause clause : clauses) {
      switch (clause) {
        case Clause.Days days -> said.add("not " + days(days));
        case Clause.Undated undated -> said.add("with a date");
        default -> others.add(clause);
      }
    }
    if (!others.isEmpty()) {
      said.addFirst("without " + listed(others, "or"));
    }
    return said;
  }

  private static String days(Clause.Days days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    return from == null && to == null ? "of any date" : "dated " + span(days);
  }

  private static String span(Clause.Days days) {
    LocalDate from = days.from();
    LocalDate to = days.to();
    if (from == null) {
      return to == null ? "of any day" : to + " or earlier";
    }
    return to == null ? from + " or later" : from + (from.equals(to) ? "" : " to " + to);
  }

  /** What a story can have: a clause in words. */
  public static String noun(Clause clause) {
    return switch (clause) {
      case Clause.Everything everything -> "anything";
      case Clause.Word word -> placed(word.field(), word.text());
      case Clause.Phrase phrase when phrase.field().kind() == Field.Kind.LABEL ->
          placed(phrase.field(), label(phrase));
      case Clause.Phrase phrase -> placed(phrase.field(), quoted(label(phrase))) + slop(phrase);
      case Clause.Prefix prefix when prefix.text().isEmpty() -> "any " + label(prefix.field());
      case Clause.Prefix prefix -> some(prefix.field(), "beginning with " + prefix.text());
      case Clause.Fuzzy fuzzy -> some(fuzzy.field(), "spelt like " + fuzzy.text());
      case Clause.Days days -> "the date " + span(days);
      case Clause.Undated undated -> "no date";
      case Clause.Weighted weighted -> noun(weighted.clause()) + weight(weighted.weight());
      case Clause.Group group -> "(" + group(group) + ")";
    };
  }

  private static String label(Clause.Phrase phrase) {
    return phrase.text() + (phrase.isBegun() ? "*" : "");
  }

  private static String some(Field field, String how) {
    return field == Field.PERSON ? "a name " + how : "words " + how + where(field);
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
    return field == Field.ALL ? "" : " in the " + label(field);
  }

  private static String slop(Clause.Phrase phrase) {
    int slop = phrase.slop();
    return slop == 0 ? "" : slop == 1 ? " within 1 word" : " within " + slop + " words";
  }

  private static String weight(float weight) {
    String number =
        weight == (int) weight ? Integer.toString((int) weight) : Float.toString(weight);
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
