package news.cuttings.cluster;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A node that answers what a test wants it to. */
public final class FakeNode implements Closeable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** Answers a request; whatever it does not send is sent by nobody, and the line is cut. */
  public interface Answering {
    void to(HttpExchange exchange, String path) throws IOException;
  }

  /** Answers a request by its body too. */
  interface Reading {
    void to(HttpExchange exchange, String path, String body) throws IOException;
  }

  public FakeNode(Answering answering) throws IOException {
    this((exchange, path, body) -> answering.to(exchange, path));
  }

  FakeNode(Reading answering) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String body =
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            asked.add(path);
            answering.to(exchange, path, body);
          }
        });
    server.setExecutor(threads);
    server.start();
  }

  /** Answers with a text. */
  public static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** What it was asked, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  /** An index's address there. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/guardian");
  }

  /** The node as it is asked. */
  ClusterNodes nodes(ClusterOptions options) {
    return new ClusterNodes(ClusterAddress.of(address()), options);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
