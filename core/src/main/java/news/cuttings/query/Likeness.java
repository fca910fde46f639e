package news.cuttings.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import news.cuttings.index.Labels;
import news.cuttings.index.RankingOptions;
import news.cuttings.index.TextAnalysis;
import news.cuttings.story.Person;
import news.cuttings.story.Story;

/** Says what a story has in common with a source. Not for use by many threads at once. */
final class Likeness {
  private static final int SHINGLE = 4;
  private static final int MOST_TERMS = 10;

  private final TextAnalysis analysis;
  private final Set<String> people = new HashSet<>();
  private final Map<String, Why.Term> terms;
  private final Set<List<String>> shingles;

  /**
   * @param source the source
   * @param terms the terms it was searched by, with the word as the source writes it and its weight
   * @param kind how the index makes terms
   */
  Likeness(Story source, Map<String, Why.Term> terms, RankingOptions.Analysis kind) {
    analysis = new TextAnalysis(kind);
    this.terms = new LinkedHashMap<>(terms);
    source.people().forEach(person -> people.add(Labels.personKey(person.name())));
    shingles = shingles(words(source));
  }

  /** Why that story is like the source. */
  Why to(Story story) {
    List<String> words = words(story);
    Set<String> present = new HashSet<>(words);
    List<Why.Term> shared = new ArrayList<>();
    terms.forEach((term, why) -> {
      if (present.contains(term)) {
        shared.add(why);
      }
    });
    shared.sort(Comparator.comparingDouble(Why.Term::weight).reversed());
    List<String> common =
        story.people().stream()
            .map(Person::name)
            .filter(name -> people.contains(Labels.personKey(name)))
            .toList();
    return new Why(common, shared.stream().limit(MOST_TERMS).toList(), overlap(words));
  }

  private double overlap(List<String> words) {
    if (shingles.isEmpty()) {
      return 0;
    }
    Set<List<String>> theirs = shingles(words);
    long both = shingles.stream().filter(theirs::contains).count();
    return (double) both / shingles.size();
  }

  private List<String> words(Story story) {
    List<String> words = new ArrayList<>();
    story.headline().ifPresent(text -> add(text, words));
    add(story.body(), words);
    return words;
  }

  private void add(String text, List<String> words) {
    analysis.analyse(text, (term, start, end, exact) -> words.add(term.utf8ToString()));
  }

  private static Set<List<String>> shingles(List<String> words) {
    Set<List<String>> shingles = new HashSet<>();
    for (int i = 0; i + SHINGLE <= words.size(); i++) {
      shingles.add(List.copyOf(words.subList(i, i + SHINGLE)));
    }
    return shingles;
  }
}
