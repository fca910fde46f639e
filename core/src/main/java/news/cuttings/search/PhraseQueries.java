package news.cuttings.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import news.cuttings.index.BegunQuery;
import news.cuttings.index.Labels;
import news.cuttings.index.NearQuery;
import news.cuttings.index.Schema;
import news.cuttings.index.Sentences;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Field;
import news.cuttings.story.Letters;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Makes Lucene's query of words that stand together: phrases and labels, in order or near, the last
 * whole or only begun.
 */
final class PhraseQueries {
  /** A name may have words between those asked for, and in another order: never another person. */
  private static final int NAME_SLOP = 4;

  /** In how many ways a phrase is asked for whose words can be written together or apart. */
  private static final int MOST_WAYS = 4;

  private final SearchBackend backend;
  private final QueryTokens analysed;
  private final OpenWords open;
  private final ClauseBudget budget;
  private final Set<String> tooMany = new LinkedHashSet<>();

  PhraseQueries(SearchBackend backend, QueryTokens analysed, OpenWords open, ClauseBudget budget) {
    this.backend = backend;
    this.analysed = analysed;
    this.open = open;
    this.budget = budget;
  }

  /** Beginnings of more words than were looked for. */
  Set<String> tooMany() {
    return tooMany;
  }

  /** A phrase of text. */
  Query text(Clause.Phrase phrase) throws IOException {
    budget.take(2);
    if (phrase.field() != Field.ALL) {
      return text(phrase.field(), phrase);
    }
    return new DisjunctionMaxQuery(
        List.of(text(Field.HEADLINE, phrase), text(Field.BODY, phrase)), 1);
  }

  private Query text(Field field, Clause.Phrase phrase) throws IOException {
    String text = phrase.text();
    List<TextAnalysis.Token> tokens = analysed.of(text);
    if (tokens.isEmpty()) {
      return new MatchNoDocsQuery("no words in the phrase");
    }
    if (phrase.isBegun() && tokens.size() == 1) {
      return open.prefix(field, text);
    }
    List<Query> ways = new ArrayList<>();
    for (List<TextAnalysis.Token> way : ways(tokens)) {
      if (ways.isEmpty() || budget.fits(1)) {
        ways.add(
            phrase.isBegun() ? begun(field, way, phrase) : whole(field, way, text, phrase.slop()));
      }
    }
    return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
  }

  /** The tokens, and the same where an elided word stands whole: d'arcy for D'Arcy. */
  private static List<List<TextAnalysis.Token>> ways(List<TextAnalysis.Token> tokens) {
    List<List<TextAnalysis.Token>> ways = new ArrayList<>(List.of(tokens));
    for (int i = 0; i < tokens.size(); i++) {
      TextAnalysis.Token token = tokens.get(i);
      Optional<TextAnalysis.Whole> name = token.asName();
      if (name.isPresent() && 2 * ways.size() <= MOST_WAYS) {
        TextAnalysis.Token whole =
            new TextAnalysis.Token(
                name.get().term(), name.get().start(), token.end(), token.exact(), null);
        for (List<TextAnalysis.Token> way : List.copyOf(ways)) {
          List<TextAnalysis.Token> other = new ArrayList<>(way);
          other.set(i, whole);
          ways.add(other);
        }
      }
    }
    return ways;
  }

  private static Query whole(
      Field field, List<TextAnalysis.Token> tokens, String text, int others) {
    String name = Translation.name(field);
    if (others > 0 && tokens.size() > 1) {
      return near(name, tokens.stream().map(TextAnalysis.Token::term).toList(), others);
    }
    PhraseQuery.Builder query = new PhraseQuery.Builder();
    placed(tokens, text).forEach(word -> query.add(new Term(name, word.term()), word.place()));
    return query.build();
  }

  private static List<BegunQuery.Placed> placed(List<TextAnalysis.Token> tokens, String text) {
    List<BegunQuery.Placed> placed = new ArrayList<>();
    int place = 0;
    int last = -1;
    for (TextAnalysis.Token token : tokens) {
      place += last < 0 ? 0 : Sentences.step(text, last, token.start());
      last = token.end();
      placed.add(new BegunQuery.Placed(token.term(), place));
    }
    return placed;
  }

