package news.cuttings.bench.corpora;

import java.util.Objects;

/**
 * A question that a set of judgments is about.
 *
 * @param id its key in judgments and runs
 * @param text what a person would type; for more like this, the id of the story
 */
public record Topic(String id, String text) {
  /** Wants both. */
  public Topic {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(text, "text");
  }
}
