package news.cuttings.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Reads a node's answer up to so many bytes, and lets go of the line where there are more. Of a
 * refusal, which somebody else's page may be, the beginning is enough.
 */
final class Answer implements HttpResponse.BodySubscriber<String> {
  /** What a node says of why it refuses is shorter. */
  private static final int LONGEST_REFUSAL = 1 << 20;

  /** A story is some 28 MB at most, escaped twice; an eighth of the memory is for an answer. */
  private static final long SHORTEST_LIMIT = 32L << 20;

  private static final long LONGEST_LIMIT = 256L << 20;

  private final CompletableFuture<String> body = new CompletableFuture<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final long limit;
  private final boolean isRefusal;
  private volatile Flow.@Nullable Subscription line;

  /** An answer is longer than is read. */
  static final class TooLong extends IOException {
    private TooLong(long limit) {
      super("an answer of more than " + (limit >> 20) + " MB");
    }
  }

  private Answer(long limit, boolean isRefusal) {
    this.limit = limit;
    this.isRefusal = isRefusal;
  }

  /** Reads what comes with that status and length. */
  static Answer to(HttpResponse.ResponseInfo info, long limit) {
    boolean isRefusal = info.statusCode() >= 300;
    Answer answer = new Answer(isRefusal ? LONGEST_REFUSAL : limit, isRefusal);
    long told = info.headers().firstValueAsLong("Content-Length").orElse(0);
    if (told > answer.limit && !isRefusal) {
      answer.body.completeExceptionally(new TooLong(limit));
    }
    return answer;
  }

  /** So many bytes an answer may have here. */
  static long limit() {
    return Math.clamp(Runtime.getRuntime().maxMemory() / 8, SHORTEST_LIMIT, LONGEST_LIMIT);
  }

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    line = subscription;
    if (body.isDone()) {
      subscription.cancel();
    } else {
      subscription.request(Long.MAX_VALUE);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      long room = limit - bytes.size();
      byte[] part = new byte[(int) Math.min(buffer.remaining(), room)];
      boolean isTooLong = buffer.remaining() > room;
      buffer.get(part);
      bytes.writeBytes(part);
      if (isTooLong) {
        letGo();
        if (isRefusal) {
          onComplete();
        } else {
          body.completeExceptionally(new TooLong(limit));
        }
        return;
      }
    }
  }

  /** Reads no further. */
  void letGo() {
    Flow.Subscription open = line;
    if (open != null) {
      open.cancel();
    }
  }

  @Override
  public void onError(Throwable fault) {
    body.completeExceptionally(fault);
  }

  @Override
  public void onComplete() {
    body.complete(bytes.toString(StandardCharsets.UTF_8));
  }
}
