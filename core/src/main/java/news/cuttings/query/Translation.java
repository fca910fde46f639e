package news.cuttings.query;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import news.cuttings.index.Labels;
import news.cuttings.index.NearQuery;
import news.cuttings.index.Schema;
import news.cuttings.index.Sentences;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Clause.Occur;
import news.cuttings.query.Clause.Part;
import news.cuttings.story.Letters;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Makes Lucene's query of a tree, against one searcher's terms. */
final class Translation {
  /** A name may have words between those asked for, and in another order: never another person. */
  private static final int NAME_SLOP = 4;

  private static final int FUZZY_EXPANSIONS = 50;

  /** For each stem that a misspelt word may have meant besides. */
  private static final int STEM_EXPANSIONS = 10;

  /** What a fuzzy word becomes at most. */
  private static final int FUZZY_CLAUSES =
      FUZZY_EXPANSIONS + 2 + (STEM_EXPANSIONS + 1) * WordForms.MOST_MISSPELT;

  /** Lucene refuses a query of more than 1,024 clauses; some of ours become three of its. */
  private static final int MOST_CLAUSES = 1000;

  /** In a longer query no word's spelling is weighed: each costs as many clauses as it has. */
  private static final int MOST_SPELT = 30;

  /** No term of the index is longer, in characters. */
  private static final int LONGEST_TERM = 5000;

  private final QueryTokens analysed;
  private final Spellings spellings;
  private final boolean undated;
  private final List<Asked> asked = new ArrayList<>();
  private int clausesLeft = MOST_CLAUSES;
  private boolean spelt;
  private boolean cut;

  /**
   * @param analysed the tokens of the words
   * @param spellings for accents and apostrophes
   * @param undated whether undated stories pass filters on the date
   */
  Translation(QueryTokens analysed, Spellings spellings, boolean undated) {
    this.analysed = analysed;
    this.spellings = spellings;
    this.undated = undated;
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
    return query(all ? parts : FunctionWords.without(parts), all, asked::add);
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

  /** Whether the query had more words than a query may have, and the last were left out. */
  boolean isCut() {
    return cut;
  }

  /** Whether so many more of Lucene's clauses fit in. */
  private boolean fits(int clauses) {
    boolean fits = clauses <= clausesLeft;
    if (fits) {
      clausesLeft -= clauses;
    }
    return fits;
  }

  /** Whether not every clause would fit in any more. */
  private boolean isFull() {
    boolean full = clausesLeft < FUZZY_CLAUSES;
    cut |= full;
    return full;
  }

  /** Where a word is typed first, and how often. */
  private record Times(int place, int times) {
    Times and(Times later) {
      return new Times(place, times + later.times);
    }
  }

  /** Whether the query ranks: without words it only filters. */
  static boolean ranks(Clause.Group group) {
    for (Part part : group.parts()) {
      boolean wanted = part.occur() == Occur.MAY || part.occur() == Occur.MUST;
      if (wanted && !(part.clause() instanceof Clause.Everything)) {
        return true;
      }
    }
    return false;
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
        Query one = query(part.clause(), all);
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
              ? label(word.field(), word.text(), 0)
              : words(word, all);
      case Clause.Phrase phrase ->
          phrase.field().kind() == Field.Kind.LABEL
              ? label(phrase.field(), phrase.text(), phrase.slop())
              : phrase(phrase);
      case Clause.Prefix prefix -> prefix(prefix);
      case Clause.Fuzzy fuzzy -> fuzzy(fuzzy);
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
      clausesLeft--;
      return term(field, word.text(), tokens.get(0));
    }
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    BooleanClause.Occur occur = all ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD;
    for (TextAnalysis.Token token : tokens) {
      if (!fits(1)) {
        cut = true;
        break;
      }
      query.add(term(field, word.text(), token), occur);
    }
    return query.build();
  }

