package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import news.cuttings.cli.Command.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The verbs of keeping an archive: who, when, removing, checking. */
class DailyVerbsTest {
  @TempDir private Path folder;
  private Path index;
  private Command command;

  @BeforeEach
  void fileArchive() {
    index = folder.resolve("news");
    command = new Command(index);
    Path stories = Path.of(Command.testdata("stories"));
    for (int half = 1; half <= 3; half++) {
      String file = stories.resolve("stories-" + half + ".jsonl").toString();
      assertThat(command.run("index", file).code()).isZero();
    }
  }

  @Test
  void peopleTellsWhoIsNamed() throws IOException {
    Ended text = command.run("people", "-n", "8", "mackerel");
    assertThat(text.code()).isZero();
    assertThat(text.out()).isEqualTo(Command.approved("people", text.out()));
    Ended json = command.run("people", "--json", "-n", "2", "mackerel");
    assertThat(json.lines())
        .hasSize(2)
        .allMatch(line ->
            line.matches(
                "\\{\"name\":\".+\",\"stories\":\\d+,\"spellings\":\\[.+],"
                    + "\"first\":\"\\d{4}-\\d\\d-\\d\\d\",\"last\":\"\\d{4}-\\d\\d-\\d\\d\"}"));
    Ended csv = command.run("people", "--csv", "-n", "1", "mackerel");
    assertThat(csv.lines()).hasSize(2).first().isEqualTo("name,stories,first,last,spellings");
    assertThat(command.run("people", "zzyzx").code()).isEqualTo(1);
    assertThat(command.run("people", "--csv", "--json", "x").code()).isEqualTo(2);
  }

  @Test
  void whatIsCountedSaysWhichOfTheWordsItHas() {
    assertThat(command.run("timeline", "--json", "gravel").out()).doesNotContain("\"words\"");
    Ended all = command.run("timeline", "--json", "gravel", "bonds");
    assertThat(all.lines()).isNotEmpty().allMatch(line -> line.contains("\"words\":\"all\""));
    assertThat(all.err()).contains("counted: stories with all of gravel, bonds");
    Ended any = command.run("people", "--json", "gravel", "zzyzx");
    assertThat(any.lines()).isNotEmpty().allMatch(line -> line.contains("\"words\":\"any\""));
    assertThat(any.err())
        .contains("note: no story has all of the words; those with any of them are counted")
        .contains("counted: stories with any of gravel, zzyzx");
    Ended hits = command.run("search", "--json", "--summary", "--facets", "gravel", "bonds");
    assertThat(hits.lines().getLast())
        .contains("\"partial\":false,\"words\":\"any\"")
        .contains(",\"stories\":")
        .contains("\"words\":\"all\"}");
    assertThat(command.run("search", "--facets", "gravel", "bonds").err())
        .containsPattern("counted: \\d+ stories with all of the words");
  }

  @Test
  void timelineHasAnUndatedRow() throws IOException {
    Ended text = command.run("timeline");
    assertThat(text.out()).isEqualTo(Command.approved("timeline", text.out()));
    Ended json = command.run("timeline", "--json", "--by", "year");
    assertThat(json.lines())
        .hasSize(3)
        .allMatch(line -> line.matches("\\{\"from\":.+,\"to\":.+,\"stories\":\\d+}"))
        .last()
        .asString()
        .startsWith("{\"from\":null,\"to\":null,");
    Ended csv = command.run("timeline", "--csv", "--by", "day", "mackerel");
    assertThat(csv.lines()).first().isEqualTo("from,to,stories");
    assertThat(command.run("timeline", "zzyzx").code()).isEqualTo(1);
    assertThat(command.run("timeline", "--by", "week").code()).isEqualTo(2);
  }

