package news.cuttings.bench.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.bench.corpora.Task;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.MultiFieldQueryParser;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/** Makes the baseline's queries: a word, phrase or beginning is looked for in each text field. */
final class BaselineQueries {
  static final String HEADLINE = "headline";
  static final String BODY = "body";
  static final String TEXT = "text";
  static final String PEOPLE = "people";
  static final String DATE = "date";

  private final Analyzer analyzer;
  private final QueryBuilder builder;
  private final List<String> texts;

  BaselineQueries(Analyzer analyzer, List<String> texts) {
    this.analyzer = analyzer;
    this.texts = texts;
    builder = new QueryBuilder(analyzer);
  }

  Query of(Task task) {
    String text = task.text();
    return switch (task.shape()) {
      case ANY, LISTED, SHOWN, PAGED, EXPLAINED -> words(texts, text, Occur.SHOULD);
      case ALL, PEOPLE, MONTHS -> words(texts, text, Occur.MUST);
      case PHRASE -> phrase(texts, text);
      case HEADLINE -> words(List.of(HEADLINE), text, Occur.SHOULD);
      case PERSON -> new ConstantScoreQuery(phrase(List.of(PEOPLE), text));
      case DATED -> dated(task);
      case PREFIX -> each(texts, field -> new PrefixQuery(new Term(field, text)));
      case FUZZY -> each(texts, field -> new FuzzyQuery(new Term(field, text)));
      case WRITTEN -> written(text);
      case LIKE -> new MatchNoDocsQuery("more like this is asked of MoreLikeThis");
    };
  }

  /** Makes the same of each field. */
  private interface OfField {
    Query of(String field);
  }

  private static Query each(List<String> fields, OfField of) {
    if (fields.size() == 1) {
      return of.of(fields.get(0));
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    fields.forEach(field -> any.add(of.of(field), Occur.SHOULD));
    return any.build();
  }

  private Query words(List<String> fields, String text, Occur occur) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    for (String term : terms(text)) {
      if (occur == Occur.SHOULD) {
        fields.forEach(field -> words.add(new TermQuery(new Term(field, term)), occur));
      } else {
        words.add(each(fields, field -> new TermQuery(new Term(field, term))), occur);
      }
    }
    return words.build();
  }

  private Query phrase(List<String> fields, String text) {
    return each(
        fields,
        field -> {
          Query phrase = builder.createPhraseQuery(field, text);
          return phrase == null ? new MatchNoDocsQuery("stop words only") : phrase;
        });
  }

  private Query written(String text) {
    try {
      return new MultiFieldQueryParser(texts.toArray(String[]::new), analyzer).parse(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException("no query of Lucene's classic parser: " + text, e);
    }
  }

  private Query dated(Task task) {
    long from = task.from().map(day -> day.toEpochDay()).orElse(Long.MIN_VALUE);
    long to = task.to().map(day -> day.toEpochDay()).orElse(Long.MAX_VALUE);
    return new BooleanQuery.Builder()
        .add(words(texts, task.text(), Occur.SHOULD), Occur.MUST)
        .add(LongField.newRangeQuery(DATE, from, to), Occur.FILTER)
        .build();
  }

  private List<String> terms(String text) {
    List<String> terms = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(BODY, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        terms.add(term.toString());
      }
      tokens.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // the text is a string: there is no disk to fail
    }
    return terms;
  }
}
