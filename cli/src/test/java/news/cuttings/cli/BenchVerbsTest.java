package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that measure: output, JSON, exit codes. */
class BenchVerbsTest {
  @TempDir private Path folder;
  private Command command = new Command(Path.of(""));

  @BeforeEach
  void begin() {
    command = new Command(folder.resolve("news"));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  private Path set() throws IOException {
    Path set = Files.createDirectory(folder.resolve("set"));
    write(
        "set/stories.jsonl",
        "{\"id\":\"a\",\"body\":\"Rain.\"}\n{\"id\":\"b\",\"body\":\"Sun.\"}\n");
    write("set/queries.tsv", "q1\train\nq2\tsun\n");
    write("set/qrels.txt", "q1 0 a 1\nq2 0 b 1\n");
    return set;
  }

  @Test
  void evalMeasuresEnginesAndWritesTheirRuns() throws IOException {
    String set = set().toString();
    String runs = folder.resolve("runs").toString();
    Ended ended =
        command.bare("eval", "--json", "--engine", "lucene-one-field", "--write-run", runs, set);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.lines()).hasSize(1);
    assertThat(ended.out())
        .startsWith("{\"set\":\"set\",\"engine\":\"lucene-one-field\",\"topics\":2,")
        .contains("\"nDCG@10\":1.0", "\"similarity\":\"BM25(k1=1.2,b=0.75)\"");
    assertThat(Files.readString(folder.resolve("runs/set.lucene-one-field.run")))
        .matches("q1 Q0 a 1 0\\.\\d+ lucene-one-field\nq2 Q0 b 1 0\\.\\d+ lucene-one-field\n");
  }

  @Test
  void evalMeasuresSetsAmongOtherStories() throws IOException {
    String set = set().toString();
    String others =
        write("others.jsonl", "{\"id\":\"a\",\"body\":\"Of something else.\"}\n").toString();
    Ended ended =
        command.bare("eval", "--json", "--engine", "lucene-one-field", "--among", others, set);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .startsWith("{\"set\":\"set among others\",\"engine\":\"lucene-one-field\",\"topics\":2,")
        .contains("\"nDCG@10\":1.0");
    Ended none = command.bare("eval", "--among", folder.resolve("none").toString(), set);
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("none", "there is no such file or folder");
    String run = write("one.run", "q1 Q0 a 1 1 one\n").toString();
    assertThat(command.bare("eval", "--among", others, "--run", run, set).err())
        .contains("--among and --run");
    assertThat(command.bare("eval", "--among", others, set, set).err()).contains("one name");
  }

  @Test
  void evalScoresRunsAndComparesThemWithTheFirst() throws IOException {
    String set = set().toString();
    String right = write("right.run", "q1 Q0 a 1 1 right\nq2 Q0 b 1 1 right\n").toString();
    String half = write("half.run", "q1 Q0 b 1 2 half\nq1 Q0 a 2 1 half\n").toString();
    Ended ended = command.bare("eval", "--run", right, "--run", half, set);
    assertThat(ended.code()).isZero();
    // half: nDCG@10 of q1 is 1/log2(3) = 0.6309, of q2 nothing
    assertThat(ended.out()).contains("set, 2 topics", "1.0000", "0.3155");
    assertThat(ended.out()).contains("right against half: nDCG@10 +0.6845");
    Ended bare = command.bare("eval", "--qrels", set + "/qrels.txt", "--run", half, "--json");
    assertThat(bare.out()).contains("\"MRR\":0.25");
  }

  @Test
  void evalSaysWhatIsWrong() throws IOException {
    assertThat(command.bare("eval", folder.toString()).err())
        .contains("neither qrels.txt nor mlt-qrels.txt in it");
    Ended engine = command.bare("eval", "--engine", "lucine", set().toString());
    assertThat(engine.code()).isEqualTo(2);
    assertThat(engine.err()).contains("there is no engine \"lucine\"; there are cuttings,");
    Ended missing = command.bare("eval", folder.resolve("none").toString());
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("there is no such file or folder");
  }