  @Test
  void deleteTellsFirstAndThenRemoves() {
    Ended dry = command.run("delete", "--query", "mackerel", "--dry-run");
    assertThat(dry.code()).isZero();
    assertThat(dry.out()).endsWith(" would be removed\n").contains("courier-");
    long before = stories();
    assertThat(command.run("delete", "kestrel-2111", "nobody").code()).isEqualTo(3);
    assertThat(stories()).isEqualTo(before - 1);
    assertThat(command.run("delete", "nobody").code()).isEqualTo(1);
    Ended removed = command.run("delete", "--query", "mackerel", "--purge");
    assertThat(removed.out()).endsWith(" removed\n");
    assertThat(command.run("search", "mackerel").code()).isEqualTo(1);
    String origin = Path.of(Command.testdata("stories")).resolve("stories-3.jsonl").toString();
    assertThat(command.run("delete", "--origin", origin).code()).isZero();
    assertThat(command.run("search", "since:2024-02").code()).isEqualTo(1);
    assertThat(command.run("delete").code()).isEqualTo(2);
    assertThat(command.run("delete", "--query", " ").code()).isEqualTo(2);
    assertThat(command.run("delete", "--query", "*").code()).isZero();
    assertThat(stories()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "person:\"\"",
        "source:\"\"",
        "headline:\"\"",
        "()",
        "+",
        "-",
        "!!!",
        "…",
        "#",
        "?",
        "~",
        "\\",
        "mackerel person:\"\"",
        "mackerel -\"\"",
        "persn:lee",
        "* -\"\"",
        "mackerel OR *"
      })
  void aQueryThatAsksForNothingInParticularRemovesNothing(String query) {
    long before = stories();
    String asked = "--query=" + query;
    for (Ended ended :
        List.of(
            command.run("delete", asked),
            command.run("delete", asked, "--dry-run"),
            command.run("delete", "kestrel-2111", asked))) {
      assertThat(ended.code()).as(ended.err()).isEqualTo(Exit.FAILED);
      assertThat(ended.err()).contains("nothing was removed");
      assertThat(ended.out()).isEmpty();
    }
    assertThat(command.run("delete", "--origin", "").code()).isEqualTo(Exit.FAILED);
    assertThat(stories()).isEqualTo(before);
  }

  @Test
  void idsAreRemovedWhole() throws IOException {
    Path file = folder.resolve("more.jsonl");
    Files.writeString(
        file, "{\"id\":\"zz1\",\"body\":\"one\"}\n{\"id\":\"zz10\",\"body\":\"ten\"}\n");
    assertThat(command.run("index", file.toString()).code()).isZero();
    long before = stories();
    assertThat(command.run("delete", "").code()).isEqualTo(Exit.FAILED);
    assertThat(command.run("delete", "--prefix", "").code()).isEqualTo(Exit.FAILED);
    assertThat(command.run("delete", "zz1", " ").code()).isEqualTo(Exit.FAILED);
    Ended unknown = command.run("delete", "zz");
    assertThat(unknown.code()).isEqualTo(Exit.NOTHING);
    assertThat(unknown.err()).contains("there is no story zz").contains("--prefix");
    assertThat(command.run("delete", "--prefix", "zz").code()).isEqualTo(Exit.FAILED);
    assertThat(stories()).isEqualTo(before);
    assertThat(command.run("delete", "zz1").code()).isZero();
    assertThat(command.run("delete", "zz1").code()).isEqualTo(Exit.NOTHING);
    assertThat(stories()).isEqualTo(before - 1);
    assertThat(command.run("delete", "--prefix", "zz").code()).isZero();
    assertThat(stories()).isEqualTo(before - 2);
  }

  @Test
  void anEmptyFilterIsToldOfInASearch() {
    assertThat(command.run("search", "mackerel person:\"\"").err())
        .contains("there is no word in person:\"\"; it was left out");
  }

  private long stories() {
    return command.run("export").lines().size();
  }

