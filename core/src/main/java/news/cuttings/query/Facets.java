package news.cuttings.query;

import java.util.List;

/**
 * What the matching stories have most often, each list the most frequent first.
 *
 * @param people whom they name
 * @param sources their publications
 * @param sections their sections
 * @param months their months, {@code 2023-12}, in order of time
 */
public record Facets(
    List<Facet> people, List<Facet> sources, List<Facet> sections, List<Facet> months) {
  /** Where nobody asked. */
  public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public Facets {
    people = List.copyOf(people);
    sources = List.copyOf(sources);
    sections = List.copyOf(sections);
    months = List.copyOf(months);
  }
}