  @Test
  void evalMeasuresWhatIsNamed() throws IOException {
    String set = set().toString();
    String half = write("half.run", "q1 Q0 b 1 2 half\nq1 Q0 a 2 1 half\n").toString();
    Ended csv =
        command.bare(
            "eval",
            "--run",
            half,
            "-m",
            "P@2,bpref",
            "-m",
            "RBP(p=0.5)",
            "--csv",
            "--per-topic",
            set);
    assertThat(csv.lines())
        .containsExactly(
            "set,engine,measure,topic,value,first_ahead,low,high,p,p_holm,better,worse",
            "set,half,P@2,all,0.250000,,,,,,,",
            "set,half,P@2,q1,0.500000,,,,,,,",
            "set,half,P@2,q2,0.000000,,,,,,,",
            "set,half,Bpref,all,0.500000,,,,,,,",
            "set,half,Bpref,q1,1.000000,,,,,,,",
            "set,half,Bpref,q2,0.000000,,,,,,,",
            "set,half,RBP(p=0.5),all,0.125000,,,,,,,",
            "set,half,RBP(p=0.5),q1,0.250000,,,,,,,",
            "set,half,RBP(p=0.5),q2,0.000000,,,,,,,");
    assertThat(csv.err()).contains("half: 1 judged topic has no answer, counted as 0: q2");
    Ended wrong = command.bare("eval", "--run", half, "-m", "P", set);
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("no such measure: \"P\": P needs a cutoff: P@10");
  }

  @Test
  void evalTellsRunsOfOneTagApart() throws IOException {
    String set = set().toString();
    String one = write("one.run", "q1 Q0 a 1 1 bm25\nq2 Q0 b 1 1 bm25\n").toString();
    String two = write("two.run", "q1 Q0 b 1 1 bm25\nq2 Q0 b 1 1 bm25\n").toString();
    Ended ended = command.bare("eval", "--json", "--run", one, "--run", two, "--run", two, set);
    assertThat(ended.lines()).hasSize(3);
    assertThat(ended.lines().get(0)).contains("\"engine\":\"bm25 (" + one + ")\"");
    assertThat(ended.lines().get(1)).contains("\"engine\":\"bm25 (" + two + ")\"", "\"compared\"");
    assertThat(ended.lines().get(2))
        .contains("\"engine\":\"bm25 (" + two + ") #2\"", "\"compared\"");
  }

  @Test
  void evalRefusesRunsThatHaveNothingToDoWithTheJudgments() throws IOException {
    String set = set().toString();
    String topics = write("topics.run", "301 Q0 a 1 1 x\n302 Q0 a 1 1 x\n").toString();
    Ended others = command.bare("eval", "--run", topics, set);
    assertThat(others.code()).isEqualTo(2);
    assertThat(others.out()).isEmpty();
    assertThat(others.err()).contains("none of its topics is judged in set; it answers 301, 302");
    String ids = write("ids.run", "q1 Q0 x1 1 1 x\nq2 Q0 x2 1 1 x\n").toString();
    Ended strange = command.bare("eval", "--run", ids, set);
    assertThat(strange.code()).isEqualTo(2);
    assertThat(strange.err()).contains("none of its hits is judged in set; are its ids");
    String some = write("some.run", "q1 Q0 b 1 1 x\nq9 Q0 a 1 1 x\n").toString();
    Ended partly = command.bare("eval", "--run", some, "--qrels", set + "/qrels.txt");
    assertThat(partly.code()).isEqualTo(2); // b is judged for q2 only
    String judged = write("judged.run", "q1 Q0 a 1 1 x\nq9 Q0 a 1 1 x\n").toString();
    Ended noted = command.bare("eval", "--run", judged, "--qrels", set + "/qrels.txt");
    assertThat(noted.code()).isZero();
    assertThat(noted.err())
        .contains("1 topic that nobody judged left out: q9", "x: 1 judged topic has no answer");
  }

  @Test
  void evalTellsJudgmentsThatContradictEachOther() throws IOException {
    set();
    String run = write("one.run", "q1 Q0 a 1 1 x\n").toString();
    String qrels = write("q.txt", "q1 0 a 1\nq1 0 b 0\nq1 0 a 1\nq1 0 a 0\n").toString();
    Ended ended = command.bare("eval", "--run", run, "--qrels", qrels);
    assertThat(ended.code()).isZero();
    assertThat(ended.err().lines().filter(line -> line.contains("twice")))
        .containsExactly(
            "note: " + qrels + ":4: a is judged twice for q1, 1 and 0; the later counts");
  }

  @Test
  void evalComparesOptions() throws IOException {
    String set = set().toString();
    String ours = write("ours.txt", "k1 = 1.2\n").toString();
    String theirs = write("theirs.txt", "analysis = standard\n").toString();
    Ended ended =
        command.bare(
            "eval",
            "--engine",
            "cuttings-people-off,lucene-one-field",
            "--options",
            ours,
            "--options",
            theirs,
            set);
    assertThat(ended.out())
        .contains("cuttings-people-off:ours.txt against cuttings-people-off:theirs.txt", "k1=1.2");
    String wrong = write("wrong.txt", "k2 = 1\n").toString();
    assertThat(command.bare("eval", "--options", wrong, set).err())
        .contains("wrong.txt, line 1: there is no option \"k2\"; did you mean k1?");
  }

