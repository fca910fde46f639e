package news.cuttings.query;

import java.util.List;
import java.util.Objects;

/**
 * What the matching stories have most often, each list the most frequent first.
 *
 * @param people whom they name
 * @param sources their publications
 * @param sections their sections
 * @param months their months, {@code 2023-12}, in order of time
 * @param stories how many stories they are
 * @param words which of the query's words these have: all, where any story has all of them, though
 *     hits in order of relevance may have any
 */
public record Facets(
    List<Facet> people,
    List<Facet> sources,
    List<Facet> sections,
    List<Facet> months,
    long stories,
    Words words) {
  /** Where nobody asked. */
  public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

  /** Facets whose stories were not counted. */
  public Facets(List<Facet> people, List<Facet> sources, List<Facet> sections, List<Facet> months) {
    this(people, sources, sections, months, 0, Words.SAME);
  }

  /** Copies the lists. */
  public Facets {
    Objects.requireNonNull(people, "people");
    Objects.requireNonNull(sources, "sources");
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(months, "months");
    Objects.requireNonNull(words, "words");
    people = List.copyOf(people);
    sources = List.copyOf(sources);
    sections = List.copyOf(sections);
    months = List.copyOf(months);
  }

  /** Gives these facets as those of so many stories. */
  public Facets of(long counted, Words words) {
    return new Facets(people, sources, sections, months, counted, words);
  }
}