  @Test
  void checkFindsDamage() throws IOException {
    Ended sound = command.run("check", "--json");
    assertThat(sound.code()).isZero();
    assertThat(sound.out())
        .startsWith("{\"sound\":true,\"stories\":178,")
        .contains("\"problems\":[]");
    Path file;
    try (Stream<Path> files = Files.list(index)) {
      file = files.filter(f -> f.toString().endsWith(".cfs")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 4;
    Files.write(file, bytes);
    Ended damaged = command.run("check");
    assertThat(damaged.code()).isEqualTo(2);
    assertThat(damaged.err()).contains("damaged").doesNotContain("Exception");
    assertThat(command.run("check", "--json").out()).startsWith("{\"sound\":false,");
  }

  @Test
  void rebuildAndOptimizeLoseNothing() {
    Ended before = command.run("export");
    assertThat(command.run("rebuild").out()).isEqualTo("178 stories filed anew\n");
    assertThat(command.run("optimize").out()).startsWith("178 stories in 1 segment, ");
    assertThat(command.run("export").out()).isEqualTo(before.out());
    assertThat(command.run("rebuild", "--people", "off").code()).isZero();
    assertThat(command.run("people").code()).isEqualTo(1);
  }

  @Test
  void hitsAsRows() {
    Ended ended = command.run("search", "--csv", "-n", "2", "gravel");
    assertThat(ended.lines())
        .hasSize(3)
        .first()
        .isEqualTo("qid,rank,score,id,date,source,headline,people,snippet");
    assertThat(ended.lines().get(1)).startsWith(",1,");
  }

  @Test
  void facetsAndExplanations() {
    Ended text = command.run("search", "--facets", "--explain", "-n", "1", "gravel");
    assertThat(text.err()).contains("people: ").contains("publications: ").contains("months: ");
    assertThat(text.out()).contains("gravel: ").contains(" of 178 stories");
    Ended json =
        command.run("search", "--json", "--summary", "--facets", "--explain", "-n", "1", "gravel");
    assertThat(json.lines().get(0)).contains("\"explanation\":[{\"what\":\"gravel\",\"score\":");
    assertThat(json.lines().get(1))
        .containsSubsequence(
            "\"facets\":{\"person\":[", "\"source\":[", "\"section\":[", "\"month\":[");
  }

  @Test
  void completionIsAScript() {
    Ended ended = command.bare("completion");
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).startsWith("#!/usr/bin/env bash").contains("timeline");
  }

  @Test
  void rowsAreSafeForSpreadsheets() {
    assertThat(Csv.row(List.of("=1+1", "a,b", "say \"x\"", "plain")))
        .isEqualTo("'=1+1,\"a,b\",\"say \"\"x\"\"\",plain");
  }

  @Test
  void aSnapshotIsAnIndexLikeAnyOther() throws IOException {
    command.run("index", Command.testdata("stories"));
    Path copy = index.resolveSibling("copy");
    Ended taken = command.run("snapshot", copy.toString());
    assertThat(taken.err()).isEmpty();
    assertThat(taken.out()).contains("copy holds 178 stories in ");
    assertThat(new Command(copy).run("check").code()).isZero();
    assertThat(new Command(copy).run("export").out()).isEqualTo(command.run("export").out());
    assertThat(command.run("snapshot", copy.toString()).out()).contains("; 0 bytes copied");
    Ended itself = command.run("snapshot", index.toString());
    assertThat(itself.code()).isEqualTo(2);
    assertThat(itself.err()).contains("is the index itself");
  }

  @Test
  void whatTheTimeCutsShortIsMarked() {
    command.run("index", Command.testdata("stories"));
    Ended search = command.run("search", "--timeout", "0ms", "--json", "--summary", "barta");
    assertThat(search.out()).contains("\"partial\":true");
    assertThat(command.run("search", "--timeout", "1m", "--json", "--summary", "barta").out())
        .contains("\"partial\":false");
    for (List<String> line :
        List.of(
            List.of("search", "barta"), List.of("like", "kestrel-2111"),
            List.of("people", "barta"), List.of("timeline", "barta"))) {
      Ended ended = command.run(line.get(0), "--timeout", "0s", line.get(1));
      assertThat(ended.err())
          .as(line.get(0))
          .contains("nothing found so far", "the time for the query was over")
          .doesNotContain("no story matches", "nobody is named");
      assertThat(ended.code()).as(line.get(0)).isEqualTo(3);
      Ended wrong = command.run(line.get(0), "--timeout", "soon", line.get(1));
      assertThat(wrong.code()).isEqualTo(2);
      assertThat(wrong.err()).contains("is no duration");
    }
  }
}
