package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import news.cuttings.index.BegunQuery;
import news.cuttings.index.BegunWordQuery;
import news.cuttings.index.NearQuery;
import news.cuttings.index.Newness;
import news.cuttings.index.Schema;
import org.apache.lucene.document.LongPoint;
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
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopTermsRewrite;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefIterator;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.jspecify.annotations.Nullable;

/** Lucene's query as OpenSearch's: the same stories and the same scores. */
final class QueryJson {
  /** A cluster takes no query of more than 1,024. */
  private static final int MOST_LEAVES = 1000;

  /** Of five words there are at most sixty orders, where one of them is there twice. */
  private static final int MOST_IN_EVERY_ORDER = 5;

  /** Of so many there are, where one of them is of many words. */
  private static final int MOST_WITH_ANOTHER = 3;

  /** Less than the last digit of any score. */
  private static final float NEXT_TO_NOTHING = 1e-20f;

  private QueryJson() {}

  /**
   * The object of that query.
   *
   * @throws IllegalArgumentException where it is of a kind that the library's translation never
   *     makes
   */
  static Map<String, @Nullable Object> of(Query query) {
    return switch (query) {
      case TermQuery one ->
          object("term", object(one.getTerm().field(), object("value", one.getTerm().text())));
      case BooleanQuery group -> group(group);
      case BoostQuery boosted ->
          object(
              "bool", object("must", List.of(of(boosted.getQuery())), "boost", boosted.getBoost()));
      case ConstantScoreQuery constant ->
          object("constant_score", object("filter", of(constant.getQuery())));
      case DisjunctionMaxQuery best ->
          object(
              "dis_max",
              object(
                  "queries",
                  best.getDisjuncts().stream().map(QueryJson::of).toList(),
                  "tie_breaker",
                  best.getTieBreakerMultiplier()));
      case PhraseQuery phrase -> phrase(phrase);
      case NearQuery near -> near(near);
      case BegunQuery begun -> begun(begun);
      case PrefixQuery prefix ->
          object(
              "prefix",
              object(prefix.getPrefix().field(), object("value", prefix.getPrefix().text())));
      case BegunWordQuery begun ->
          object(
              "regexp", object(begun.getField(), object("value", pattern(begun), "flags", "NONE")));
      case FuzzyQuery fuzzy -> fuzzy(fuzzy);
      case RegexpQuery pattern ->
          object(
              "regexp",
              object(
                  pattern.getField(),
                  object("value", pattern.getRegexp().text(), "flags", "NONE")));
      case TermInSetQuery set -> object("terms", object(set.getField(), terms(set)));
      case IndexOrDocValuesQuery either -> of(either.getIndexQuery());
      case PointRangeQuery range ->
          object(
              "range",
              object(
                  range.getField(),
                  object(
                      "gte",
                      LongPoint.decodeDimension(range.getLowerPoint(), 0),
                      "lte",
                      LongPoint.decodeDimension(range.getUpperPoint(), 0))));
      case Newness newness ->
          object(
              "distance_feature",
              object(
                  "field",
                  Schema.DATE + Mapping.AGE,
                  "origin",
                  Mapping.moment(newness.day()),
                  "pivot",
                  newness.halfLife() + "ms",
                  "boost",
                  newness.gain()));
      case FieldExistsQuery exists -> object("exists", object("field", exists.getField()));
      case MatchAllDocsQuery all -> object("match_all", object());
      case MatchNoDocsQuery none -> object("match_none", object());
      default -> throw new IllegalArgumentException("no form for " + query.getClass());
    };
  }

