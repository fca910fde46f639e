package news.cuttings.query;

/** Tells a query in words. */
final class Interpretation {
  private Interpretation() {}

  static String of(StoryQuery query) {
    return query.clauses().toString();
  }
}
