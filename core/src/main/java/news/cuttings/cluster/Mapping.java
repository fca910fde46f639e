package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import news.cuttings.index.CommitData;
import news.cuttings.index.Ranking;
import news.cuttings.index.Schema;
import news.cuttings.ranking.RankingOptions;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.jspecify.annotations.Nullable;

/** The mapping and the settings of the cluster's index, made from {@link Schema}. */
final class Mapping {
  /** Between a term and its weight: no term holds it. */
  static final char WEIGHT = '\u0001';

  /** A place without a word, in phrases. */
  static final String HOLE = "\u0002";

  /** What the labels as written are called: the words have the label's own name. */
  static final String VALUES = "_values";

  /** The analyzer that parts a text at its spaces. */
  static final String SPACES = "spaces";

  /** The setting that says how many hundredths of a segment may be removed and stay in a purge. */
  static final String KEPT_REMOVED = "index.merge.policy.expunge_deletes_allowed";

  /** What of an index says that its stories can be ranked by age. */
  static final String AGES = "cuttings.ages";

  /** What the field of a day is called as one to rank by. */
  static final String AGE = ".age";

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final String PHRASE = "phrase";
  private static final String WEIGHTED = "weighted";

  private Mapping() {}

  /** The request that makes the index. */
  static Map<String, @Nullable Object> index(ClusterOptions options, RankingOptions ranking) {
    return object(
        "settings", settings(options, Ranking.similarity(ranking)), "mappings", mappings(ranking));
  }

  private static Map<String, @Nullable Object> settings(
      ClusterOptions options, BM25Similarity bm25) {
    return object(
        "index.number_of_shards",
        options.shards(),
        "index.number_of_replicas",
        options.replicas(),
        // What was added shows when it is asked for, as in an index of one's own.
        "index.refresh_interval",
        "-1",
        "index.max_regex_length",
        100_000,
        KEPT_REMOVED,
        0,
        "index.similarity.default",
        object("type", "BM25", "k1", bm25.getK1(), "b", bm25.getB()),
        "analysis",
        object(
            "tokenizer",
            object(SPACES, object("type", "whitespace", "max_token_length", 1 << 15)),
            "filter",
            object(
                WEIGHTED,
                object("type", "delimited_term_freq", "delimiter", String.valueOf(WEIGHT)),
                PHRASE,
                object("type", "stop", "stopwords", List.of(HOLE))),
            "analyzer",
            object(SPACES, analyzer(), WEIGHTED, analyzer(WEIGHTED), PHRASE, analyzer(PHRASE))));
  }

  private static Map<String, @Nullable Object> analyzer(String... filters) {
    return object("type", "custom", "tokenizer", SPACES, "filter", List.of(filters));
  }

  private static Map<String, @Nullable Object> mappings(RankingOptions ranking) {
    Map<String, @Nullable Object> fields = object();
    Schema.KINDS.forEach((name, kind) -> {
      if (kind == Schema.Kind.LOCAL) {
        return;
      }
      fields.put(name, field(kind));
      if (kind == Schema.Kind.LABELS) {
        fields.put(name + VALUES, field(Schema.Kind.VALUES));
      }
    });
    return object(
        "dynamic",
        "strict",
        "_source",
        object("includes", List.of(Schema.STORY)),
        "_meta",
        versions(ranking),
        "properties",
        fields);
  }

  /** What the index says of itself. */
  static Map<String, @Nullable Object> versions(RankingOptions ranking) {
    return object(
        CommitData.SCHEMA,
        Schema.VERSION,
        CommitData.ANALYSIS,
        Schema.ANALYSIS,
        CommitData.RANKING,
        ranking.toString(),
        AGES,
        true);
  }

  private static Map<String, @Nullable Object> field(Schema.Kind kind) {
    return switch (kind) {
      case KEY -> object("type", "keyword", "use_similarity", true);
      case TERM -> object("type", "keyword", "use_similarity", true, "doc_values", false);
      case SPELLINGS -> object("type", "keyword");
      case VALUES -> object("type", "keyword", "index", false);
      case WEIGHTED ->
          object(
              "type",
              "text",
              "analyzer",
              WEIGHTED,
              "search_analyzer",
              SPACES,
              "index_options",
              "freqs");
      case TEXT -> words(true);
      case WORDS, LABELS -> words(false);
      case POINT -> object("type", "long", "fields", object(AGE.substring(1), age()));
      case NUMBER -> object("type", "long", "index", false);
      case STORED -> object("type", "object", "enabled", false);
      case LOCAL -> throw new IllegalArgumentException("a field that is not sent");
    };
  }

  /**
   * The day once more, as the cluster must have it to rank by its distance: it does so for moments
   * alone, so that a day is taken for a millisecond.
   */
  private static Map<String, @Nullable Object> age() {
    return object("type", "date", "format", "epoch_millis||strict_date_time");
  }

  /**
   * A day as that field is asked for it: as a moment, for of a number below 0 the cluster takes the
   * next.
   */
  static String moment(long day) {
    return MOMENT.format(Instant.ofEpochMilli(day));
  }

  /** What an index of an earlier release lacks; its stories have it when they are filed again. */
  static Map<String, @Nullable Object> additions() {
    return object(
        "properties",
        object(
            Schema.DATE,
            field(Objects.requireNonNull(Schema.KINDS.get(Schema.DATE))),
            Schema.WRITTEN,
            field(Objects.requireNonNull(Schema.KINDS.get(Schema.WRITTEN)))));
  }

  private static Map<String, @Nullable Object> words(boolean norms) {
    return object(
        "type",
        "text",
        "analyzer",
        SPACES,
        "search_analyzer",
        PHRASE,
        "norms",
        norms,
        "position_increment_gap",
        Schema.SENTENCE_GAP);
  }

  /**
   * The options of ranking that an index says it was made with.
   *
   * @throws IllegalArgumentException where this release does not know them
   */
  static RankingOptions ranking(Json meta) {
    return RankingOptions.parse(meta.at(CommitData.RANKING).text());
  }

  /**
   * What is wrong with an index that says this of itself, as a sentence; empty where all is well.
   * The same is wrong with it as would be in a folder.
   *
   * @param otherAnalysis whether words of another analysis are no fault: they will not be asked for
   */
  static Optional<String> fault(Json meta, boolean otherAnalysis) {
    if (!meta.at(CommitData.SCHEMA).isPresent()) {
      return Optional.of("was not made by Cuttings; name another index");
    }
    if (version(meta.at(CommitData.SCHEMA)) > Schema.VERSION) {
      return Optional.of(
          "was written by a newer release; read it with that one, or export it there and index the"
              + " export here");
    }
    try {
      ranking(meta);
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "was written by a newer release (" + e.getMessage() + "); read it with that one");
    }
    int analysis = version(meta.at(CommitData.ANALYSIS));
    boolean isOlder =
        version(meta.at(CommitData.SCHEMA)) < Schema.VERSION || analysis < Schema.ANALYSIS;
    if (otherAnalysis || (!isOlder && analysis == Schema.ANALYSIS)) {
      return Optional.empty();
    }
    String mend = "ClusterIndex.connectForRebuilding and rebuild() mend it";
    return Optional.of(
        isOlder
            ? "was filed by an older release; " + mend
            : "has words of a newer release's analysis; search it with that one, or " + mend);
  }

  /** A version as it is told; one that cannot be read is newer than all, one not told is none. */
  private static int version(Json told) {
    try {
      return told.isPresent() ? Integer.parseInt(told.text()) : 0;
    } catch (NumberFormatException e) {
      return Integer.MAX_VALUE;
    }
  }
}
