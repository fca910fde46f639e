package news.cuttings.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import news.cuttings.index.BegunQuery;
import news.cuttings.index.Schema;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Clause.Part;
import news.cuttings.query.syntax.Field;
import news.cuttings.query.syntax.StopWords;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Makes Lucene's query of a tree, against one searcher's terms. */
final class Translation {
  private static final Warning CUT =
      Warning.of(
          Warning.Kind.CUT, "the query has more words than one can have; the last were left out");

  /** In a longer query no word's spelling is weighed: each costs as many clauses as it has. */
  private static final int MOST_SPELT = 30;

  private final QueryTokens analysed;
  private final QueryTerms terms;
  private final Spellings spellings;
  private final boolean undated;
  private final ClauseBudget budget = new ClauseBudget();
  private final OpenWords open;
  private final PhraseQueries phrases;
  private final List<Asked> asked = new ArrayList<>();
  private boolean spelt;
  private boolean negated;

  /**
   * @param backend whose terms the words are
   * @param analysed the tokens of the words
   * @param terms what is known of their terms
   * @param undated whether undated stories pass filters on the date
   */
  Translation(SearchBackend backend, QueryTokens analysed, QueryTerms terms, boolean undated) {
    this.analysed = analysed;
    this.terms = terms;
    this.undated = undated;
    spellings = new Spellings(backend, terms);
    open = new OpenWords(analysed, budget);
    phrases = new PhraseQueries(backend, analysed, open, budget);
  }

