package news.cuttings.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.cuttings.index.Labels;
import news.cuttings.index.StoredStories;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Results.Warning;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Clause.Occur;
import news.cuttings.query.syntax.Field;
import news.cuttings.story.Letters;
import news.cuttings.story.Person;
import news.cuttings.story.Spelling;
import news.cuttings.story.Story;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Tells of words that no story has, and the nearest word that stories have, as one of them writes
 * it; and of words that hardly any story has, where a word with one other letter is in many times
 * as many. Looks further only there: at the terms near it, and at one stored story. At most three
 * words of a query are looked into.
 */
final class Suggestions {
  private static final int MOST_WORDS = 3;
  private static final int MOST_LOOKED_UP = 30;
  private static final int SHORTEST = 4;

  /** A word that some story has is no slip where it is shorter: too many are like it. */
  private static final int SHORTEST_RARE = 5;

  /** A word that more stories have is no slip. */
  private static final int MOST_RARE = 5;

  /**
   * A rare word is one more often than it is another's slip, unless that is so much more frequent.
   */
  private static final int TIMES = 8;

  private final SearchBackend backend;
  private final TextAnalysis analysis;

  /** A word that is asked for: where, its term, and as it was typed. */
  private record Asked(Field field, String term, String typed) {}

  /** A term of the index near a word. */
  private record Near(String term, int distance, int stories) {
    boolean isBetter(Near other) {
      return distance != other.distance ? distance < other.distance : stories > other.stories;
    }
  }

  Suggestions(SearchBackend backend, TextAnalysis analysis) {
    this.backend = backend;
    this.analysis = analysis;
  }

  /**
   * One warning for each word that no story has and that is near one that some have; one too for a
   * word asked alone that hardly any story has and that is near a frequent one.
   */
  List<Warning> of(Clause.Group clauses) throws IOException {
    Set<Asked> asked = new LinkedHashSet<>();
    collect(clauses, asked);
    int mostRare = asked.size() == 1 ? MOST_RARE : 0; // beside others it may be just what is meant
    List<Term> terms =
        asked.stream()
            .filter(Suggestions::isWord)
            .map(word -> term(word.field(), word.term()))
            .toList();
    backend.expect(terms, List.of());
    List<Warning> warnings = new ArrayList<>();
    int lookedInto = 0;
    for (Asked word : asked) {
      if (lookedInto == MOST_WORDS) {
        break;
      }
      int having = isWord(word) ? backend.docFreq(term(word.field(), word.term())) : MOST_RARE + 1;
      if (having <= mostRare) {
        lookedInto++;
        Optional<String> told = having == 0 ? suggestion(word) : frequent(word, having);
        told.map(text -> Warning.of(Warning.Kind.SPELLING, text)).ifPresent(warnings::add);
      }
    }
    return warnings;
  }

  private void collect(Clause clause, Set<Asked> asked) {
    switch (clause) {
      case Clause.Word word -> words(word.field(), word.text(), asked);
      case Clause.Phrase phrase -> words(phrase.field(), Phrases.known(phrase), asked);
      case Clause.Weighted weighted -> collect(weighted.clause(), asked);
      case Clause.Group group ->
          group.parts().stream()
              .filter(part -> part.occur() != Occur.NOT)
              .forEach(part -> collect(part.clause(), asked));
      case Clause.Prefix prefix -> {}
      case Clause.Fuzzy fuzzy -> {}
      case Clause.Days days -> {}
      case Clause.Undated undated -> {}
      case Clause.Everything everything -> {}
    }
  }

  private void words(Field field, String text, Set<Asked> asked) {
    if (asked.size() >= MOST_LOOKED_UP) {
      return;
    }
    if (field == Field.PERSON) {
      Labels.words(text).forEach(word -> asked.add(new Asked(field, word, word)));
    } else if (field.kind() == Field.Kind.TEXT) {
      for (TextAnalysis.Token token : analysis.tokens(text)) {
        asked.add(new Asked(field, token.term(), text.substring(token.start(), token.end())));
      }
    }
  }

  private static boolean isWord(Asked word) {
    return word.typed().length() >= SHORTEST
        && word.typed().codePoints().noneMatch(Character::isDigit);
  }

