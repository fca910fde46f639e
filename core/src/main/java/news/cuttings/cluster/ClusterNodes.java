package news.cuttings.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * The nodes of a cluster, asked over HTTP. Where one does not answer the next is asked; where all
 * are gone or have too much to do, they are asked again after a pause that doubles, until patience
 * is at its end. Every request may therefore arrive twice, and must do no harm then. Safe for use
 * by many threads.
 */
final class ClusterNodes implements Closeable {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** So long a cluster is looked for that has never answered: the address may be wrong. */
  private static final Duration MEETING = Duration.ofSeconds(3);

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofMinutes(2);

  /** As many times longer than until its beginning may an answer take until its end. */
  private static final int READING = 5;

  private static final int MOST_TOLD = 500;

  /** The name of the error of an answer that is longer than is read. */
  static final String TOO_LONG = "answer_too_long";

  private final List<URI> nodes;
  private final HttpClient client;
  private final @Nullable String authorization;
  private final Duration patience;
  private final long longestAnswer;
  private volatile int current;
  private volatile boolean met;

  /**
   * A request.
   *
   * @param needs what the answer must have: one without it is of something else than OpenSearch,
   *     and would be read as nothing
   * @param size how many the first of those must hold; -1 where it may be any number
   * @param time how long the answer is waited for; null where there is nothing particular
   */
  record Request(
      String method,
      String path,
      @Nullable String body,
      List<String> needs,
      int size,
      @Nullable Duration time) {
    /** Copies the list. */
    Request {
      needs = List.copyOf(needs);
    }

    Request(String method, String path, @Nullable String body, String... needs) {
      this(method, path, body, List.of(needs), -1, null);
    }

    /** This request, about so many things, each of which has its answer. */
    Request ofMany(int things) {
      return new Request(method, path, body, needs, things, time);
    }

    /** This request, whose answer is waited for so long and no longer. */
    Request within(Duration longest) {
      return new Request(method, path, body, needs, size, longest);
    }

    static Request get(String path, String... needs) {
      return new Request("GET", path, null, needs);
    }

    static Request post(String path, Object body, String... needs) {
      return new Request("POST", path, Json.write(body), needs);
    }
  }

  ClusterNodes(ClusterAddress address, ClusterOptions options) {
    longestAnswer = options.longestAnswer();
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
    return ask(request, Deadline.none());
  }

  /**
   * Asks, again and again until then at most, and gives the answer.
   *
   * @throws Deadline.TimeOver where the cluster is at work and has not answered in time
   */
  Json ask(Request request, Deadline deadline) throws IOException {
    Pauses pauses = new Pauses(patience, deadline);
    long start = System.nanoTime();
    while (true) {
      try {
        return askOnce(request, deadline);
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
    return askOnce(request, Deadline.none());
  }

  /**
   * Asks each node once, until then at most, and gives the first answer.
   *
   * @throws Deadline.TimeOver where a node is at work and has not answered in time
   */
  Json askOnce(Request request, Deadline deadline) throws IOException {
    ClusterException failure = null;
    for (int i = 0; i < nodes.size(); i++) {
      if (failure != null && deadline.isOver()) {
        break;
      }
      deadline.check();
      URI node = nodes.get(current % nodes.size());
      HttpResponse<String> answer;
      try {
        answer = send(node, request, deadline);
      } catch (Answer.TooLong e) {
        throw new ClusterException(
            node + " gives " + e.getMessage() + "; ask for less", 400, TOO_LONG, e);
      } catch (IOException e) {
        current = (current + 1) % nodes.size();
        if (deadline.isOver() && isSlow(e)) {
          throw deadline.over(e);
        }
        failure = unreachable(node, e);
        continue;
      }
      if (answer.statusCode() >= 300) {
        throw refusal(node, answer);
      }
      return read(node, request, answer.body());
    }
    throw failure == null ? new ClusterException("there is no node", 0, "", null) : failure;
  }

  /** Whether the node was reached, and only its answer has not come. */
  private static boolean isSlow(IOException e) {
    boolean isTimeout =
        e instanceof HttpTimeoutException || e.getCause() instanceof TimeoutException;
    return isTimeout && !(e instanceof HttpConnectTimeoutException);
  }

  private static Json read(URI node, Request request, String body) throws ClusterException {
    if (body.isBlank()) {
      throw noAnswer(node, "gives an empty answer", null);
    }
    Json answer;
    try {
      answer = Json.read(body);
    } catch (StreamConstraintsException e) {
      throw noAnswer(node, "answers beyond bounds (" + e.getOriginalMessage() + ")", e);
    } catch (JacksonException e) {
      throw noAnswer(node, "does not answer in JSON", e);
    }
    for (String name : request.needs()) {
      if (!answer.at(name).isPresent()) {
        throw noAnswer(node, "gives an answer without \"" + name + "\"", null);
      }
    }
    if (request.size() >= 0) {
      int told = answer.at(request.needs().getFirst()).list().size();
      if (told != request.size()) {
        throw noAnswer(node, "answers " + told + " of " + request.size() + " things asked", null);
      }
    }
    return answer;
  }

  private static ClusterException noAnswer(URI node, String how, @Nullable Exception cause) {
    return new ClusterException(
        node + " " + how + "; is it OpenSearch that is asked, and no proxy between?",
        400,
        "",
        cause);
  }

  /** Has the next node told, and waits for no answer. */
  void tell(Request request) {
    URI node = nodes.get(current % nodes.size());
    CompletableFuture<HttpResponse<Void>> told =
        client.sendAsync(built(node, request, longest(request)), BodyHandlers.discarding());
    told.exceptionally(absent -> null);
  }

  private HttpResponse<String> send(URI node, Request request, Deadline deadline)
      throws IOException {
    Duration begun = longest(request);
    Duration ended = request.time() == null ? begun.multipliedBy(READING) : begun;
    // The client's own wait is over first, and knows whether it was for the line or the answer.
    Duration end = deadline.waiting(ended).plusMillis(50);
    return wait(built(node, request, deadline.waiting(begun)), end);
  }

  private HttpRequest built(URI node, Request request, Duration longest) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(node + request.path())).timeout(longest);
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
    return builder.build();
  }