  /**
   * The query of the clauses side by side.
   *
   * @param all whether a story must have all of the words, or any
   */
  Query top(Clause.Group group, boolean all) throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Part part : group.parts()) {
      boolean required = all && part.occur() == Occur.MAY;
      parts.add(required ? new Part(Occur.MUST, part.clause()) : part);
    }
    spelt = parts.size() <= MOST_SPELT;
    if (spelt && spellings.areFar()) {
      expect(parts);
    }
    asked.clear();
    return query(all ? parts : StopWords.without(parts), all, asked::add);
  }

  /**
   * What the clauses side by side became in the last query, those left out excepted: what those
   * that score give a story adds up to what the query gives it.
   */
  List<Asked> asked() {
    List<Asked> inOrder = new ArrayList<>(asked);
    inOrder.sort(Comparator.comparingInt(Asked::place));
    return inOrder;
  }

  /**
   * A clause of a query.
   *
   * @param place its place among the others
   * @param part the clause; of a word that was typed several times the first
   * @param query what it became
   */
  record Asked(int place, Part part, Query query) {
    /** Whether it adds to the score. */
    boolean scores() {
      return part.occur() == Occur.MAY || part.occur() == Occur.MUST;
    }
  }

  private void expect(List<Part> parts) throws IOException {
    List<TextAnalysis.Token> tokens = new ArrayList<>();
    List<String> written = new ArrayList<>();
    for (Part part : parts) {
      if (part.clause() instanceof Clause.Word word && word.field() == Field.ALL) {
        for (TextAnalysis.Token token : analysed.of(word.text())) {
          tokens.add(token);
          written.add(word.text().substring(token.start(), token.end()));
        }
      }
    }
    spellings.expect(tokens, written);
  }

  /** The tokens of the words. */
  QueryTokens analysed() {
    return analysed;
  }

  /** What is known of their terms. */
  QueryTerms terms() {
    return terms;
  }

  /** What was left out of the query, as it was beyond the bounds on what one may cost. */
  List<Warning> warnings() {
    List<Warning> warnings = new ArrayList<>();
    if (budget.isCut()) {
      warnings.add(CUT);
    }
    for (String beginning : phrases.tooMany()) {
      warnings.add(
          Warning.of(
              Warning.Kind.CUT,
              "more than "
                  + String.format(Locale.ROOT, "%,d", BegunQuery.MOST)
                  + " words begin with \""
                  + beginning
                  + "\"; only the first of them were looked for behind others"));
    }
    return warnings;
  }

  /** Whether not every clause would fit in any more. */
  private boolean isFull() {
    return budget.isShortOf(OpenWords.FUZZY_CLAUSES);
  }

  /** Where a word is typed first, and how often. */
  private record Times(int place, int times) {
    Times and(Times later) {
      return new Times(place, times + later.times);
    }
  }

  private Query query(List<Part> parts, boolean all, Consumer<Asked> told) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    Map<Part, Times> words = new LinkedHashMap<>();
    Clause.Days range = null;
    boolean must = false;
    boolean may = false;
    boolean positive = false;
    for (int place = 0; place < parts.size(); place++) {
      Part part = parts.get(place);
      if (saysNothing(part.clause()) || isFull()) {
        continue;
      }
      must |= part.occur() == Occur.MUST;
      may |= part.occur() == Occur.MAY;
      positive |= part.occur() != Occur.NOT;
      if (part.occur() == Occur.FILTER && part.clause() instanceof Clause.Days days) {
        // Two open ranges are each half of the index, and slowly matched against each other.
        range = range == null ? days : range.and(days);
        told.accept(new Asked(place, part, days(days)));
      } else if (part.occur() == Occur.MAY && part.clause() instanceof Clause.Word) {
        words.merge(part, new Times(place, 1), Times::and);
      } else {
        negated ^= part.occur() == Occur.NOT;
        // What is excluded is so however stories are counted: by any of a joined word's parts.
        Query one = query(part.clause(), all && part.occur() != Occur.NOT);
        negated ^= part.occur() == Occur.NOT;
        query.add(one, occur(part.occur()));
        told.accept(new Asked(place, part, one));
      }
    }
    if (range != null) {
      query.add(days(range), BooleanClause.Occur.FILTER);
    }
    for (Map.Entry<Part, Times> word : words.entrySet()) {
      if (isFull()) {
        break;
      }
      Part part = word.getKey();
      Query one = query(part.clause(), all);
      int times = word.getValue().times();
      Query weighted = times == 1 ? one : new BoostQuery(one, times);
      query.add(weighted, BooleanClause.Occur.SHOULD);
      told.accept(new Asked(word.getValue().place(), part, weighted));
    }
    if (!positive && parts.stream().allMatch(part -> part.occur() == Occur.NOT)) {
      query.add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER);
    } else if (may && !must) {
      query.setMinimumNumberShouldMatch(1);
    }
    return bare(query.build());
  }

  /** A word alone needs no brackets around it. */
  private static Query bare(BooleanQuery query) {
    BooleanClause first = query.clauses().size() == 1 ? query.clauses().getFirst() : null;
    return first != null && !first.isProhibited() && first.isScoring() ? first.query() : query;
  }

  /** Whether there is no word in it: a dash between spaces. It neither finds nor forbids. */
  private boolean saysNothing(Clause clause) {
    return clause instanceof Clause.Word word
        && word.field().kind() == Field.Kind.TEXT
        && analysed.of(word.text()).isEmpty();
  }

  private static BooleanClause.Occur occur(Occur occur) {
    return switch (occur) {
      case MAY -> BooleanClause.Occur.SHOULD;
      case MUST -> BooleanClause.Occur.MUST;
      case FILTER -> BooleanClause.Occur.FILTER;
      case NOT -> BooleanClause.Occur.MUST_NOT;
    };
  }

  private Query query(Clause clause, boolean all) throws IOException {
    return switch (clause) {
      case Clause.Everything everything -> MatchAllDocsQuery.INSTANCE;
      case Clause.Word word ->
          word.field().kind() == Field.Kind.LABEL
              ? phrases.label(new Clause.Phrase(word.field(), word.text(), 0))
              : words(word, all);
      case Clause.Phrase phrase ->
          phrase.field().kind() == Field.Kind.LABEL ? phrases.label(phrase) : phrases.text(phrase);
      case Clause.Prefix prefix -> last(prefix.field(), prefix.text(), open::prefix);
      case Clause.Fuzzy fuzzy ->
          last(
              fuzzy.field(), fuzzy.text(), (field, word) -> open.fuzzy(field, word, fuzzy.edits()));
      case Clause.Days days -> days(days);
      case Clause.Undated none -> none();
      case Clause.Weighted weighted ->
          new BoostQuery(query(weighted.clause(), all), weighted.weight());
      case Clause.Group group -> query(group.parts(), all, inner -> {});
    };
  }

  private Query words(Clause.Word word, boolean all) throws IOException {
    String field = name(word.field());
    List<TextAnalysis.Token> tokens = analysed.of(word.text());
    if (tokens.size() == 1) {
      budget.take(1);
      return term(field, word.text(), tokens.get(0));
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    List<List<TextAnalysis.Token>> bound = bound(word.text(), tokens);
    boolean needed = all || bound.size() == 1;
    for (List<TextAnalysis.Token> together : bound) {
      if (needed) {
        addAll(field, word.text(), together, query);
      } else if (budget.needs(1)) {
        BooleanQuery.Builder inner = new BooleanQuery.Builder();
        addAll(field, word.text(), together, inner);
        query.add(bare(inner.build()), BooleanClause.Occur.SHOULD);
      } else {
        break;
      }
    }
    if (field.equals(Schema.ALL)) {
      for (TextAnalysis.Token token : tokens) {
        if (token.whole() != null && !token.isElided() && budget.fits(1)) {
          query.add(whole(field, token.whole()), BooleanClause.Occur.SHOULD);
        }
      }
    }
    return query.build();
  }

  private void addAll(
      String field, String text, List<TextAnalysis.Token> tokens, BooleanQuery.Builder query)
      throws IOException {
    for (TextAnalysis.Token token : tokens) {
      if (!budget.needs(1)) {
        break;
      }
      query.add(term(field, text, token), BooleanClause.Occur.MUST);
    }
  }

  /** The tokens, those together that a point, a colon or an underscore binds: guardian.com. */
  private static List<List<TextAnalysis.Token>> bound(
      String text, List<TextAnalysis.Token> tokens) {
    List<List<TextAnalysis.Token>> bound = new ArrayList<>();
    int end = -1;
    for (TextAnalysis.Token token : tokens) {
      if (bound.isEmpty() || !TextAnalysis.isBound(text, end, token.start())) {
        bound.add(new ArrayList<>());
      }
      bound.getLast().add(token);
      end = token.end();
    }
    return bound;
  }

  /** A token; where something is left out of it, also as the word that it is written in. */
  private Query term(String field, String text, TextAnalysis.Token token) throws IOException {
    Query term = spelt(field, text, token);
    TextAnalysis.Whole whole = token.whole();
    boolean isFiled = field.equals(Schema.ALL) || token.asName().isPresent();
    return whole != null && token.isElided() && isFiled && budget.fits(2)
        ? new DisjunctionMaxQuery(List.of(term, whole(field, whole)), 0)
        : term;
  }

  private static Query whole(String field, TextAnalysis.Whole whole) {
    return new TermQuery(new Term(field, whole.term()));
  }

  private Query spelt(String field, String text, TextAnalysis.Token token) throws IOException {
    Query term = terms.query(new Term(field, token.term()));
    if (!field.equals(Schema.ALL) || !spelt || !budget.fits(Spellings.MOST_CLAUSES)) {
      return term;
    }
    String written = text.substring(token.start(), token.end());
    return spellings
        .bonus(token, written)
        .<Query>map(bonus ->
            new BooleanQuery.Builder()
                .add(term, BooleanClause.Occur.MUST)
                .add(bonus, BooleanClause.Occur.SHOULD)
                .build())
        .orElse(term);
  }

  /** The query of a word that is not known wholly. */
  private interface Open {
    Query of(Field field, String text);
  }

  /** The last of its words is such a one, the others are as they are: {@code foul-mouth*}. */
  private Query last(Field field, String text, Open open) throws IOException {
    List<TextAnalysis.Token> tokens =
        field.kind() == Field.Kind.TEXT ? analysed.of(text) : List.of();
    if (tokens.size() < 2) {
      return open.of(field, text);
    }
    TextAnalysis.Token last = tokens.getLast();
    int start = last.whole() != null && last.isElided() ? last.whole().start() : last.start();
    return new BooleanQuery.Builder()
        .add(
            words(new Clause.Word(field, text.substring(0, start)), true), BooleanClause.Occur.MUST)
        .add(open.of(field, text.substring(start)), BooleanClause.Occur.MUST)
        .build();
  }

  private Query days(Clause.Days days) {
    Query dated = dated(days);
    if (!undated || negated) { // what is forbidden is of those days, and dated
      return dated;
    }
    return new BooleanQuery.Builder()
        .add(dated, BooleanClause.Occur.SHOULD)
        .add(none(), BooleanClause.Occur.SHOULD)
        .build();
  }

  private static Query dated(Clause.Days days) {
    LocalDate first = days.from();
    LocalDate last = days.to();
    if (days.isEmpty()) {
      return new MatchNoDocsQuery("the dates end before they begin");
    }
    long from = first == null ? Long.MIN_VALUE : first.toEpochDay();
    long to = last == null ? Long.MAX_VALUE : last.toEpochDay();
    return new ConstantScoreQuery(
        new IndexOrDocValuesQuery(
            LongPoint.newRangeQuery(Schema.DATE, from, to),
            NumericDocValuesField.newSlowRangeQuery(Schema.DATE, from, to)));
  }

  static Query none() {
    return new BooleanQuery.Builder()
        .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
        .add(new FieldExistsQuery(Schema.DATE), BooleanClause.Occur.MUST_NOT)
        .build();
  }

  /** The index's field that a field of the language asks. */
  static String name(Field field) {
    return switch (field) {
      case ALL -> Schema.ALL;
      case HEADLINE -> Schema.HEADLINE;
      case BODY -> Schema.BODY;
      case LEAD -> Schema.LEAD;
      case PERSON -> Schema.PERSON_WORDS;
      case SOURCE -> Schema.SOURCE;
      case SECTION -> Schema.SECTION;
      case BYLINE -> Schema.BYLINE;
      case TOPICS -> Schema.TOPICS;
      case EDITION -> Schema.EDITION;
      case ID -> Schema.ID;
      case ORIGIN -> Schema.ORIGIN;
      case DATE -> Schema.DATE;
    };
  }
}
