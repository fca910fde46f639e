package news.cuttings.query.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.Texts;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Clause.Part;

/** From tree to text to tree, and from any text to tree to text to tree. */
class QueryTextTest {
  private static final LocalDate TODAY = LocalDate.of(2023, 12, 29);

  @Property(tries = 3000)
  void aTreeIsReadFromItsText(@ForAll("trees") Clause.Group tree) {
    String text = StoryQuery.of(tree).text();
    StoryQuery read = StoryQuery.parse(text, TODAY);
    assertThat(Trees.line(read.clauses())).as(text).isEqualTo(Trees.line(tree));
    assertThat(read.clauses()).as(text).isEqualTo(tree);
  }

  @Property(tries = 3000)
  void anyTextIsStable(@ForAll("typed") String text) {
    StoryQuery read = StoryQuery.parse(text, TODAY);
    StoryQuery again = StoryQuery.parse(read.text(), TODAY);
    assertThat(again.clauses()).as(read.text()).isEqualTo(read.clauses());
    assertThat(again.text()).isEqualTo(read.text());
  }

  /** Plain words are no syntax, whatever they look like. */
  @Property(tries = 1000)
  void plainWordsAreStable(@ForAll("typed") String text) {
    StoryQuery plain = StoryQuery.words(text);
    StoryQuery read = StoryQuery.parse(plain.text(), TODAY);
    assertThat(read.clauses()).as(plain.text()).isEqualTo(plain.clauses());
    assertThat(read.warnings()).extracting(Results.Warning::message).isSubsetOf(cut(plain));
  }

  private static List<String> cut(StoryQuery query) {
    return query.warnings().stream().map(Results.Warning::message).toList();
  }

  @Provide
  Arbitrary<String> typed() {
    return Texts.typed();
  }

  @Provide
  Arbitrary<Clause.Group> trees() {
    return Combinators.combine(Arbitraries.of(Occur.values()), clauses(3))
        .as(QueryTextTest::topParts)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(lists -> new Clause.Group(lists.stream().flatMap(List::stream).toList()))
        .filter(QueryTextTest::isWritable);
  }

  /** As a reading would have it: filters and phrases side by side are required. */
  private static List<Part> topParts(Occur occur, Clause clause) {
    boolean required = occur == Occur.MUST || occur == Occur.FILTER;
    boolean filter = QueryLanguage.isFilter(clause);
    if (filter && occur != Occur.NOT) {
      return List.of(new Part(Occur.FILTER, clause));
    }
    if (isPhrase(clause) && occur == Occur.MAY) {
      return List.of(new Part(weightless(clause) ? Occur.FILTER : Occur.MUST, bared(clause)));
    }
    return required && weightless(clause)
        ? List.of(new Part(Occur.FILTER, bared(clause)))
        : List.of(new Part(occur, clause));
  }

  private static boolean weightless(Clause clause) {
    return clause instanceof Clause.Weighted weighted && weighted.weight() == 0;
  }

  private static Clause bared(Clause clause) {
    return weightless(clause) ? ((Clause.Weighted) clause).clause() : clause;
  }

  private static boolean isPhrase(Clause clause) {
    return clause instanceof Clause.Weighted weighted
        ? isPhrase(weighted.clause())
        : clause instanceof Clause.Phrase;
  }

  /** Brackets around a whole query are none. */
  private static boolean isWritable(Clause.Group tree) {
    boolean single = tree.parts().size() == 1 && tree.parts().getFirst().occur() == Occur.MAY;
    return !single
        || !(tree.parts().getFirst().clause() instanceof Clause.Group group)
        || group.parts().size() > 1;
  }

  private static Arbitrary<Clause> clauses(int depth) {
    Arbitrary<Clause> leaf = Arbitraries.oneOf(List.of(words(), phrases(), days(), others()));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Clause> group =
        Combinators.combine(Arbitraries.of(Occur.values()), clauses(depth - 1))
            .as(QueryTextTest::part)
            .list()
            .ofMinSize(1)
            .ofMaxSize(3)
            .map(QueryTextTest::group);
    Arbitrary<Clause> weighted =
        Combinators.combine(clauses(depth - 1), Arbitraries.of(0f, 0.5f, 1f, 2.25f, 300f, 1e-9f))
            .as(Clause.Weighted::new);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(5, leaf),
        net.jqwik.api.Tuple.of(2, group),
        net.jqwik.api.Tuple.of(1, weighted));
  }

  private static Part part(Occur occur, Clause clause) {
    boolean required = occur == Occur.MUST || occur == Occur.FILTER;
    if (!required) {
      return new Part(occur, clause);
    }
    if (QueryLanguage.isFilter(clause)) {
      return new Part(Occur.FILTER, clause);
    }
    return weightless(clause) ? new Part(Occur.FILTER, bared(clause)) : new Part(occur, clause);
  }

  /** Brackets around one clause are none. */
  private static Clause group(List<Part> parts) {
    boolean single = parts.size() == 1 && parts.getFirst().occur() == Occur.MAY;
    return single ? parts.getFirst().clause() : new Clause.Group(new ArrayList<>(parts));
  }

  private static Arbitrary<String> texts() {
    Arbitrary<String> odd =
        Arbitraries.strings().ofMinLength(1).ofMaxLength(6).filter(text -> !text.isBlank());
    Arbitrary<String> known =
        Arbitraries.of(
            "klopp",
            "AND",
            "OR",
            "NOT",
            "US",
            "U.S.",
            "a:b",
            "C++",
            "AT&T",
            "AC/DC",
            "O’Neill",
            "foul-mouthed",
            "two words",
            "\"",
            "(",
            "x)",
            "*",
            "a*",
            "~",
            "a~2",
            "^2",
            "\\",
            "-a",
            "+a",
            "!!",
            "北京",
            "😀",
            "«a»",
            "צה\"ל",
            "\u0000",
            "a\u200Fb",
            "date:none",
            "2-1",
            "...",
            "'tis",
            "IBM",
            "[a",
            "e\u0301",
            "\uE000",
            "\uD83D");
    return Arbitraries.oneOf(known, known, odd);
  }

  private static Arbitrary<Field> fields() {
    return Arbitraries.of(Stream.of(Field.values()).filter(field -> field != Field.DATE).toList());
  }

  private static Arbitrary<Clause> words() {
    return Combinators.combine(fields(), texts()).as(Clause.Word::new);
  }

  private static Arbitrary<Clause> phrases() {
    return Combinators.combine(fields(), texts(), Arbitraries.of(0, 1, 5, 1000))
        .as(Clause.Phrase::new);
  }

  private static Arbitrary<Clause> days() {
    Arbitrary<LocalDate> day =
        Arbitraries.of(
            LocalDate.of(2023, 12, 29),
            LocalDate.of(1987, 2, 26),
            LocalDate.of(1, 1, 1),
            LocalDate.of(9999, 12, 31));
    return Combinators.combine(day.injectNull(0.3), day.injectNull(0.3)).as(Clause.Days::new);
  }

  private static Arbitrary<Clause> others() {
    Arbitrary<Clause> prefix = Combinators.combine(fields(), texts()).as(Clause.Prefix::new);
    Arbitrary<Clause> fuzzy =
        Combinators.combine(fields(), texts(), Arbitraries.of(1, 2)).as(Clause.Fuzzy::new);
    Arbitrary<Clause> any =
        fields().filter(field -> field != Field.ALL).map(field -> new Clause.Prefix(field, ""));
    return Arbitraries.oneOf(
        prefix, fuzzy, any, Arbitraries.of(new Clause.Everything(), new Clause.Undated()));
  }
}