  /** The most frequent word of those with one other letter, where it is much more so. */
  private Optional<String> frequent(Asked word, int having) throws IOException {
    String typed = Letters.fold(word.typed());
    if (typed.length() < SHORTEST_RARE) {
      return Optional.empty();
    }
    Near best = null;
    for (Map.Entry<String, Integer> found : near(word.field(), word.term(), 1)) {
      Near one = new Near(found.getKey(), 1, found.getValue());
      if (!one.term().equals(word.term()) && (best == null || one.isBetter(best))) {
        best = one;
      }
    }
    if (best == null || best.stories() < TIMES * having) {
      return Optional.empty();
    }
    String stories = having == 1 ? "1 story has \"" : having + " stories have \"";
    String others = best.stories() + " have";
    // Stems can be nearer to each other than words are: joule, July.
    return written(word, typed, best.term())
        .filter(meant -> Spelling.distance(Letters.fold(meant), typed) == 1)
        .map(meant ->
            stories + word.typed() + "\"; did you mean " + meant + ", which " + others + "?");
  }

  private Optional<String> suggestion(Asked word) throws IOException {
    String typed = Letters.fold(word.typed());
    Map<String, Integer> meant = new LinkedHashMap<>();
    meant.put(word.term(), WordForms.mostEdits(word.term()));
    if (word.field() != Field.PERSON) {
      new WordForms(analysis)
          .misspelt(typed, WordForms.mostEdits(typed))
          .forEach(meant::putIfAbsent);
    }
    Near best = null;
    for (Map.Entry<String, Integer> stem : meant.entrySet()) {
      Optional<Near> near = nearest(word.field(), stem.getKey(), stem.getValue());
      if (near.isPresent() && (best == null || near.get().isBetter(best))) {
        best = near.get();
      }
    }
    return best == null
        ? Optional.empty()
        : written(word, typed, best.term())
            .map(known -> "no story has \"" + word.typed() + "\"; did you mean " + known + "?");
  }

  private Optional<Near> nearest(Field field, String word, int edits) throws IOException {
    Near best = null;
    for (Map.Entry<String, Integer> found : near(field, word, edits)) {
      String text = found.getKey();
      Near one = new Near(text, Spelling.distance(text, word), found.getValue());
      if (best == null || one.isBetter(best)) {
        best = one;
      }
    }
    return Optional.ofNullable(best);
  }

  private Set<Map.Entry<String, Integer>> near(Field field, String word, int edits)
      throws IOException {
    return backend.near(term(field, word), edits).entrySet();
  }

  /** The term as a story that has it writes it: of several ways the one nearest to the typed. */
  private Optional<String> written(Asked word, String typed, String term) throws IOException {
    Query query = new TermQuery(term(word.field(), term));
    List<? extends SearchBackend.StoredHit> found =
        backend.top(query, StoryQuery.Order.RELEVANCE, null, 1, false).hits();
    if (found.isEmpty()) {
      return Optional.empty(); // all were removed since
    }
    Story story = StoredStories.read(found.getFirst().json());
    List<String> spellings = new ArrayList<>();
    for (Person person : story.people()) {
      person.spellings().forEach(name -> spellings(name, term, word.field(), spellings));
      spellings(person.name(), term, word.field(), spellings);
    }
    if (word.field() != Field.PERSON) {
      spellings(story.headline().orElse(""), term, word.field(), spellings);
      spellings(story.body(), term, word.field(), spellings);
    }
    String best = null;
    int least = Integer.MAX_VALUE;
    for (String spelling : spellings) {
      int distance = Spelling.distance(Letters.fold(spelling), typed);
      if (distance < least) {
        least = distance;
        best = spelling;
      }
    }
    return Optional.ofNullable(best);
  }

  private void spellings(String text, String term, Field field, List<String> spellings) {
    if (field == Field.PERSON) {
      Letters.words(text).stream()
          .filter(word -> Labels.words(word).contains(term))
          .forEach(spellings::add);
      return;
    }
    analysis.analyse(
        text,
        (bytes, start, end, exact) -> {
          if (bytes.utf8ToString().equals(term)) {
            spellings.add(TextAnalysis.bare(text.substring(start, end)));
          }
        });
  }

  private static Term term(Field field, String text) {
    return new Term(Translation.name(field), text);
  }
}
