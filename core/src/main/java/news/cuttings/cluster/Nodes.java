package news.cuttings.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The nodes of a cluster, asked over HTTP. Where one does not answer the next is asked; where all
 * are gone or have too much to do, they are asked again after a pause that doubles, until patience
 * is at its end. Every request may therefore arrive twice, and must do no harm then. Safe for use
 * by many threads.
 */
final class Nodes implements Closeable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** So long a cluster is looked for that has never answered: the address may be wrong. */
  private static final Duration MEETING = Duration.ofSeconds(3);

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofMinutes(2);
  private static final int MOST_TOLD = 500;

  private final List<URI> nodes;
  private final HttpClient client;
  private final @Nullable String authorization;
  private final Duration patience;
  private volatile int current;
  private volatile boolean met;

  /** A request. */
  record Request(String method, String path, @Nullable String body) {
    static Request get(String path) {
      return new Request("GET", path, null);
    }

    static Request post(String path, Object body) {
      return new Request("POST", path, Json.write(body));
    }
  }

  Nodes(ClusterAddress address, ClusterOptions options) {
    nodes = address.nodes();
    patience = options.patience();
    Optional<Credentials> credentials = options.credentials();
    if (credentials.isPresent() && !address.isPrivate()) {
      throw new IllegalArgumentException(
          "credentials are sent over https, or to this machine, only; got " + address);
    }
    authorization = credentials.map(Credentials::header).orElse(null);
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING);
    options.tls().ifPresent(builder::sslContext);
    if (credentials.isPresent() && !address.isEncrypted()) {
      builder.proxy(HttpClient.Builder.NO_PROXY); // what is said to this machine stays on it
    }
    client = builder.build();
  }

  Duration patience() {
    return patience;
  }

  /**
   * Asks, again and again where that may help, and gives the answer.
   *
   * @throws ClusterException where the cluster refuses, or patience ends
   */
  Json ask(Request request) throws IOException {
    Pauses pauses = new Pauses(patience);
    long start = System.nanoTime();
    while (true) {
      try {
        return askOnce(request);
      } catch (ClusterException e) {
        boolean inVain = !met && System.nanoTime() - start >= MEETING.toNanos();
        if (!e.isPassing() || inVain || !pauses.pause()) {
          throw e;
        }
      }
    }
  }

  /**
   * Asks, the next node where one cannot be reached, and gives the answer.
   *
   * @throws ClusterException where no node can be reached, or one refuses
   */
  Json askOnce(Request request) throws IOException {
    ClusterException failure = null;
    for (int i = 0; i < nodes.size(); i++) {
      HttpResponse<String> answer;
      try {
        answer = send(request);
      } catch (IOException e) {
        failure = unreachable(e);
        current = (current + 1) % nodes.size();
        continue;
      }
      if (answer.statusCode() >= 300) {
        throw refusal(answer);
      }
      return read(answer);
    }
    throw failure == null ? new ClusterException("there is no node", 0, "", null) : failure;
  }

  private Json read(HttpResponse<String> answer) throws ClusterException {
    try {
      return Json.read(answer.body());
    } catch (JacksonException e) {
      throw new ClusterException(node() + " does not answer in JSON", 400, "", e);
    }
  }

  private URI node() {
    return nodes.get(current % nodes.size());
  }

  private HttpResponse<String> send(Request request) throws IOException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(node() + request.path())).timeout(longest(request));
    String body = request.body();
    if (body == null) {
      builder.method(request.method(), HttpRequest.BodyPublishers.noBody());
    } else {
      builder.header(
          "Content-Type",
          request.path().contains("_bulk") || request.path().contains("_msearch")
              ? "application/x-ndjson"
              : "application/json");
      builder.method(request.method(), HttpRequest.BodyPublishers.ofString(body));
    }
    if (authorization != null) {
      builder.header("Authorization", authorization);
    }
    try { // an interrupt of the caller's thread ends no request; its mark is kept
      HttpResponse<String> answer =
          client
              .sendAsync(
                  builder.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
              .join();
      met = true;
      return answer;
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw e;
    }
  }

  /**
   * A refresh waits a minute for a shard that has no copy left. It is asked of every node within
   * patience: one that is stuck is passed over, and the shard's loss is told in time.
   */
  private Duration longest(Request request) {
    Duration share = patience.dividedBy(nodes.size());
    return request.path().endsWith("/_refresh") && share.compareTo(ANSWERING) < 0
        ? share
        : ANSWERING;
  }

  private ClusterException unreachable(IOException cause) {
    String why = cause.getMessage();
    return new ClusterException(
        node()
            + " cannot be reached"
            + (why == null ? "" : ": " + why)
            + (met ? "" : "; is the address right, and does the cluster run?"),
        0,
        "",
        cause);
  }

  private ClusterException refusal(HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 401) {
      return new ClusterException(
          node()
              + " wants a name and a password, or other ones; set CUTTINGS_USER and"
              + " CUTTINGS_PASSWORD, or CUTTINGS_CREDENTIALS",
          status,
          "",
          null);
    }
    return refusal(node().toString(), status, error(answer.body()));
  }

  private static Json error(String body) {
    try {
      return Json.read(body).at("error");
    } catch (JacksonException e) {
      return new Json(body.strip()); // a proxy's page
    }
  }

  /** What an answer's error says, in one sentence. */
  static ClusterException refusal(String who, int status, Json error) {
    String type = error.at("type").text();
    String reason = error.at("reason").text();
    Json root = error.at("root_cause");
    if (!root.list().isEmpty()) {
      type = type + " " + root.list().getFirst().at("type").text();
      reason = root.list().getFirst().at("reason").text();
    }
    Json cause = error.at("caused_by", "reason");
    String told = reason.isEmpty() ? error.text() : reason;
    if (cause.isPresent() && !told.contains(cause.text())) {
      told += ": " + cause.text();
    }
    told = told.length() > MOST_TOLD ? told.substring(0, MOST_TOLD) + "…" : told;
    return new ClusterException(who + " answers " + status + ": " + told, status, type, null);
  }

  @Override
  public void close() {
    client.close();
  }

  /** Pauses that double, until patience is at its end. */
  static final class Pauses {
    private final long end;
    private final Duration longest;
    private Duration next = FIRST_PAUSE;

    Pauses(Duration patience) {
      this(patience, LONGEST_PAUSE);
    }

    Pauses(Duration patience, Duration longest) {
      this.longest = longest;
      end = System.nanoTime() + patience.toNanos();
    }

    /** Waits, unless patience is at its end: then false. */
    boolean pause() {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      // Of many that failed together not all come back together.
      double share = 0.5 + ThreadLocalRandom.current().nextDouble() / 2;
      long nanos = Math.min(left, (long) (next.toNanos() * share));
      next = next.multipliedBy(2).compareTo(longest) > 0 ? longest : next.multipliedBy(2);
      sleep(nanos);
      return true;
    }

    /** An interrupt does not shorten it; its mark is kept. */
    private static void sleep(long nanos) {
      long until = System.nanoTime() + nanos;
      boolean interrupted = false;
      for (long left = nanos; left > 0; left = until - System.nanoTime()) {
        try {
          Thread.sleep(Duration.ofNanos(left));
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
