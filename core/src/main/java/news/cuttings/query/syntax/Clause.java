package news.cuttings.query.syntax;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A query as a tree of values: what a text was read as, and what the index, the sentence that tells
 * how it was read, and a cluster's request are made from.
 */
public sealed interface Clause {

  /** Every story. */
  record Everything() implements Clause {}

  /**
   * A word as typed. Where it holds several ({@code foul-mouthed}) they are ranked together like
   * words side by side.
   *
   * @param field a text field, or a label
   * @param text the word, not analysed
   */
  record Word(Field field, String text) implements Clause {
    /** Checks for absence. */
    public Word {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * Words next to each other, in order; or near one another, in any.
   *
   * @param field a text field, or a label
   * @param text the words, not analysed
   * @param slop how many other words may be among them, then in any order; 0 for an exact phrase
   * @param isBegun whether the last of the words only begins so
   */
  record Phrase(Field field, String text, int slop, boolean isBegun) implements Clause {
    /** A phrase of whole words. */
    public Phrase(Field field, String text, int slop) {
      this(field, text, slop, false);
    }

    /** Checks the slop. */
    public Phrase {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(text, "text");
      if (slop < 0) {
        throw new IllegalArgumentException("slop must be >= 0, got " + slop);
      }
    }
  }

  /** Words that begin so. */
  record Prefix(Field field, String text) implements Clause {
    /** Checks for absence. */
    public Prefix {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(text, "text");
    }
  }

  /**
   * Words spelt nearly so.
   *
   * @param edits at most so many letters added, dropped, changed or swapped: 1 or 2
   */
  record Fuzzy(Field field, String text, int edits) implements Clause {
    /** Checks the edits. */
    public Fuzzy {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(text, "text");
      if (edits < 1 || edits > 2) {
        throw new IllegalArgumentException("edits must be 1 or 2, got " + edits);
      }
    }
  }

  /**
   * Stories of those days, both ends included.
   *
   * @param from the first day; null for no first
   * @param to the last day; null for no last
   */
  record Days(@Nullable LocalDate from, @Nullable LocalDate to) implements Clause {
    /** Whether no day can be between the ends. */
    public boolean isEmpty() {
      return from != null && to != null && from.isAfter(to);
    }

    /** The days of both. */
    public Days and(Days other) {
      LocalDate latest = from;
      if (from == null || (other.from != null && other.from.isAfter(from))) {
        latest = other.from;
      }
      LocalDate earliest = to;
      if (to == null || (other.to != null && other.to.isBefore(to))) {
        earliest = other.to;
      }
      return new Days(latest, earliest);
    }
  }

  /** Stories without a date. */
  record Undated() implements Clause {}

  /** A clause that counts so many times as much. */
  record Weighted(Clause clause, float weight) implements Clause {
    /** Checks the weight. */
    public Weighted {
      Objects.requireNonNull(clause, "clause");
      if (!(weight >= 0) || Float.isInfinite(weight)) {
        throw new IllegalArgumentException("weight must be >= 0 and finite, got " + weight);
      }
    }
  }

  /** Clauses together. */
  record Group(List<Part> parts) implements Clause {
    /** Copies the parts. */
    public Group {
      Objects.requireNonNull(parts, "parts");
      parts = List.copyOf(parts);
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
      return parts.isEmpty();
    }

    /** Whether it asks for every story, and for nothing else. */
    public boolean isEverything() {
      return parts.size() == 1
          && parts.getFirst().occur() != Occur.NOT
          && parts.getFirst().clause() instanceof Everything;
    }

    /** Whether stories are ranked by it: without words it only filters. */
    public boolean ranks() {
      for (Part part : parts) {
        boolean wanted = part.occur() == Occur.MAY || part.occur() == Occur.MUST;
        if (wanted && !(part.clause() instanceof Everything)) {
          return true;
        }
      }
      return false;
    }
  }

  /** A clause of a group, and what it is to the group. */
  record Part(Occur occur, Clause clause) {
    /** Checks for absence. */
    public Part {
      Objects.requireNonNull(occur, "occur");
      Objects.requireNonNull(clause, "clause");
    }
  }

  /** What a clause is to its group. */
  enum Occur {
    /** Raises the story's score; of a group without required clauses at least one must match. */
    MAY,
    /** Must match, and raises the score. */
    MUST,
    /** Must match; no score. */
    FILTER,
    /** Must not match. */
    NOT
  }

  /** A group of no clauses. */
  static Group none() {
    return new Group(List.of());
  }
}
