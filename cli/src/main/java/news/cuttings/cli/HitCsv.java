package news.cuttings.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import news.cuttings.query.Hit;
import org.jspecify.annotations.Nullable;

/** Writes hits as rows of CSV. */
final class HitCsv {
  /** The names of the columns. */
  static final List<String> NAMES =
      List.of("qid", "rank", "score", "id", "date", "source", "headline", "people", "snippet");

  private HitCsv() {}

  /**
   * A hit as a row.
   *
   * @param qid the id of the query in a batch; null outside one
   */
  static String of(Hit hit, @Nullable String qid) {
    return Csv.row(
        List.of(
            qid == null ? "" : qid,
            Integer.toString(hit.rank()),
            String.format(Locale.ROOT, "%.4f", hit.score()),
            hit.id(),
            hit.date().map(LocalDate::toString).orElse(""),
            hit.source().orElse(""),
            hit.headline().orElse(""),
            String.join("; ", hit.people()),
            hit.snippet().text()));
  }
}
