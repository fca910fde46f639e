package news.cuttings.cluster;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import news.cuttings.people.People;
import news.cuttings.ranking.RankingOptions;
import org.jspecify.annotations.Nullable;

/**
 * How to speak to a cluster, and how to make an index there. Immutable; each method gives a changed
 * copy.
 *
 * <p>Shards and replicas count where the index is made, at its first write; the cluster's own tools
 * change replicas later.
 */
public final class ClusterOptions {
  private final int shards;
  private final int replicas;
  private final Duration patience;
  private final People people;
  private final @Nullable Credentials credentials;
  private final @Nullable SSLContext tls;
  private final @Nullable RankingOptions ranking;
  private final long longestAnswer;

  private ClusterOptions(
      int shards,
      int replicas,
      Duration patience,
      People people,
      @Nullable Credentials credentials,
      @Nullable SSLContext tls,
      @Nullable RankingOptions ranking,
      long longestAnswer) {
    this.shards = shards;
    this.replicas = replicas;
    this.patience = Objects.requireNonNull(patience, "patience");
    this.people = Objects.requireNonNull(people, "people");
    this.credentials = credentials;
    this.tls = tls;
    this.ranking = ranking;
    this.longestAnswer = longestAnswer;
  }

  /** One shard, one replica, a minute's patience, people recognised, nobody's credentials. */
  public static ClusterOptions standard() {
    return new ClusterOptions(
        1, 1, Duration.ofMinutes(1), People.standard(), null, null, null, Answer.limit());
  }

  /** So many shards, at least 1. */
  public ClusterOptions shards(int shards) {
    if (shards < 1) {
      throw new IllegalArgumentException("shards must be >= 1, got " + shards);
    }
    return new ClusterOptions(
        shards, replicas, patience, people, credentials, tls, ranking, longestAnswer);
  }

  /** So many copies of each shard besides the first; with 0 a lost node loses stories. */
  public ClusterOptions replicas(int replicas) {
    if (replicas < 0) {
      throw new IllegalArgumentException("replicas must be >= 0, got " + replicas);
    }
    return new ClusterOptions(
        shards, replicas, patience, people, credentials, tls, ranking, longestAnswer);
  }

  /**
   * How long a request is tried again where nodes are gone or have too much to do, before it is an
   * error. The pauses between double, from a tenth of a second to five.
   */
  public ClusterOptions patience(Duration patience) {
    return new ClusterOptions(
        shards, replicas, patience, people, credentials, tls, ranking, longestAnswer);
  }

  /** Names people in that way. */
  public ClusterOptions people(People people) {
    return new ClusterOptions(
        shards, replicas, patience, people, credentials, tls, ranking, longestAnswer);
  }

  /** Asks with those credentials; only over https, or of this machine. */
  public ClusterOptions credentials(Credentials credentials) {
    Objects.requireNonNull(credentials, "credentials");
    return new ClusterOptions(
        shards, replicas, patience, people, credentials, tls, ranking, longestAnswer);
  }

  /**
   * Trusts what that context trusts; else what the JVM does ({@code javax.net.ssl.trustStore} and
   * the like).
   */
  public ClusterOptions tls(SSLContext tls) {
    Objects.requireNonNull(tls, "tls");
    return new ClusterOptions(
        shards, replicas, patience, people, credentials, tls, ranking, longestAnswer);
  }

  /** Weighs words by those options; an index that is there must have been made with them. */
  public ClusterOptions ranking(RankingOptions ranking) {
    Objects.requireNonNull(ranking, "ranking");
    return new ClusterOptions(
        shards, replicas, patience, people, credentials, tls, ranking, longestAnswer);
  }

  /** Reads so many bytes of an answer. */
  ClusterOptions longestAnswer(long bytes) {
    return new ClusterOptions(shards, replicas, patience, people, credentials, tls, ranking, bytes);
  }

  long longestAnswer() {
    return longestAnswer;
  }

  Optional<RankingOptions> ranking() {
    return Optional.ofNullable(ranking);
  }

  int shards() {
    return shards;
  }

  int replicas() {
    return replicas;
  }

  Duration patience() {
    return patience;
  }

  People people() {
    return people;
  }

  Optional<Credentials> credentials() {
    return Optional.ofNullable(credentials);
  }

  Optional<SSLContext> tls() {
    return Optional.ofNullable(tls);
  }
}
