package news.cuttings.search.like;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import news.cuttings.index.Labels;
import news.cuttings.index.TextAnalysis;
import news.cuttings.query.Why;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.jspecify.annotations.Nullable;

/** Says what a story has in common with a source. Not for use by many threads at once. */
final class Likeness {
  private static final int MOST_TERMS = 10;

  private final Story source;
  private final Supplier<TextAnalysis> analysis;
  private final Map<String, Why.Term> terms;
  private @Nullable Shingles runs;

  /**
   * @param source the source
   * @param terms the terms it was searched by, with the word as the source writes it and its weight
   * @param analysis how the index makes terms: that of the thread which asks
   */
  Likeness(Story source, Map<String, Why.Term> terms, Supplier<TextAnalysis> analysis) {
    this.source = source;
    this.analysis = analysis;
    this.terms = new LinkedHashMap<>(terms);
  }

  /** Why that story is like the source. */
  Why to(Story story) {
    TextAnalysis with = analysis.get();
    Shingles ours = runs == null ? Shingles.of(with, source) : runs;
    runs = ours;
    Shingles theirs = Shingles.of(with, story);
    return new Why(people(story), shared(theirs), ours.in(theirs));
  }

  private List<String> people(Story story) {
    Set<String> people = new HashSet<>();
    source.people().forEach(person -> people.add(Labels.personKey(person.name())));
    return story.people().stream()
        .map(Person::name)
        .filter(name -> people.contains(Labels.personKey(name)))
        .toList();
  }

  private List<Why.Term> shared(Shingles theirs) {
    Set<String> present = new HashSet<>(theirs.words());
    List<Why.Term> shared = new ArrayList<>();
    terms.forEach((term, why) -> {
      if (present.contains(term)) {
        shared.add(why);
      }
    });
    shared.sort(Comparator.comparingDouble(Why.Term::weight).reversed());
    return shared.stream().limit(MOST_TERMS).toList();
  }
}
