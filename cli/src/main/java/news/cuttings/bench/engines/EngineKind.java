package news.cuttings.bench.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import news.cuttings.ranking.RankingOptions;
import org.jspecify.annotations.Nullable;

/** The engines that come with the harness. */
public enum EngineKind {
  /** The library, people recognised in the text. */
  CUTTINGS("cuttings"),
  /** The library, with the people that the source gave. */
  CUTTINGS_GIVEN("cuttings-people-given"),
  /** The library, without people. */
  CUTTINGS_OFF("cuttings-people-off"),
  /** Lucene by hand, headline and body apart. */
  LUCENE_TWO_FIELDS(Baseline.TWO_FIELDS),
  /** Lucene by hand, headline and body in one field. */
  LUCENE_ONE_FIELD(Baseline.ONE_FIELD),
  /** Lucene by hand, one field, the headline in doc values too, for pages of hits. */
  LUCENE_DOC_VALUES(Baseline.DOC_VALUES),
  /** One field as search-benchmark-game sets it: StandardAnalyzer, BM25(0.9, 0.4). */
  LUCENE_GAME(Baseline.GAME);

  private final String label;

  EngineKind(String label) {
    this.label = label;
  }

  /** The name in reports and on the command line. */
  public String label() {
    return label;
  }

  /** The engine of that name; empty where there is none. */
  public static Optional<EngineKind> of(String label) {
    for (EngineKind kind : values()) {
      if (kind.label.equalsIgnoreCase(label)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** The names of all, parted by commas. */
  public static String labels() {
    return Stream.of(values()).map(EngineKind::label).collect(Collectors.joining(", "));
  }

  /** Whether it is the library, which can be told how to weigh words. */
  public boolean takesOptions() {
    return switch (this) {
      case CUTTINGS, CUTTINGS_GIVEN, CUTTINGS_OFF -> true;
      case LUCENE_TWO_FIELDS, LUCENE_ONE_FIELD, LUCENE_DOC_VALUES, LUCENE_GAME -> false;
    };
  }

  /**
   * Opens it on an index in that folder, which exists, weighing words by those options where it
   * takes any; the caller closes it.
   */
  public Engine open(Path folder, @Nullable RankingOptions options) throws IOException {
    return switch (this) {
      case CUTTINGS, CUTTINGS_GIVEN, CUTTINGS_OFF -> CuttingsEngine.open(this, folder, options);
      case LUCENE_TWO_FIELDS -> Baseline.twoFields(folder);
      case LUCENE_ONE_FIELD -> Baseline.oneField(folder);
      case LUCENE_DOC_VALUES -> Baseline.docValues(folder);
      case LUCENE_GAME -> Baseline.game(folder);
    };
  }

  /** Opens it on an index in that folder, which exists; the caller closes it. */
  public Engine open(Path folder) throws IOException {
    return open(folder, null);
  }
}
