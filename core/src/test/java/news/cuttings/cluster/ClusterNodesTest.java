package news.cuttings.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client does when nodes are slow, gone, or want to know who asks. */
class ClusterNodesTest {
  private static final String SECRET = "s3cret-password";

  @TempDir private Path folder;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> authorized = new CopyOnWriteArrayList<>();

  /** Answers with each status in turn, then with the last. */
  private void serve(HttpServer server, int... statuses) {
    AtomicInteger next = new AtomicInteger();
    server.createContext("/", exchange -> answer(exchange, next.getAndIncrement(), statuses));
    server.start();
  }

  private void answer(HttpExchange exchange, int number, int... statuses) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      authorized.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
      exchange.getRequestBody().readAllBytes();
      int status = statuses[Math.min(number, statuses.length - 1)];
      String body =
          status == 200
              ? "{\"ok\":true}"
              : "{\"error\":{\"type\":\"some_exception\",\"reason\":\"for a reason\"}}";
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static URI address(String scheme, int... ports) {
    StringBuilder nodes = new StringBuilder();
    for (int port : ports) {
      nodes.append(nodes.isEmpty() ? "" : ",").append("localhost:").append(port);
    }
    return URI.create(scheme + "://" + nodes + "/guardian");
  }

  private static ClusterNodes nodes(URI address, ClusterOptions options) {
    return new ClusterNodes(ClusterAddress.of(address), options);
  }

  private static ClusterOptions patient(Duration patience) {
    return ClusterOptions.standard().patience(patience);
  }

