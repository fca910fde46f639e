package news.cuttings.search.count;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.index.Schema;
import news.cuttings.query.Facet;
import news.cuttings.query.Facets;
import org.apache.lucene.index.LeafReaderContext;

/** Counts for all facets in one pass. */
public final class FacetTally implements Matching.Segments {
  private final PeopleTally people = new PeopleTally();
  private final LabelTally sources = new LabelTally(Schema.SOURCE);
  private final LabelTally sections = new LabelTally(Schema.SECTION);
  private final DateTally dates = new DateTally();

  @Override
  public Matching.Segment begin(LeafReaderContext leaf) throws IOException {
    List<Matching.Segment> segments = new ArrayList<>();
    for (Matching.Segments tally : List.of(people, sources, sections, dates)) {
      segments.add(tally.begin(leaf));
    }
    return doc -> {
      for (Matching.Segment segment : segments) {
        segment.story(doc);
      }
    };
  }

  /** At most so many values of each facet; every month that has a story. */
  public Facets facets(int limit) throws IOException {
    return new Facets(
        people.top(limit).stream()
            .map(person -> new Facet(person.name(), person.stories()))
            .toList(),
        sources.top(limit),
        sections.top(limit),
        dates.counts().months());
  }
}
