package news.cuttings.bench.engines;

/**
 * A story among the hits.
 *
 * @param id the story's
 * @param score comparable within one answer only
 */
public record Ranked(String id, float score) {}
