package news.cuttings;

/**
 * A copy of an index that was taken.
 *
 * @param stories stories in it
 * @param bytes its size
 * @param copied of these the bytes that were written; the rest was there from an earlier snapshot
 */
public record Snapshot(long stories, long bytes, long copied) {}
