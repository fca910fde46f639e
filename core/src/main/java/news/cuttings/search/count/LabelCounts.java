package news.cuttings.search.count;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/**
 * The values of a label that were met, counted by their numbers in each segment, so that a million
 * of them cost four bytes each and not an object. They are named only when all are gone through.
 */
final class LabelCounts {
  private final List<Part> parts = new ArrayList<>();

  /** A segment's values, and in how many stories each was met. */
  private static final class Part {
    private final SortedSetDocValues values;
    private final int[] stories;

    Part(SortedSetDocValues values, int[] stories) {
      this.values = values;
      this.stories = stories;
    }
  }

  /** Is told of each value once, in order of its bytes. */
  interface Visitor {
    /** The value to come is that of the segment. */
    void at(int part, int ord);

    /** All its segments were told; the bytes are the caller's until it returns. */
    void end(BytesRef value);
  }

  /** Where a segment's values are gone through. */
  private static final class Place {
    private final int part;
    private final int[] stories;
    private final TermsEnum terms;
    private int ord = -1;

    Place(int part, Part of) throws IOException {
      this.part = part;
      stories = of.stories;
      terms = of.values.termsEnum();
    }

    /** Goes to the next value that was met; says whether there is one. */
    boolean next() throws IOException {
      ord++;
      while (ord < stories.length && stories[ord] == 0) {
        ord++;
      }
      if (ord == stories.length) {
        return false;
      }
      terms.seekExact(ord);
      return true;
    }

    BytesRef value() {
      try {
        return terms.term();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Takes a segment; the counts are written into while its stories are visited. */
  void add(SortedSetDocValues values, int[] stories) {
    parts.add(new Part(values, stories));
  }

  void each(Visitor visitor) throws IOException {
    PriorityQueue<Place> places =
        new PriorityQueue<>((a, b) -> {
          int order = a.value().compareTo(b.value());
          return order != 0 ? order : Integer.compare(a.part, b.part);
        });
    for (int i = 0; i < parts.size(); i++) {
      Place place = new Place(i, parts.get(i));
      if (place.next()) {
        places.add(place);
      }
    }
    while (!places.isEmpty()) {
      BytesRef value = BytesRef.deepCopyOf(places.element().value());
      while (!places.isEmpty() && places.element().value().equals(value)) {
        Place place = places.remove();
        visitor.at(place.part, place.ord);
        if (place.next()) {
          places.add(place);
        }
      }
      visitor.end(value);
    }
  }

  /** Tells of the values that begin so: each segment's, one after another. */
  void each(BytesRef prefix, Found found) throws IOException {
    for (Part part : parts) {
      TermsEnum terms = part.values.termsEnum();
      TermsEnum.SeekStatus status = terms.seekCeil(prefix);
      BytesRef value = status == TermsEnum.SeekStatus.END ? null : terms.term();
      while (value != null && StringHelper.startsWith(value, prefix)) {
        int stories = part.stories[Math.toIntExact(terms.ord())];
        if (stories > 0) {
          found.value(value, stories);
        }
        value = terms.next();
      }
    }
  }

  /** Is told of a value and its stories in one segment. */
  interface Found {
    void value(BytesRef value, int stories);
  }

  /** In how many stories the value of that number was met. */
  int stories(int part, int ord) {
    return parts.get(part).stories[ord];
  }
}
