package news.cuttings.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import news.cuttings.Filed;
import news.cuttings.RandomStories;
import news.cuttings.StoryIndex;
import news.cuttings.index.Ranking;
import news.cuttings.index.Schema;
import news.cuttings.index.Sentences;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Hit;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Field;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.SmallFloat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The index against plain loops over the words of all stories. */
@ExtendWith(RandomStories.Injected.class)
class RankingOracleTest {
  private static final int STORIES = 250;
  private static final int QUERIES = 50;

  private final TextAnalysis analysis = new TextAnalysis();

  /** A hit as the loops find it. */
  private record Expected(Story story, double score) {}

  @Test
  void plainWords(RandomStories random) throws IOException {
    List<Story> stories = random.list(STORIES);
    Map<Story, Map<String, Integer>> words = counts(stories, this::weighted);
    Map<Story, Map<String, Integer>> headlines =
        counts(stories, story -> plain(story, Field.HEADLINE));
    try (StoryIndex index = Filed.of(stories)) {
      for (int i = 0; i < QUERIES; i++) {
        Story story = stories.get(random.random().nextInt(STORIES));
        String text =
            random.random().nextInt(4) == 0
                ? story.headline().orElse("none")
                : random.words(1 + random.random().nextInt(6));
        StoryQuery query = StoryQuery.words(text).limit(20).counting();
        List<String> terms = terms(text);
        compare(text, index.search(query), together(words, headlines, terms));
        long any =
            stories.stream().filter(s -> terms.stream().anyMatch(of(words, s)::contains)).count();
        assertThat(index.search(query).total()).as(text).isEqualTo(new Results.Total(any, true));
      }
    }
  }

  @Test
  void wordsOfAField(RandomStories random) throws IOException {
    List<Story> stories = random.list(STORIES);
    try (StoryIndex index = Filed.of(stories)) {
      for (Field field : List.of(Field.HEADLINE, Field.BODY, Field.LEAD)) {
        Map<Story, Map<String, Integer>> words = counts(stories, story -> plain(story, field));
        for (int i = 0; i < QUERIES / 3; i++) {
          String word = random.word();
          StoryQuery query = StoryQuery.parse(field.label() + ":" + word).limit(20);
          compare(word, index.search(query), scored(words, terms(word)));
        }
      }
    }
  }