  private Query term(String field, String text, TextAnalysis.Token token) throws IOException {
    Query term = new TermQuery(new Term(field, token.term()));
    if (!field.equals(Schema.ALL) || !spelt || !fits(Spellings.MOST_CLAUSES)) {
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

  private Query phrase(Clause.Phrase phrase) {
    clausesLeft -= 2;
    if (phrase.field() != Field.ALL) {
      return phrase(name(phrase.field()), phrase.text(), phrase.slop());
    }
    return new DisjunctionMaxQuery(
        List.of(
            phrase(Schema.HEADLINE, phrase.text(), phrase.slop()),
            phrase(Schema.BODY, phrase.text(), phrase.slop())),
        1);
  }

  private Query phrase(String field, String text, int slop) {
    List<TextAnalysis.Token> tokens = analysed.of(text);
    if (slop > 0 && tokens.size() > 1) {
      return near(field, tokens.stream().map(TextAnalysis.Token::term).toList(), slop);
    }
    PhraseQuery.Builder query = new PhraseQuery.Builder();
    int position = -1;
    int last = -1;
    for (TextAnalysis.Token token : tokens) {
      position += last < 0 ? 1 : Sentences.step(text, last, token.start());
      last = token.end();
      query.add(new Term(field, token.term()), position);
    }
    return tokens.isEmpty() ? new MatchNoDocsQuery("no words in the phrase") : query.build();
  }

  private static Query near(String field, List<String> words, int others) {
    return new NearQuery(field, words.stream().map(BytesRef::new).toList(), Set.of(), others);
  }

  private static Query label(Field field, String text, int slop) {
    if (field == Field.ID || field == Field.ORIGIN) {
      return new TermQuery(new Term(name(field), text));
    }
    List<String> words = Labels.words(text);
    String name = name(field);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words in the label");
    }
    if (words.size() == 1) {
      return new TermQuery(new Term(name, words.get(0)));
    }
    int others = field == Field.PERSON ? Math.max(slop, NAME_SLOP) : slop;
    Query phrase =
        others > 0
            ? near(name, words, Math.min(others, Schema.PARAGRAPH_GAP - 1))
            : new PhraseQuery(name, words.toArray(String[]::new));
    Optional<Query> initials = field == Field.PERSON ? Initials.query(text) : Optional.empty();
    return initials
        .<Query>map(fitting ->
            new BooleanQuery.Builder()
                .add(phrase, BooleanClause.Occur.SHOULD)
                .add(fitting, BooleanClause.Occur.SHOULD)
                .build())
        .orElse(phrase);
  }

  /** The last of its words begins so, the others are as they are: {@code foul-mouth*}. */
  private Query prefix(Clause.Prefix prefix) throws IOException {
    boolean text = prefix.field().kind() == Field.Kind.TEXT;
    List<TextAnalysis.Token> tokens = text ? analysed.of(prefix.text()) : List.of();
    if (tokens.size() < 2) {
      return prefix(prefix.field(), prefix.text());
    }
    int last = tokens.getLast().start();
    Clause.Word before = new Clause.Word(prefix.field(), prefix.text().substring(0, last));
    return new BooleanQuery.Builder()
        .add(words(before, true), BooleanClause.Occur.MUST)
        .add(prefix(prefix.field(), prefix.text().substring(last)), BooleanClause.Occur.MUST)
        .build();
  }

  private Query prefix(Field field, String text) {
    clausesLeft -= 2;
    String name = name(field);
    String start = written(field, text);
    if (start.length() > LONGEST_TERM) {
      return new MatchNoDocsQuery("no word is so long");
    }
    Query words = new PrefixQuery(new Term(name, start));
    if (field.kind() != Field.Kind.TEXT || start.isEmpty()) {
      return words;
    }
    List<BytesRef> stems = new ArrayList<>();
    new WordForms(analysed.analysis())
        .stemsOf(start)
        .forEach(stem -> stems.add(new BytesRef(stem)));
    analysed.of(text).stream()
        .map(TextAnalysis.Token::term)
        .filter(term -> !term.startsWith(start))
        .forEach(term -> stems.add(new BytesRef(term)));
    if (stems.isEmpty()) {
      return words;
    }
    BooleanQuery either =
        new BooleanQuery.Builder()
            .add(words, BooleanClause.Occur.SHOULD)
            .add(new TermInSetQuery(name, stems), BooleanClause.Occur.SHOULD)
            .build();
    return new ConstantScoreQuery(either);
  }

  private Query fuzzy(Clause.Fuzzy fuzzy) {
    String name = name(fuzzy.field());
    String word = written(fuzzy.field(), fuzzy.text());
    clausesLeft -= FUZZY_CLAUSES;
    if (word.length() > LONGEST_TERM) {
      return new MatchNoDocsQuery("no word is so long");
    }
    List<Query> either = new ArrayList<>();
    // The spelling asked for counts as the word alone does. Beside it, what is near is a clause of
    // its own: Lucene would put its words together with equal words of other clauses.
    either.add(new TermQuery(new Term(name, word)));
    either.add(fuzzy(name, word, fuzzy.edits(), FUZZY_EXPANSIONS));
    if (fuzzy.field().kind() == Field.Kind.TEXT) {
      new WordForms(analysed.analysis())
          .misspelt(word, fuzzy.edits())
          .forEach((stem, edits) -> either.add(fuzzy(name, stem, edits, STEM_EXPANSIONS)));
    }
    return new DisjunctionMaxQuery(either, 0);
  }

  private String written(Field field, String text) {
    return field.kind() == Field.Kind.TEXT ? analysed.analysis().written(text) : Letters.fold(text);
  }

  private static Query fuzzy(String name, String word, int edits, int expansions) {
    Term term = new Term(name, word);
    return edits == 0 ? new TermQuery(term) : new FuzzyQuery(term, edits, 0, expansions, true);
  }

  private Query days(Clause.Days days) {
    Query dated = dated(days);
    if (!undated) {
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
