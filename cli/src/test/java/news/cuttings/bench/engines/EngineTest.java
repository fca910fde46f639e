package news.cuttings.bench.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import news.cuttings.bench.corpora.Shape;
import news.cuttings.bench.corpora.Task;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every engine gives what the questions ask for. */
class EngineTest {
  @TempDir private Path folder;

  private static Story story(int number, String headline, String body, String person) {
    return Story.builder()
        .id("s" + number)
        .headline(headline)
        .body(body)
        .date(LocalDate.of(2024, 1, number))
        .people(person.isEmpty() ? List.of() : List.of(Person.given(person)))
        .build();
  }

  private void file(Engine engine) throws IOException {
    engine.add(story(1, "River floods town", "Heavy rain raised the river. Boats left.", ""));
    engine.add(story(2, "Council meets", "The council spoke of heavy rain.", "Ana Obrador"));
    engine.add(story(3, "Match drawn", "Rain stopped play after heavy defeat.", "Ana Obrador"));
    engine.add(story(4, "Opera opens", "Singers sang.", "Jan Barta"));
    engine.commit();
  }

  @ParameterizedTest
  @EnumSource(EngineKind.class)
  void answersEveryShape(EngineKind kind) throws IOException {
    try (Engine engine = kind.open(folder)) {
      assertThat(engine.name()).isEqualTo(kind.label());
      assertThat(engine.options()).isNotEmpty();
      file(engine);
      assertThat(ask(engine, Shape.ANY, "rain opera")).containsOnly("s1", "s2", "s3", "s4");
      assertThat(ask(engine, Shape.ALL, "rain river")).containsOnly("s1");
      assertThat(ask(engine, Shape.PHRASE, "heavy rain")).containsOnly("s1", "s2");
      assertThat(ask(engine, Shape.HEADLINE, "council rain")).containsOnly("s2");
      assertThat(ask(engine, Shape.PREFIX, "sing")).containsOnly("s4");
      assertThat(ask(engine, Shape.FUZZY, "oprea")).containsOnly("s4");
      assertThat(ask(engine, Shape.SHOWN, "river")).containsOnly("s1");
      assertThat(ask(engine, Shape.EXPLAINED, "river")).containsOnly("s1");
      assertThat(engine.ask(Task.of(Shape.PAGED, "rain"), 2)).hasSize(1);
      Task dated =
          new Task(Shape.DATED, "rain", LocalDate.of(2024, 1, 2), LocalDate.of(2024, 1, 2));
      assertThat(engine.ask(dated, 10)).containsExactly("s2");
      assertThat(engine.ask(Task.of(Shape.MONTHS, "rain"), 10)).containsExactly("2024-01:3");
      engine.merge();
      assertThat(ask(engine, Shape.WRITTEN, "+rain -council")).containsOnly("s1", "s3");
      assertThat(engine.count(Task.of(Shape.ANY, "rain opera"), 0)).isEqualTo(4);
      assertThat(engine.count(Task.of(Shape.ALL, "heavy rain"), 2)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = EngineKind.class,
      names = {"CUTTINGS_OFF"},
      mode = EnumSource.Mode.EXCLUDE)
  void findsPeopleNewestFirst(EngineKind kind) throws IOException {
    try (Engine engine = kind.open(folder)) {
      file(engine);
      assertThat(engine.ask(Task.of(Shape.PERSON, "Obrador"), 10)).containsExactly("s3", "s2");
      assertThat(engine.ask(Task.of(Shape.PEOPLE, "rain"), 10)).containsExactly("Ana Obrador");
    }
  }

  @ParameterizedTest
  @EnumSource(EngineKind.class)
  void givesOthersThanTheSource(EngineKind kind) throws IOException {
    try (Engine engine = kind.open(folder)) {
      String words = "Ferry talks over ferry rescue: ferry talks over ferry rescue.";
      for (int i = 1; i <= 8; i++) { // MoreLikeThis takes no word that fewer than five stories have
        engine.add(story(i, "Ferry", words + " Number " + i, ""));
      }
      engine.commit();
      assertThat(ask(engine, Shape.LIKE, "s3")).hasSize(7).doesNotContain("s3");
      assertThat(ask(engine, Shape.LIKE, "unknown")).isEmpty();
    }
  }

  private static Set<String> ask(Engine engine, Shape shape, String text) throws IOException {
    return Set.copyOf(engine.ask(Task.of(shape, text), 10));
  }
}