  @Test
  void whatPassesIsTriedAgain() throws IOException {
    HttpServer server = HttpServer.create(anyPort(), 0);
    serve(server, 429, 503, 502, 200);
    URI address = address("http", server.getAddress().getPort());
    try (ClusterNodes nodes = nodes(address, patient(Duration.ofSeconds(20)))) {
      assertThat(nodes.ask(ClusterNodes.Request.get("/x")).at("ok").isTrue()).isTrue();
      assertThat(asked).hasSize(4);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void patienceEnds() throws IOException {
    HttpServer server = HttpServer.create(anyPort(), 0);
    serve(server, 503);
    URI address = address("http", server.getAddress().getPort());
    try (ClusterNodes nodes = nodes(address, patient(Duration.ofMillis(400)))) {
      assertThatThrownBy(() -> nodes.ask(ClusterNodes.Request.get("/x")))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("503")
          .hasMessageContaining("for a reason");
      assertThat(asked).hasSizeBetween(2, 10);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whatIsRefusedIsNotTriedAgain() throws IOException {
    HttpServer server = HttpServer.create(anyPort(), 0);
    serve(server, 400, 200);
    URI address = address("http", server.getAddress().getPort());
    try (ClusterNodes nodes = nodes(address, patient(Duration.ofSeconds(20)))) {
      assertThatThrownBy(() -> nodes.ask(ClusterNodes.Request.get("/x")))
          .isInstanceOf(ClusterException.class)
          .hasMessageContaining("for a reason");
      assertThat(asked).hasSize(1);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theNextNodeIsAskedWhereOneIsGone() throws IOException {
    int gone;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      gone = socket.getLocalPort();
    }
    HttpServer server = HttpServer.create(anyPort(), 0);
    serve(server, 200);
    URI address = address("http", gone, server.getAddress().getPort());
    try (ClusterNodes nodes = nodes(address, patient(Duration.ZERO))) {
      assertThat(nodes.ask(ClusterNodes.Request.get("/x")).at("ok").isTrue()).isTrue();
      assertThat(nodes.ask(ClusterNodes.Request.get("/y")).at("ok").isTrue()).isTrue();
    } finally {
      server.stop(0);
    }
  }

  @Test
  void whoAsksIsToldToTheNodeAndToNobodyElse() throws IOException {
    HttpServer server = HttpServer.create(anyPort(), 0);
    serve(server, 200, 401);
    URI address = address("http", server.getAddress().getPort());
    Credentials credentials = Credentials.of("reporter", SECRET);
    ClusterOptions options = patient(Duration.ZERO).credentials(credentials);
    try (ClusterNodes nodes = nodes(address, options)) {
      nodes.ask(ClusterNodes.Request.get("/x"));
      assertThat(authorized).containsExactly("Basic cmVwb3J0ZXI6czNjcmV0LXBhc3N3b3Jk");
      assertThatThrownBy(() -> nodes.ask(ClusterNodes.Request.get("/x")))
          .hasMessageContaining("CUTTINGS_USER")
          .hasMessageNotContaining(SECRET)
          .hasMessageNotContaining("reporter");
    } finally {
      server.stop(0);
    }
    assertThat(credentials.toString()).doesNotContain(SECRET, "reporter");
  }

  @Test
  void aPasswordGoesNowhereInTheClear() {
    ClusterOptions options =
        ClusterOptions.standard().credentials(Credentials.of("reporter", SECRET));
    ClusterAddress far = ClusterAddress.of(URI.create("http://archive.example:9200/guardian"));
    assertThatThrownBy(() -> new ClusterNodes(far, options))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https")
        .hasMessageNotContaining(SECRET);
    assertThatThrownBy(() ->
            ClusterAddress.of(URI.create("https://reporter:" + SECRET + "@archive:9200/guardian")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CUTTINGS_PASSWORD")
        .hasMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.evil.example",
        "127.0.0.1.evil.example",
        "127-0-0-1.example",
        "localhost.evil.example",
        "notlocalhost",
        "128.0.0.1",
        "0.0.0.0",
        "10.127.0.1",
        "[::2]",
        "[::]",
        "[fe80::1]",
        "[1::1]",
        "[::ffff:10.0.0.1]",
        "[2001:db8::127.0.0.1]"
      })
  void whatOnlyLooksLikeThisMachineGetsNoPassword(String host) {
    assertThat(isHere(host)).isFalse();
    assertThatThrownBy(() -> asking(host))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost",
        "127.0.0.1",
        "127.1.2.3",
        "127.255.255.254",
        "[::1]",
        "[0:0:0:0:0:0:0:1]",
        "[0000:0000::0001]",
        "[::ffff:127.0.0.1]",
        "[::FFFF:7f00:1]"
      })
  void thisMachineIsNamedByItsAddressesToo(String host) throws IOException {
    assertThat(isHere(host)).isTrue();
    asking(host).close();
  }

  @Test
  void ofSeveralNodesEachMustBeHere() {
    assertThat(isHere("localhost:9200,127.evil.example")).isFalse();
    assertThat(isHere("localhost:9200,127.0.0.1:9201")).isTrue();
  }

  private static boolean isHere(String hosts) {
    return ClusterAddress.of(URI.create("http://" + hosts + "/guardian")).isPrivate();
  }

  private static ClusterNodes asking(String host) {
    return nodes(
        URI.create("http://" + host + "/guardian"),
        ClusterOptions.standard().credentials(Credentials.of("reporter", SECRET)));
  }

  @Test
  void aPasswordForThisMachineGoesThroughNoProxy() throws IOException {
    HttpServer proxy = HttpServer.create(anyPort(), 0);
    serve(proxy, 200);
    ProxySelector before = ProxySelector.getDefault();
    ProxySelector.setDefault(ProxySelector.of(proxy.getAddress()));
    int nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = socket.getLocalPort();
    }
    ClusterOptions options = patient(Duration.ZERO).credentials(Credentials.of("reporter", SECRET));
    try (ClusterNodes nodes = nodes(address("http", nobody), options)) {
      assertThatThrownBy(() -> nodes.ask(ClusterNodes.Request.get("/x")))
          .isInstanceOf(ClusterException.class);
      assertThat(authorized).isEmpty();
    } finally {
      ProxySelector.setDefault(before);
      proxy.stop(0);
    }
  }

  @Test
  void credentialsComeFromTheEnvironmentOrAFile() throws IOException {
    Path file = folder.resolve("who");
    Files.writeString(file, "reporter\n" + SECRET + "\n");
    String header = Credentials.of("reporter", SECRET).header();
    Map<String, String> named = Map.of("CUTTINGS_USER", "reporter", "CUTTINGS_PASSWORD", SECRET);
    assertThat(from(named).map(Credentials::header)).contains(header);
    assertThat(from(Map.of("CUTTINGS_CREDENTIALS", file.toString())).map(Credentials::header))
        .contains(header);
    assertThat(from(Map.of())).isEmpty();
    Files.writeString(file, "only one line " + SECRET);
    assertThatThrownBy(() -> from(Map.of("CUTTINGS_CREDENTIALS", file.toString())))
        .hasMessageContaining("second")
        .hasMessageNotContaining(SECRET);
  }

  private static Optional<Credentials> from(Map<String, String> environment) throws IOException {
    return Credentials.from(name -> Optional.ofNullable(environment.get(name)));
  }

  @Test
  void overTlsOnlyWhoIsTrustedIsAsked() throws Exception {
    SSLContext server = tls();
    HttpsServer https = HttpsServer.create(anyPort(), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(server));
    serve(https, 200);
    URI address = address("https", https.getAddress().getPort());
    try {
      try (ClusterNodes nodes = nodes(address, patient(Duration.ofSeconds(5)).tls(server))) {
        assertThat(nodes.ask(ClusterNodes.Request.get("/x")).at("ok").isTrue()).isTrue();
      }
      try (ClusterNodes nodes = nodes(address, patient(Duration.ZERO))) {
        assertThatThrownBy(() -> nodes.ask(ClusterNodes.Request.get("/x")))
            .isInstanceOf(ClusterException.class)
            .hasMessageContaining("cannot be reached");
      }
    } finally {
      https.stop(0);
    }
  }

  /** A context of a certificate made for the purpose, which it trusts itself. */
  private SSLContext tls() throws IOException, GeneralSecurityException, InterruptedException {
    Path store = folder.resolve("keys");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "node",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    char[] password = "changeit".toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, password);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  @Test
  void anAddressIsOfNodesAndAName() {
    ClusterAddress two =
        ClusterAddress.of(URI.create("https://one.example,two.example:9201/guardian-2023/"));
    assertThat(two.nodes())
        .containsExactly(
            URI.create("https://one.example:9200"), URI.create("https://two.example:9201"));
    assertThat(two.index()).isEqualTo("guardian-2023");
    for (String none :
        List.of(
            "http://localhost:9200",
            "http://localhost/a/b",
            "ftp://localhost/a",
            "http://localhost/_all",
            "http://localhost/Capital",
            "file:/tmp/x",
            "http://localhost/a?b=c")) {
      assertThatThrownBy(() -> ClusterAddress.of(URI.create(none)))
          .as(none)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