  /** An interrupt of the caller's thread ends no request; its mark is kept. */
  private HttpResponse<String> wait(HttpRequest request, Duration longest) throws IOException {
    AtomicReference<@Nullable Answer> answering = new AtomicReference<>();
    BodyHandler<String> reading =
        info -> {
          Answer answer = Answer.to(info, longestAnswer);
          answering.set(answer);
          return answer;
        };
    try {
      HttpResponse<String> answer =
          client
              .sendAsync(request, reading)
              .orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS)
              .join();
      met = true;
      return answer;
    } catch (CompletionException e) {
      Answer begun = answering.get();
      if (begun != null) {
        begun.letGo();
      }
      throw asIo(e);
    }
  }

  private static IOException asIo(CompletionException e) {
    for (Throwable at = e.getCause(); at != null; at = at.getCause()) {
      if (at instanceof Answer.TooLong tooLong) {
        return tooLong;
      }
    }
    return switch (e.getCause()) {
      case IOException io -> io;
      case TimeoutException slow -> new IOException("its answer comes to no end", slow);
      case null, default -> throw e;
    };
  }

  /**
   * A refresh waits a minute for a shard that has no copy left. It is asked of every node within
   * patience: one that is stuck is passed over, and the shard's loss is told in time.
   */
  private Duration longest(Request request) {
    Duration own = request.time();
    if (own != null) {
      return own;
    }
    Duration share = patience.dividedBy(nodes.size());
    return request.path().endsWith("/_refresh") && share.compareTo(ANSWERING) < 0
        ? share
        : ANSWERING;
  }

  private ClusterException unreachable(URI node, IOException cause) {
    String why = cause.getMessage();
    return new ClusterException(
        node
            + " cannot be reached"
            + (why == null ? "" : ": " + why)
            + (met ? "" : "; is the address right, and does the cluster run?"),
        0,
        "",
        cause);
  }

  private static ClusterException refusal(URI node, HttpResponse<String> answer) {
    int status = answer.statusCode();
    if (status == 401) {
      return new ClusterException(
          node
              + " wants a name and a password, or other ones; set CUTTINGS_USER and"
              + " CUTTINGS_PASSWORD, or CUTTINGS_CREDENTIALS",
          status,
          "",
          null);
    }
    return refusal(node.toString(), status, error(answer.body()));
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
    private final Deadline deadline;
    private Duration next = FIRST_PAUSE;

    Pauses(Duration patience) {
      this(patience, LONGEST_PAUSE);
    }

    Pauses(Duration patience, Duration longest) {
      this(patience, longest, Deadline.none());
    }

    /** For a question: what went wrong is told when its time is over, and not tried again. */
    Pauses(Duration patience, Deadline deadline) {
      this(deadline.left(patience), LONGEST_PAUSE, deadline);
    }

    private Pauses(Duration patience, Duration longest, Deadline deadline) {
      this.longest = longest;
      this.deadline = deadline;
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
      return !deadline.isOver();
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