  /** The words but the last rank; that it is begun behind them is asked besides. */
  private Query begun(Field field, List<TextAnalysis.Token> tokens, Clause.Phrase phrase)
      throws IOException {
    List<TextAnalysis.Token> before = tokens.subList(0, tokens.size() - 1);
    List<BegunQuery.Placed> placed = placed(tokens, phrase.text());
    String text = phrase.text().substring(tokens.getLast().start());
    String start = open.written(field, text);
    BegunQuery.Last last =
        new BegunQuery.Last(
            start, Set.copyOf(open.stems(field, text, start)), placed.getLast().place());
    Query all = begun(Translation.name(field), placed.subList(0, before.size()), last, phrase);
    int others = phrase.slop() == 0 ? 0 : phrase.slop() + 1; // the last may be among them
    BooleanQuery.Builder query =
        new BooleanQuery.Builder()
            .add(whole(field, before, phrase.text(), others), BooleanClause.Occur.MUST)
            .add(all, BooleanClause.Occur.FILTER);
    open.besides(field, start).ifPresent(words -> query.add(words, BooleanClause.Occur.FILTER));
    return query.build();
  }

  private Query begun(
      String name, List<BegunQuery.Placed> words, BegunQuery.Last last, Clause.Phrase phrase)
      throws IOException {
    if (!backend.isFar()) {
      Term beginning = new Term(name, last.beginning());
      if (backend.termsWithPrefix(beginning, BegunQuery.MOST + 1).size() > BegunQuery.MOST) {
        tooMany.add(last.beginning());
      }
    }
    return new BegunQuery(name, words, last, slop(phrase));
  }

  /** How many other words may be among those of the phrase. */
  private static int slop(Clause.Phrase phrase) {
    if (phrase.field().kind() == Field.Kind.TEXT) {
      return phrase.slop();
    }
    int others =
        phrase.field() == Field.PERSON ? Math.max(phrase.slop(), NAME_SLOP) : phrase.slop();
    return Math.min(others, Schema.PARAGRAPH_GAP - 1);
  }

  private static Query near(String field, List<String> words, int others) {
    return new NearQuery(field, words.stream().map(BytesRef::new).toList(), Set.of(), others);
  }

  /** A label: any words of it that stand together. */
  Query label(Clause.Phrase phrase) throws IOException {
    Field field = phrase.field();
    String name = Translation.name(field);
    if (field == Field.ID || field == Field.ORIGIN) {
      Term term = new Term(name, phrase.text());
      return phrase.isBegun() ? new PrefixQuery(term) : new TermQuery(term);
    }
    List<String> words = Labels.words(phrase.text());
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words in the label");
    }
    if (phrase.isBegun()) {
      return begunLabel(name, words, phrase);
    }
    if (words.size() == 1) {
      return new TermQuery(new Term(name, words.getFirst()));
    }
    Query together =
        slop(phrase) > 0
            ? near(name, words, slop(phrase))
            : new PhraseQuery(name, words.toArray(String[]::new));
    Optional<Query> initials =
        field == Field.PERSON ? Initials.query(phrase.text()) : Optional.empty();
    return initials
        .<Query>map(fitting ->
            new BooleanQuery.Builder()
                .add(together, BooleanClause.Occur.SHOULD)
                .add(fitting, BooleanClause.Occur.SHOULD)
                .build())
        .orElse(together);
  }

  private Query begunLabel(String name, List<String> words, Clause.Phrase phrase)
      throws IOException {
    String beginning = Letters.fold(words.getLast());
    if (words.size() == 1) {
      return new PrefixQuery(new Term(name, beginning));
    }
    List<BegunQuery.Placed> placed = new ArrayList<>();
    for (String word : words.subList(0, words.size() - 1)) {
      placed.add(new BegunQuery.Placed(word, placed.size()));
    }
    return begun(name, placed, new BegunQuery.Last(beginning, Set.of(), placed.size()), phrase);
  }
}
