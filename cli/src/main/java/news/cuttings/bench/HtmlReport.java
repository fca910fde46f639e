package news.cuttings.bench;

/** The results as one self-contained page. */
public final class HtmlReport {
  private HtmlReport() {}

  /** The page. */
  public static String of(Tree results) {
    return results.json();
  }
}
