package news.cuttings.cluster;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import news.cuttings.StoryIndex;
import news.cuttings.people.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** OpenSearch in child processes: three nodes, on this machine's own address. */
public final class TestCluster implements Closeable {
  private static final Path CLASS_PATH = Path.of("target", "opensearch.classpath");
  private static final Path SOURCE = Path.of("src", "test", "opensearch", "Nodes.java");
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static @Nullable TestCluster shared;

  private final Path folder;
  private final List<Member> members = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  /** A process, the address that others find it by, and where it is asked. */
  private record Member(String name, Process process, String seed, List<String> addresses) {}

  private TestCluster() throws IOException {
    folder = Files.createTempDirectory("cuttings-opensearch");
  }

  /** Three nodes in one process, for all tests of this JVM; ends with it. */
  public static synchronized TestCluster shared() {
    if (shared == null) {
      try {
        TestCluster cluster = new TestCluster();
        cluster.start("-", "n1", "n2", "n3");
        Runtime.getRuntime().addShutdownHook(new Thread(cluster::close));
        shared = cluster;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return shared;
  }

  /** Three nodes, each in a process that can be killed. */
  static TestCluster ofThreeProcesses() throws IOException {
    TestCluster cluster = new TestCluster();
    cluster.start("-", "n1");
    cluster.start(cluster.seed(), "n2");
    cluster.start(cluster.seed(), "n3");
    return cluster;
  }

  private String seed() {
    return members.getFirst().seed();
  }

  private void start(String seed, String... names) throws IOException {
    Assumptions.assumeTrue(Files.exists(CLASS_PATH), "skipped: mvn writes " + CLASS_PATH);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms512m",
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--add-modules",
            "jdk.incubator.vector",
            "-Dopensearch.set.netty.runtime.available.processors=false",
            "-cp",
            Files.readString(CLASS_PATH).strip(),
            SOURCE.toString(),
            folder.toString(),
            seed));
    command.addAll(Arrays.asList(names));
    Path log = folder.resolve(names[0] + ".log");
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.startsWith("ready ")) {
      line = out.readLine();
    }
    if (line == null) {
      throw new IOException("the cluster did not start: " + Files.readString(log));
    }
    List<String> words = List.of(line.split(" "));
    members.add(new Member(names[0], process, words.get(1), words.subList(2, words.size())));
  }

  /** Kills the process of that name as a power cut would. */
  void kill(String name) {
    for (Member member : members) {
      if (member.name().equals(name)) {
        member.process().destroyForcibly();
        try {
          member.process().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }
    members.removeIf(member -> member.name().equals(name));
  }

  /** Starts a node of that name again, with what is on its disk. */
  void restart(String name) throws IOException {
    start(seed(), name);
  }

  /** The address of an index that nobody has used. */
  public URI newIndex() {
    return address("t" + NUMBER.incrementAndGet());
  }

  /** An empty index that the cluster drops when it is closed: each costs the nodes some 4 MB. */
  public StoryIndex passing(People people) throws IOException {
    URI address = newIndex();
    StoryIndex index = ClusterIndex.connect(address, options(people));
    return (StoryIndex)
        Proxy.newProxyInstance(
            StoryIndex.class.getClassLoader(),
            new Class<?>[] {StoryIndex.class},
            (proxy, method, args) -> {
              try {
                return method.invoke(index, args);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              } finally {
                if (method.getName().equals("close")) {
                  ask("DELETE", address.getPath(), null);
                }
              }
            });
  }

  /** The address of an index of that name, by all nodes there were at the start. */
  URI address(String index) {
    List<String> nodes = members.stream().flatMap(one -> one.addresses().stream()).toList();
    return URI.create("http://" + String.join(",", nodes) + "/" + index);
  }

  /** Three shards, each on two nodes; nobody is recognised unless asked. */
  public static ClusterOptions options(People people) {
    return ClusterOptions.standard()
        .shards(3)
        .replicas(1)
        .people(people)
        .patience(Duration.ofSeconds(60));
  }

  /** Asks a node, past the library. */
  Json ask(String method, String path, @Nullable Map<String, @Nullable Object> body)
      throws IOException {
    String node = members.getFirst().addresses().getFirst();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + node + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    try {
      return Json.read(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /** Whether a file of an index of any node has that word. */
  boolean isOnDisk(String word) throws IOException {
    AtomicBoolean found = new AtomicBoolean();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes about)
              throws IOException {
            if (about.isRegularFile() && file.toString().contains("indices")) {
              try {
                String all = Files.readString(file, StandardCharsets.ISO_8859_1);
                found.compareAndSet(false, all.contains(word));
              } catch (NoSuchFileException e) {
                return FileVisitResult.CONTINUE; // a merge is done with it
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found.get();
  }

  /** Waits until every shard has its copies. */
  void awaitGreen() throws IOException {
    Json health = ask("GET", "/_cluster/health?wait_for_status=green&timeout=60s", null);
    if (!health.at("status").text().equals("green")) {
      throw new IOException("the cluster is " + health);
    }
  }

  @Override
  public void close() {
    for (Member member : members) {
      member.process().destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Member member : members) {
        member.process().waitFor(10, TimeUnit.SECONDS);
      }
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
