package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs on a cluster's address, beside the same on a folder. */
@Tag("cluster")
class ClusterVerbsTest {
  private static final Path CLASS_PATH = Path.of("../core/target/opensearch.classpath");
  private static final String NODES = "../core/src/test/opensearch/Nodes.java";

  @TempDir private static Path folder;
  private static Process nodes;
  private static String address;
  private static Command here;
  private static Command there;

  @BeforeAll
  static void start() throws IOException {
    Assumptions.assumeTrue(Files.exists(CLASS_PATH), "skipped: mvn writes " + CLASS_PATH);
    nodes =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "--add-modules",
                "jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dopensearch.set.netty.runtime.available.processors=false",
                "-cp",
                Files.readString(CLASS_PATH).strip(),
                NODES,
                folder.resolve("nodes").toString(),
                "-",
                "n1",
                "n2")
            .redirectError(folder.resolve("nodes.log").toFile())
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(nodes.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    while (line != null && !line.startsWith("ready ")) {
      line = out.readLine();
    }
    assertThat(line).as(Files.readString(folder.resolve("nodes.log"))).isNotNull();
    String[] words = line.split(" ", -1);
    address = "http://" + words[2] + "," + words[3];
    here = new Command(folder.resolve("index"));
    there = new Command(address + "/news");
    String stories = Command.testdata("stories");
    Ended filed = there.run("index", "--shards", "3", "--replicas", "1", stories);
    assertThat(filed.code()).as(filed.err()).isEqualTo(here.run("index", stories).code());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (nodes != null) {
      nodes.destroyForcibly();
      nodes.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static String masked(String out) {
    return out.replaceAll("\"score\":[-0-9.Ee]+", "\"score\":S")
        .replaceAll("\"took_ms\":[0-9.]+", "\"took_ms\":T")
        .replaceAll("\"cursor\":\"[^\"]*\"", "\"cursor\":C");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "search --json --summary gravel bonds",
        "search --json --sort newest -n 5 person:barcena",
        "search --json headline:dam since:2023-06 until:2024",
        "search --json --facets \"gravel bonds\"",
        "search --json quillamarca",
        "search --json headline:\"gravel bonds\" ferry",
        "search --csv mackerel*",
        "search zzyzx",
        "people --json -n 5 flood",
        "people --json --with Obrador",
        "timeline --json --by month dam",
        "show kestrel-2111",
        "show nobody",
        "export"
      })
  void printTheSame(String typed) {
    String[] words = typed.split(" ", -1);
    String[] args = List.of(words).subList(1, words.length).toArray(String[]::new);
    Ended ours = here.run(words[0], args);
    Ended theirs = there.run(words[0], args);
    assertThat(theirs.code()).as(theirs.err()).isEqualTo(ours.code());
    assertThat(masked(theirs.out())).isEqualTo(masked(ours.out()));
  }

  @Test
  void likeFindsWhatComesFirstHere() {
    String first = first(here.run("like", "--json", "-n", "1", "kestrel-2111").out());
    String found = there.run("like", "--json", "-n", "5", "kestrel-2111").out();
    assertThat(first).startsWith("mw-");
    assertThat(found).contains("\"id\":\"" + first + "\""); // in another order, by words alone
  }

  private static String first(String out) {
    return out.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void deletedIsGoneAndMayComeAgain() throws IOException {
    Path story = folder.resolve("one.jsonl");
    Files.writeString(story, "{\"id\":\"one\",\"headline\":\"Zebras\",\"body\":\"Zebras ran.\"}\n");
    Command other = new Command(address + "/other");
    assertThat(other.run("index", story.toString()).code()).isZero();
    assertThat(other.run("search", "zebras").code()).isZero();
    assertThat(other.run("delete", "one").code()).isZero();
    assertThat(other.run("search", "zebras").code()).isEqualTo(1);
    assertThat(other.run("index", story.toString()).code()).isZero();
    assertThat(other.run("rebuild").code()).isZero();
    assertThat(other.run("optimize").code()).isZero();
    assertThat(other.run("stats", "--json").out()).contains("\"stories\":1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "people", "timeline"})
  void aTimeIsKeptAndToldAsInAFolder(String verb) {
    Ended cut = there.run(verb, "--timeout", "0ms", "dam");
    assertThat(cut.code()).isEqualTo(3).isEqualTo(here.run(verb, "--timeout", "0ms", "dam").code());
    assertThat(cut.err()).contains("time").doesNotContain("Exception");
    Ended whole = there.run(verb, "--timeout", "1m", "dam");
    assertThat(whole.code()).isZero();
    assertThat(whole.out()).isEqualTo(there.run(verb, "dam").out());
  }

  @Test
  void aTimeThatIsOverIsToldInJson() {
    assertThat(there.run("search", "--json", "--summary", "--timeout", "0ms", "dam").out())
        .contains("\"partial\":true", "the time", "\"exact\":false");
  }

  @Test
  void whatIsTheClustersOwnIsSaid() {
    Ended check = there.run("check");
    assertThat(check.code()).isEqualTo(2);
    assertThat(check.err()).contains("cluster").doesNotContain("Exception");
    Ended snapshot = there.run("snapshot", folder.resolve("copy").toString());
    assertThat(snapshot.code()).isEqualTo(2);
    assertThat(snapshot.err()).contains("cluster").doesNotContain("Exception");
  }

  @Test
  void nobodyThereIsAPlainError() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Ended none = new Command("http://127.0.0.1:" + free + "/news").run("search", "dam");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("127.0.0.1:" + free).doesNotContain("\tat ");
    Ended absent = new Command(address + "/absent").run("search", "dam");
    assertThat(absent.code()).isEqualTo(2);
    assertThat(absent.err()).contains("absent");
  }
}