  @Test
  void mustAndMustNot(RandomStories random) throws IOException {
    List<Story> stories = random.list(STORIES);
    Map<Story, Map<String, Integer>> words = counts(stories, this::weighted);
    try (StoryIndex index = Filed.of(stories)) {
      for (int i = 0; i < QUERIES; i++) {
        String a = random.word();
        String b = random.word();
        String c = random.word();
        Map<String, Predicate<Set<String>>> meanings = new HashMap<>();
        meanings.put("+%s %s", has -> has.contains(a));
        meanings.put("%s -%s", has -> has.contains(a) && !has.contains(b));
        meanings.put("-%s", has -> !has.contains(a));
        meanings.put("%s AND %s", has -> has.contains(a) && has.contains(b));
        meanings.put("%s AND NOT %s", has -> has.contains(a) && !has.contains(b));
        meanings.put("%s OR %s", has -> has.contains(a) || has.contains(b));
        meanings.put(
            "+(%s OR %s) -%s", has -> (has.contains(a) || has.contains(b)) && !has.contains(c));
        meanings.put( // as in Lucene's syntax: what is forbidden is forbidden to its whole group
            "%s AND (%s OR NOT %s)", has -> has.contains(a) && has.contains(b) && !has.contains(c));
        for (Map.Entry<String, Predicate<Set<String>>> meaning : meanings.entrySet()) {
          String text = String.format(Locale.ROOT, meaning.getKey(), a, b, c);
          Set<String> expected = ids(stories, story -> meaning.getValue().test(of(words, story)));
          StoryQuery query = StoryQuery.parse(text).limit(STORIES);
          assertThat(new TreeSet<>(Filed.ids(index, query))).as(text).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void phrases(RandomStories random) throws IOException {
    List<Story> stories = random.list(STORIES);
    try (StoryIndex index = Filed.of(stories)) {
      for (int i = 0; i < QUERIES; i++) {
        String phrase = phraseOf(stories.get(random.random().nextInt(STORIES)), random.random());
        Set<String> expected =
            ids(
                stories,
                story -> holds(story.body(), phrase) || holds(story.headline().orElse(""), phrase));
        StoryQuery query =
            StoryQuery.of(
                new Clause.Group(
                    List.of(
                        new Clause.Part(
                            Clause.Occur.MUST, new Clause.Phrase(Field.ALL, phrase, 0)))));
        List<String> found = Filed.ids(index, query.limit(STORIES));
        assertThat(expected).as(phrase).isNotEmpty();
        assertThat(new TreeSet<>(found)).as(phrase).isEqualTo(expected);
      }
    }
  }

  @Test
  void filtersAndDates(RandomStories random) throws IOException {
    List<Story> stories = random.list(STORIES);
    try (StoryIndex index = Filed.of(stories)) {
      for (int i = 0; i < 40; i++) {
        LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.random().nextInt(40));
        LocalDate to = from.plusDays(random.random().nextInt(10));
        Predicate<Story> within =
            story -> story.date().filter(d -> !d.isBefore(from) && !d.isAfter(to)).isPresent();
        StoryQuery days = StoryQuery.everything().since(from).until(to).limit(STORIES);
        check(index, stories, days, within);
        check(index, stories, StoryQuery.parse("date:" + from + ".." + to).limit(STORIES), within);
        check(
            index, stories, days.undated(), story -> story.date().isEmpty() || within.test(story));
        check(
            index,
            stories,
            days.source("guardian").person("oneill"),
            story ->
                within.test(story)
                    && story.source().equals(Optional.of("The Guardian"))
                    && story.people().stream().anyMatch(p -> p.key().contains("oneill")));
        long undated = stories.stream().filter(story -> story.date().isEmpty()).count();
        assertThat(index.search(days).warnings())
            .singleElement()
            .asString()
            .startsWith(undated + " stor");
      }
      check(index, stories, StoryQuery.parse("date:none").limit(STORIES), s -> s.date().isEmpty());
    }
  }

  private static void check(
      StoryIndex index, List<Story> stories, StoryQuery query, Predicate<Story> expected)
      throws IOException {
    Results found = index.search(query.counting());
    Set<String> ids = ids(stories, expected);
    assertThat(new TreeSet<>(Filed.ids(found))).as(query.interpretation()).isEqualTo(ids);
    assertThat(found.total()).isEqualTo(new Results.Total(ids.size(), true));
    assertThat(index.search(query.counting().limit(0)).total().stories()).isEqualTo(ids.size());
  }

  private static void compare(String text, Results found, List<Expected> expected) {
    assertThat(found.hits()).as(text).hasSize(Math.min(20, expected.size()));
    List<Expected> best = expected.subList(0, found.hits().size());
    for (int i = 0; i < best.size(); i++) {
      Hit hit = found.hits().get(i);
      double score = best.get(i).score();
      assertThat((double) hit.score()).as(text).isCloseTo(score, within(score * 1e-4));
      if (i > 0 && hit.score() == found.hits().get(i - 1).score()) {
        assertThat(OF_TIES.compare(story(found.hits().get(i - 1)), story(hit))).isNegative();
      }
    }
    double edge = best.isEmpty() ? 0 : best.get(best.size() - 1).score();
    Set<String> mayBe =
        expected.stream()
            .filter(one -> one.score() >= edge * (1 - 1e-4))
            .map(one -> one.story().id())
            .collect(Collectors.toSet());
    assertThat(mayBe).as(text).containsAll(Filed.ids(found));
  }

  private static final Comparator<Story> OF_TIES =
      Comparator.<Story, Long>comparing(
              story -> story.date().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
              Comparator.reverseOrder())
          .thenComparing(
              story -> story.published().map(at -> at.getEpochSecond()).orElse(Long.MIN_VALUE),
              Comparator.reverseOrder())
          .thenComparing(Story::id);

  private static Story story(Hit hit) {
    return hit.story().orElseThrow();
  }

  /** BM25 with the figures of {@link Ranking}, lengths as coarse as Lucene keeps them. */
  private static List<Expected> scored(Map<Story, Map<String, Integer>> words, List<String> terms) {
    Map<String, Double> idf = new HashMap<>();
    List<Expected> expected = new ArrayList<>();
    for (Story story : words.keySet()) {
      double score = terms.stream().mapToDouble(term -> score(term, story, words, idf)).sum();
      if (score > 0) {
        expected.add(new Expected(story, score));
      }
    }
    expected.sort(BEST);
    return expected;
  }

  /** And what is gained by having them together. */
  private static List<Expected> together(
      Map<Story, Map<String, Integer>> words,
      Map<Story, Map<String, Integer>> headlines,
      List<String> terms) {
    List<String> known = terms.stream().distinct().filter(term -> with(words, term) > 0).toList();
    Map<String, Double> idf = new HashMap<>();
    double all = terms.stream().filter(known::contains).mapToDouble(t -> idf(words, t)).sum();
    return scored(words, terms).stream()
        .map(one -> {
          Set<String> headline = of(headlines, one.story());
          boolean isFew = known.size() == 2 || known.size() == 3;
          boolean isAll = isFew && of(words, one.story()).containsAll(known);
          boolean isNearly =
              known.size() > 3
                  && known.stream().filter(headline::contains).count() >= 0.8 * known.size();
          double nearly =
              isNearly
                  ? known.stream().mapToDouble(t -> score(t, one.story(), headlines, idf)).sum()
                  : 0;
          return new Expected(one.story(), one.score() + nearly + (isAll ? all : 0));
        })
        .sorted(BEST)
        .toList();
  }

  private static final Comparator<Expected> BEST =
      Comparator.comparingDouble(Expected::score)
          .reversed()
          .thenComparing(Expected::story, OF_TIES);

  /**
   * What a term scores in a story.
   *
   * @param known what was found out of terms and, under the empty one, of lengths before
   */
  private static double score(
      String term, Story story, Map<Story, Map<String, Integer>> words, Map<String, Double> known) {
    Map<String, Integer> counts = words.getOrDefault(story, Map.of());
    BM25Similarity of = Ranking.similarity(RankingOptions.DEFAULT);
    int length = SmallFloat.byte4ToInt(SmallFloat.intToByte4(length(counts)));
    double mean =
        known.computeIfAbsent(
            "",
            none ->
                words.values().stream().mapToLong(RankingOracleTest::length).sum()
                    / docFreq(words));
    double norm = of.getK1() * (1 - of.getB() + of.getB() * length / mean);
    double frequency = counts.getOrDefault(term, 0);
    return frequency == 0
        ? 0
        : known.computeIfAbsent(term, one -> idf(words, one)) * frequency / (frequency + norm);
  }

  private static double docFreq(Map<Story, Map<String, Integer>> words) {
    return words.values().stream().filter(counts -> !counts.isEmpty()).count();
  }

  private static double with(Map<Story, Map<String, Integer>> words, String term) {
    return words.values().stream().filter(counts -> counts.containsKey(term)).count();
  }

  private static double idf(Map<Story, Map<String, Integer>> words, String term) {
    double with = with(words, term);
    return Math.log(1 + (docFreq(words) - with + 0.5) / (with + 0.5));
  }

  private static Set<String> of(Map<Story, Map<String, Integer>> words, Story story) {
    return words.getOrDefault(story, Map.of()).keySet();
  }

  private static int length(Map<String, Integer> counts) {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private interface Counter {
    Map<String, Integer> of(Story story);
  }

  private static Map<Story, Map<String, Integer>> counts(List<Story> stories, Counter counter) {
    Map<Story, Map<String, Integer>> counts = new HashMap<>();
    stories.forEach(story -> counts.put(story, counter.of(story)));
    return counts;
  }

  private Map<String, Integer> weighted(Story story) {
    Map<String, Integer> counts = new HashMap<>();
    add(story.headline().orElse(""), RankingOptions.DEFAULT.headlineWeight(), counts);
    add(story.body(), 1, counts);
    analysis.tokens(story.lead()).stream()
        .filter(token -> token.start() < Schema.LEAD_WEIGHED)
        .forEach(
            token -> counts.merge(token.term(), RankingOptions.DEFAULT.leadWeight(), Integer::sum));
    add(story.edition().orElse(""), 1, counts);
    for (Person person : story.people()) {
      add(person.name(), RankingOptions.DEFAULT.peopleWeight(), counts);
    }
    return counts;
  }

  private Map<String, Integer> plain(Story story, Field field) {
    Map<String, Integer> counts = new HashMap<>();
    String text =
        field == Field.HEADLINE
            ? story.headline().orElse("")
            : field == Field.BODY ? story.body() : story.lead();
    add(text, 1, counts);
    return counts;
  }

  private void add(String text, int weight, Map<String, Integer> counts) {
    terms(text).forEach(term -> counts.merge(term, weight, Integer::sum));
  }

  private List<String> terms(String text) {
    return analysis.tokens(text).stream().map(TextAnalysis.Token::term).toList();
  }

  private static Set<String> ids(List<Story> stories, Predicate<Story> which) {
    return stories.stream()
        .filter(which)
        .map(Story::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String phraseOf(Story story, Random random) {
    List<TextAnalysis.Token> tokens = analysis.tokens(story.body());
    int first = random.nextInt(tokens.size());
    int last = Math.min(tokens.size() - 1, first + random.nextInt(4));
    return story.body().substring(tokens.get(first).start(), tokens.get(last).end());
  }

  /**
   * Whether the text's words follow one another somewhere as in the phrase. Where the phrase goes
   * over the end of a sentence, Lucene asks for the distance and not for what is between.
   */
  private boolean holds(String text, String phrase) {
    List<String> wanted = placed(phrase);
    List<String> there = placed(text);
    for (int i = 0; i + wanted.size() <= there.size(); i++) {
      boolean all = true;
      for (int j = 0; j < wanted.size(); j++) {
        all &= wanted.get(j).isEmpty() || wanted.get(j).equals(there.get(i + j));
      }
      if (all) {
        return true;
      }
    }
    return false;
  }

  /** The terms, with an empty one for each place between that is left free. */
  private List<String> placed(String text) {
    List<String> placed = new ArrayList<>();
    int end = -1;
    for (TextAnalysis.Token token : analysis.tokens(text)) {
      for (int gap = end < 0 ? 1 : Sentences.step(text, end, token.start()); gap > 1; gap--) {
        placed.add("");
      }
      placed.add(token.term());
      end = token.end();
    }
    return placed;
  }
}