  /**
   * The query as JSON, to be scored. A shard without a phrase's words does not say how long its
   * texts are, and scores would be of the other shards' texts alone; asked for a term, and be it in
   * no story, it says so.
   */
  static Map<String, @Nullable Object> scored(Query query) {
    Set<String> fields = new TreeSet<>();
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query leaf, Term... terms) {
            if (leaf instanceof PhraseQuery phrase) {
              fields.add(phrase.getField());
            } else if (leaf instanceof NearQuery near) {
              fields.add(near.field());
            }
          }
        });
    if (fields.isEmpty()) {
      return of(query);
    }
    List<Object> nowhere = new ArrayList<>();
    fields.forEach(field -> nowhere.add(object("term", object(field, object("value", " ")))));
    return object("bool", object("must", List.of(of(query)), "should", nowhere));
  }

  /**
   * A part to be scored as it is in the whole. What a shard says of a word's number of stories is
   * one figure for a question, and a misspelt word has one said of each word that it may be: so the
   * whole is asked too, and adds next to nothing.
   */
  static Map<String, @Nullable Object> part(Query part, Query whole) {
    if (leaves(part) + leaves(whole) > MOST_LEAVES) {
      return scored(part);
    }
    return object(
        "bool",
        object(
            "must",
            List.of(of(part)),
            "should",
            List.of(
                object("bool", object("must", List.of(scored(whole)), "boost", NEXT_TO_NOTHING)))));
  }

  /** How many words a cluster counts in the query. */
  private static int leaves(Query query) {
    int[] count = {0};
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query leaf, Term... terms) {
            count[0] += terms.length;
          }

          @Override
          public void consumeTermsMatching(
              Query leaf, String field, Supplier<ByteRunAutomaton> automaton) {
            count[0] += leaf instanceof FuzzyQuery fuzzy ? expansions(fuzzy) : 1;
          }

          @Override
          public void visitLeaf(Query leaf) {
            count[0]++;
          }

          @Override
          public QueryVisitor getSubVisitor(BooleanClause.Occur occur, Query parent) {
            return this; // what must not match counts too
          }
        });
    return count[0];
  }

  private static int expansions(FuzzyQuery fuzzy) {
    return ((TopTermsRewrite<?>) fuzzy.getRewriteMethod()).getSize();
  }

  private static Map<String, @Nullable Object> group(BooleanQuery group) {
    Map<String, @Nullable Object> json = object();
    for (BooleanClause.Occur occur : BooleanClause.Occur.values()) {
      List<Object> clauses = new ArrayList<>();
      group.getClauses(occur).forEach(clause -> clauses.add(of(clause)));
      if (!clauses.isEmpty()) {
        json.put(name(occur), clauses);
      }
    }
    if (json.isEmpty()) {
      return object("match_none", object());
    }
    json.put("minimum_should_match", group.getMinimumNumberShouldMatch());
    // A group of what must not match finds nothing, as in Lucene.
    json.put("adjust_pure_negative", false);
    return object("bool", json);
  }

  private static String name(BooleanClause.Occur occur) {
    return switch (occur) {
      case MUST -> "must";
      case SHOULD -> "should";
      case FILTER -> "filter";
      case MUST_NOT -> "must_not";
    };
  }

  /** The words in their places: the field's search analyzer leaves out the holes between. */
  private static Map<String, @Nullable Object> phrase(PhraseQuery phrase) {
    StringBuilder text = new StringBuilder();
    int next = phrase.getPositions()[0];
    for (int i = 0; i < phrase.getTerms().length; i++) {
      for (; next < phrase.getPositions()[i]; next++) {
        text.append(Mapping.HOLE).append(' ');
      }
      text.append(phrase.getTerms()[i].text()).append(' ');
      next = phrase.getPositions()[i] + 1;
    }
    return object(
        "match_phrase",
        object(phrase.getField(), object("query", text.toString(), "slop", phrase.getSlop())));
  }

  /** Each word in its place, or near the others; the last is any that begins so. */
  private static Map<String, @Nullable Object> begun(BegunQuery begun) {
    String field = begun.field();
    Map<String, @Nullable Object> last = last(field, begun.last());
    if (begun.others() > 0) {
      List<BytesRef> terms = begun.words().stream().map(word -> new BytesRef(word.term())).toList();
      NearQuery near = new NearQuery(field, terms, Set.of(), begun.others());
      Set<BytesRef> both = new TreeSet<>(near.words().keySet());
      both.removeIf(word -> !mayBe(begun.last(), word));
      return nearOther(near, last, both);
    }
    List<Object> clauses = new ArrayList<>();
    int next = begun.words().getFirst().place();
    for (BegunQuery.Placed word : begun.words()) {
      gap(field, next, word.place(), clauses);
      clauses.add(span(field, new BytesRef(word.term())));
      next = word.place() + 1;
    }
    gap(field, next, begun.last().place(), clauses);
    clauses.add(last);
    return spans(clauses, 0, true);
  }

  private static boolean mayBe(BegunQuery.Last last, BytesRef word) {
    return word.utf8ToString().startsWith(last.beginning()) || last.also().contains(word);
  }

  private static void gap(String field, int from, int to, List<Object> clauses) {
    if (from < to) {
      clauses.add(object("span_gap", object(field, to - from)));
    }
  }

  private static Map<String, @Nullable Object> last(String field, BegunQuery.Last last) {
    List<Object> either = new ArrayList<>();
    either.add(
        object(
            "span_multi",
            object(
                "match",
                object(
                    "prefix",
                    object(
                        field,
                        object(
                            "value",
                            last.beginning(),
                            "rewrite",
                            "top_terms_" + BegunQuery.MOST))))));
    new TreeSet<>(last.also()).forEach(term -> either.add(span(field, term)));
    return object("span_or", object("clauses", either));
  }

  private static Map<String, @Nullable Object> near(NearQuery near) {
    if (near.any().isEmpty()) {
      return near(near, null);
    }
    Set<BytesRef> both = new TreeSet<>(near.any());
    both.retainAll(near.words().keySet());
    return nearOther(near, either(near.field(), near.any()), both);
  }

  private static Map<String, @Nullable Object> either(String field, Set<BytesRef> words) {
    return object(
        "span_or", object("clauses", words.stream().map(word -> span(field, word)).toList()));
  }

  /**
   * The words and another. One that may be the other too is asked for as that once more, and for
   * the rest as if it could not be.
   *
   * @param both those of the words that the other may be
   */
  private static Map<String, @Nullable Object> nearOther(
      NearQuery near, Map<String, @Nullable Object> other, Set<BytesRef> both) {
    if (both.isEmpty()) {
      return near(near, other);
    }
    List<Object> apart = new ArrayList<>();
    apart.add(
        near(
            near,
            object("span_not", object("include", other, "exclude", either(near.field(), both)))));
    for (BytesRef word : both) {
      List<BytesRef> more = listed(near);
      more.add(word);
      apart.add(near(new NearQuery(near.field(), more, Set.of(), near.others()), null));
    }
    return best(apart);
  }

  /**
   * The cluster's spans take one word for two where their order is open: of words one of which must
   * be there twice each order is asked for, or, where there are many, besides that it is there
   * twice as near.
   *
   * @param other one more that must be there, and is none of the words; null where none must
   */
  private static Map<String, @Nullable Object> near(
      NearQuery near, @Nullable Map<String, @Nullable Object> other) {
    List<Object> words = new ArrayList<>();
    List<Integer> times = new ArrayList<>(near.words().values());
    near.words().keySet().forEach(word -> words.add(span(near.field(), word)));
    if (other != null) {
      words.add(other);
      times.add(1);
    }
    int size = times.stream().mapToInt(Integer::intValue).sum();
    boolean isEachOnce = size == words.size();
    if (!isEachOnce && size <= (other == null ? MOST_IN_EVERY_ORDER : MOST_WITH_ANOTHER)) {
      List<Object> found = new ArrayList<>();
      orders(
          times,
          size,
          new ArrayList<>(),
          order -> found.add(spans(order.stream().map(words::get).toList(), near.others(), true)));
      return best(found);
    }
    int most = size + near.others();
    Map<String, @Nullable Object> each = spans(words, most - words.size(), false);
    List<Object> twice = new ArrayList<>();
    near.words()
        .forEach((word, often) -> {
          if (often > 1) {
            Object one = span(near.field(), word);
            twice.add(spans(Collections.nCopies(often, one), most - often, true));
          }
        });
    return isEachOnce ? each : object("bool", object("must", List.of(each), "filter", twice));
  }

  private static List<BytesRef> listed(NearQuery near) {
    List<BytesRef> words = new ArrayList<>();
    near.words().forEach((word, times) -> words.addAll(Collections.nCopies(times, word)));
    return words;
  }

  private static Map<String, @Nullable Object> best(List<?> queries) {
    return object("dis_max", object("queries", queries));
  }

  /** Gives each order, by the places in the list, of what is to be there so many times. */
  private static void orders(
      List<Integer> times, int size, List<Integer> begun, Consumer<List<Integer>> to) {
    if (begun.size() == size) {
      to.accept(begun);
      return;
    }
    for (int i = 0; i < times.size(); i++) {
      int left = times.get(i);
      if (left > 0) {
        times.set(i, left - 1);
        begun.add(i);
        orders(times, size, begun, to);
        begun.removeLast();
        times.set(i, left);
      }
    }
  }

  private static Map<String, @Nullable Object> span(String field, BytesRef word) {
    return object("span_term", object(field, object("value", word.utf8ToString())));
  }

  private static Map<String, @Nullable Object> spans(List<?> clauses, int others, boolean inOrder) {
    return object("span_near", object("clauses", clauses, "slop", others, "in_order", inOrder));
  }

  private static Map<String, @Nullable Object> fuzzy(FuzzyQuery fuzzy) {
    int expansions = expansions(fuzzy);
    return object(
        "fuzzy",
        object(
            fuzzy.getTerm().field(),
            object(
                "value",
                fuzzy.getTerm().text(),
                "fuzziness",
                fuzzy.getMaxEdits(),
                "prefix_length",
                fuzzy.getPrefixLength(),
                "max_expansions",
                expansions,
                "transpositions",
                fuzzy.getTranspositions(),
                "rewrite",
                "top_terms_blended_freqs_" + expansions)));
  }

  /**
   * Its beginning, and terms that go on behind it; the beginning itself where it is such a term.
   */
  private static String pattern(BegunWordQuery begun) {
    String beginning = begun.beginning();
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < beginning.length(); i++) {
      char c = beginning.charAt(i);
      pattern
          .append(Character.isLetterOrDigit(c) || Character.isSurrogate(c) ? "" : "\\")
          .append(c);
    }
    boolean isWhole =
        !beginning.isEmpty() && BegunWordQuery.isOwn(beginning.charAt(beginning.length() - 1));
    return pattern + (isWhole ? "(.*[^eily])?" : ".*[^eily]");
  }

  private static List<String> terms(TermInSetQuery set) {
    List<String> terms = new ArrayList<>();
    try {
      BytesRefIterator each = set.getBytesRefIterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        terms.add(term.utf8ToString());
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("terms in memory cannot fail to be read", e);
    }
    return terms;
  }
}
