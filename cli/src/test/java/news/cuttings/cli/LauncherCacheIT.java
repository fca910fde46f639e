package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import news.cuttings.cli.Launched.Ended;
import news.cuttings.cli.Launched.Running;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The cache of classes that the launcher has made: used where it fits, never in the way. */
@Timeout(180)
@Tag("ci")
class LauncherCacheIT {
  @TempDir private Path folder;
  private Launched launched;
  private Path launcher;
  private Path beside;
  private Path own;

  @BeforeEach
  void unpack() throws Exception {
    Path place = Files.createDirectories(folder.resolve("a place"));
    launched = new Launched(place);
    Path top = launched.unpack();
    launcher = top.resolve("bin/cuttings");
    beside = top.resolve("start");
    own = folder.resolve("own");
    Path story = place.resolve("story.jsonl");
    Files.writeString(story, "{\"id\":\"a\",\"headline\":\"Bridge opens\",\"body\":\"\"}\n");
    assertThat(run(Map.of(), "index", "--index", "news", story.toString()).code()).isZero();
    assertThat(beside).doesNotExist();
  }

  private Map<String, String> environment(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CUTTINGS_JAVA_HOME", System.getProperty("java.home"));
    environment.put("CUTTINGS_INDEX", "news");
    environment.put("CUTTINGS_AOT", "");
    environment.put("XDG_CACHE_HOME", own.toString());
    environment.putAll(more);
    return environment;
  }

  private Ended run(Map<String, String> more, String... args) throws Exception {
    return launched.run(launcher, environment(more), args);
  }

  /** Whether a command that shows a story takes its classes from a cache; its output is clean. */
  private boolean usesCache() throws Exception {
    Path log = folder.resolve("classes.log");
    Files.deleteIfExists(log);
    // not in the folder whose name has a space: the options are words
    Ended ended = run(Map.of("CUTTINGS_JAVA_OPTIONS", "-Xlog:class+load:file=" + log), "show", "a");
    assertThat(ended).isEqualTo(run(Map.of("CUTTINGS_AOT", "off"), "show", "a"));
    assertThat(ended.code()).isZero();
    List<String> classes = Files.readAllLines(log);
    boolean uses =
        classes.stream()
            .anyMatch(line -> line.contains(" news.cuttings.cli.Main source: shared objects file"));
    if (uses) {
      // All of them: those of a library that the JVM takes into no cache would be read anew.
      assertThat(classes).noneMatch(line -> line.contains(" source: file:"));
    }
    return uses;
  }

  /** The caches in that folder, as soon as none is being made. */
  private static List<Path> made(Path in) throws Exception {
    while (true) {
      try (Stream<Path> files = Files.list(in)) {
        List<Path> all = files.toList();
        if (all.stream().noneMatch(file -> file.toString().endsWith(".making"))) {
          return all;
        }
      }
      Thread.sleep(100);
    }
  }

  @Test
  void isMadeByTheFirstShortCommandAndUsedByTheNext() throws Exception {
    assertThat(run(Map.of(), "show", "a").code()).isZero();
    Path cache = only(made(beside));
    assertThat(usesCache()).isTrue();
    assertThat(own).doesNotExist();

    Files.writeString(cache, "not a cache");
    assertThat(usesCache()).isFalse();
  }

  @Test
  void isMadeAnewWhenAJarChanges() throws Exception {
    assertThat(run(Map.of(), "show", "a").code()).isZero();
    Path before = only(made(beside));
    try (Stream<Path> jars = Files.list(beside.resolveSibling("lib"))) {
      Path jar =
          jars.filter(file -> file.toString().contains("cuttings-cli")).findFirst().orElseThrow();
      Files.setLastModifiedTime(
          jar, FileTime.from(Files.getLastModifiedTime(before).toInstant().plusSeconds(60)));
    }
    assertThat(usesCache()).isFalse();
    assertThat(only(made(beside))).isNotEqualTo(before);
    assertThat(usesCache()).isTrue();
  }

  private static Path only(List<Path> paths) {
    assertThat(paths).hasSize(1);
    return paths.get(0);
  }

  @Test
  void isTheUsersOwnWhereTheProgramsFolderIsNotWritten() throws Exception {
    Files.createFile(beside);
    Running first = launched.start(launcher, environment(Map.of()), "show", "a");
    Running second = launched.start(launcher, environment(Map.of()), "show", "a");
    assertThat(first.ended()).isEqualTo(second.ended());
    only(made(own.resolve("cuttings")));
    assertThat(usesCache()).isTrue();
  }

  @Test
  void isGoneWithoutWhereNothingCanBeWritten() throws Exception {
    Files.createFile(beside);
    Files.createFile(own);
    assertThat(usesCache()).isFalse();
  }

  @Test
  void isNotMadeWhereItIsNotWanted() throws Exception {
    assertThat(run(Map.of("CUTTINGS_AOT", "off"), "show", "a").code()).isZero();
    assertThat(beside).doesNotExist();
    assertThat(own).doesNotExist();
  }
}