  @Test
  void engineTakesTheAnalyzerOfTheGame() throws IOException {
    String stories = set().resolve("stories.jsonl").toString();
    Ended ended =
        command
            .input("COUNT\trains\nCOUNT\train\n")
            .run("engine", "--analyzer", "standard", stories);
    assertThat(ended.lines()).containsExactly("0", "1");
    Ended german = command.input("").run("engine", "--analyzer", "german", stories);
    assertThat(german.err()).contains("--analyzer: analysis must be news or standard");
  }

  @Test
  void engineAnswersTheProtocol() throws IOException {
    String stories = set().resolve("stories.jsonl").toString();
    Ended ended = command.input("TOP_10\train\nCOUNT\train sun\nFETCH\tx\n").run("engine", stories);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.lines()).containsExactly("1", "2", "UNSUPPORTED");
    Ended again = command.input("COUNT\tsun\n").run("engine");
    assertThat(again.lines()).containsExactly("1");
  }

  @Test
  void benchWritesStoriesForOthers() throws IOException {
    Path file = folder.resolve("docs.jsonl");
    String stories = set().resolve("stories.jsonl").toString();
    assertThat(command.bare("bench", "--write-stories", file.toString(), stories).code()).isZero();
    assertThat(Files.readAllLines(file))
        .containsExactly("{\"id\":\"a\",\"text\":\"Rain.\"}", "{\"id\":\"b\",\"text\":\"Sun.\"}");
  }

  @Test
  @Tag("ci")
  void benchAsksAnotherEngineByTheProtocol() throws IOException {
    String out = folder.resolve("out").toString();
    String stories = Command.testdata("stories");
    Ended ended =
        command.bare(
            "bench",
            "--quick",
            "--rounds",
            "2",
            "--out",
            out,
            "--against",
            "while read -r line; do echo 1; done",
            stories);
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("cuttings beside against", "term_frequent", "phrase_2");
    assertThat(folder.resolve("out/bench.html")).exists();
  }

  @Test
  @Tag("ci")
  void benchTellsHowFarAheadOrBehindAndHowGood() throws IOException {
    String out = folder.resolve("out").toString();
    Ended ended =
        command.bare(
            "bench",
            "--quick",
            "--rounds=1",
            "--warm-up=0.1",
            "--class=more_like_this",
            "--engine=cuttings-people-off,lucene-one-field",
            "--out",
            out,
            Command.testdata("stories"));
    assertThat(ended.code()).isZero();
    assertThat(ended.out())
        .contains("cuttings-people-off beside lucene-one-field", "more_like_this")
        .contains("cuttings-people-off takes ", " times as long as lucene-one-field")
        .containsOnlyOnce("quality: stories (more like this)")
        .contains("cuttings-people-off ahead by", ", p ");
    assertThat(folder.resolve("out/rows.tsv.gz")).exists();
    assertThat(Files.readString(folder.resolve("out/bench.json"))).contains("\"standing\":[{");
    assertThat(Files.readString(folder.resolve("out/bench.html"))).contains("nDCG@10 by set");
  }

  @Test
  void compareReadsTwoBenches() throws IOException {
    String bench =
        """
        {"machine":{"java":"25"},"settings":{"seed":1},"corpora":[{"name":"news","classes":[
        {"class":"or_2","engines":[{"engine":"cuttings","hits":"x","rounds":[
        {"fork":0,"round":0,"cpu_p50":TIME},{"fork":0,"round":1,"cpu_p50":TIME}]}]}]}]}
        """;
    String a = write("a.json", bench.replace("TIME", "100")).toString();
    String b = write("b.json", bench.replace("TIME", "50")).toString();
    Ended ended = command.bare("bench", "compare", a, b);
    assertThat(ended.code()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).contains("or_2", "0.50 times (0.50 to 0.50)  faster");
    assertThat(command.bare("bench", "compare", "--json", a, a).out())
        .contains("\"verdict\":\"NO_DIFFERENCE_SHOWN\"");
  }

  @Test
  void compareRefusesWhatNoBenchHasWritten() throws IOException {
    String other = write("other.json", "{}").toString();
    Ended ended = command.bare("bench", "compare", other, other);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("other.json: not the results of a bench");
  }

  @Test
  void benchRefusesNothing() {
    Ended ended = command.bare("bench", "--forks", "0", "--generate", "100");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("--forks must be 1 or more, got 0");
  }
}
