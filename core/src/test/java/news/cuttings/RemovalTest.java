package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.UnclearQueryException;
import news.cuttings.query.syntax.Clause;
import news.cuttings.query.syntax.Field;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is removed that was not asked for. */
@ExtendWith(RandomStories.Injected.class)
@Tag(Filed.EVERYWHERE)
class RemovalTest {
  private static final int STORIES = 12;
  private static final LocalDate DAY = LocalDate.of(2024, 5, 6);

  private static final List<String> PIECES =
      List.of(
          "talks",
          "bread",
          "harbour",
          "Lee",
          "person:lee",
          "person:\"\"",
          "source:gazette",
          "source:\"...\"",
          "headline:\"\"",
          "-bread",
          "-\"\"",
          "+talks",
          "NOT harbour",
          "OR",
          "AND",
          "NOT",
          "(",
          ")",
          "\"",
          "\"talks on\"",
          "\"!\"",
          "*",
          "-*",
          "tal*",
          "brad~",
          "person:*",
          "since:2024",
          "until:\"\"",
          "date:2024-05",
          "!!!",
          "-",
          "+",
          "…",
          "#",
          "~",
          "?",
          "\\",
          "pers:lee",
          "person:()",
          "-()",
          "(talks OR !!!)",
          "^3",
          "\u200b",
          "\ud800");

  private static StoryIndex filled() throws IOException {
    StoryIndex index = Filed.empty(Filed.people());
    for (int i = 0; i < STORIES; i++) {
      index.add(
          Story.builder()
              .id("s" + i)
              .headline("Talks " + i)
              .body(i % 2 == 0 ? "on bread" : "in the harbour")
              .date(DAY.plusDays(i))
              .source(i % 3 == 0 ? "Gazette" : "Courier")
              .people(i % 4 == 0 ? List.of(Person.given("Ann Lee")) : List.of())
              .build());
    }
    index.commit();
    return index;
  }

  private static void checkRefused(StoryIndex index, StoryQuery query) throws IOException {
    assertThatThrownBy(() -> index.delete(query))
        .as(query.toString())
        .isInstanceOf(UnclearQueryException.class)
        .hasMessageStartingWith("nothing was removed: ");
    assertThatThrownBy(() -> index.idsToDelete(query)).isInstanceOf(UnclearQueryException.class);
    index.commit();
    assertThat(index.maintenance().stats().stories()).isEqualTo(STORIES);
  }

  static Stream<String> unclear() {
    return Stream.of(
        "",
        " ",
        "()",
        "(())",
        "!!!",
        "…",
        "...",
        "#",
        "?",
        "~",
        "+",
        "-",
        "\\",
        "\"\"",
        "\"",
        "\" \"",
        "source:\"\"",
        "person:\"\"",
        "person:\"...\"",
        "headline:\"\"",
        "source:()",
        "body:(!!!)",
        "date:\"\"",
        "since:\"\"",
        "talks person:\"\"",
        "talks -\"\"",
        "-\"\" talks",
        "NOT \"\" talks",
        "talks -person:\"\"",
        "talks OR \"\"",
        "talks NOT ()",
        "-!!!",
        "NOT",
        "AND OR",
        "talks AND",
        "(talks",
        "talks)",
        "pers:lee talks",
        "talks since:yesteryear",
        "talks OR *",
        "* !!!",
        "... *",
        "* *",
        "-*",
        "* \"\" -\"\"",
        "person:*",
        "headline:*",
        "**",
        "(".repeat(2001) + "fish" + ")".repeat(2001),
        "talks " + "-word".repeat(1) + " -x".repeat(1000));
  }

  @ParameterizedTest
  @MethodSource
  void unclear(String query) throws IOException {
    try (StoryIndex index = filled()) {
      checkRefused(index, StoryQuery.parse(query));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "...", "!!!", "\u200b", "--- ***", "\ud800"})
  void textsWithoutAWord(String text) throws IOException {
    try (StoryIndex index = filled()) {
      checkRefused(index, StoryQuery.words(text));
      for (Field field : List.of(Field.PERSON, Field.SOURCE, Field.TOPICS, Field.SECTION)) {
        checkRefused(index, StoryQuery.everything().label(field, text));
        checkRefused(index, StoryQuery.words("talks").label(field, text));
      }
    }
  }

  static Stream<Clause> clausesThatSayNothing() {
    return Stream.of(
        new Clause.Days(null, null),
        new Clause.Prefix(Field.ALL, ""),
        new Clause.Fuzzy(Field.SOURCE, " ", 1),
        new Clause.Phrase(Field.ID, "", 0),
        new Clause.Weighted(new Clause.Phrase(Field.ALL, "!", 0), 2),
        new Clause.Everything(),
        Clause.none(),
        group(new Clause.Word(Field.ALL, "bread"), new Clause.Everything()),
        group(new Clause.Word(Field.ALL, "bread"), new Clause.Phrase(Field.BODY, "...", 0)),
        group(Clause.none()));
  }

  private static Clause group(Clause... clauses) {
    return new Clause.Group(
        Stream.of(clauses).map(clause -> new Clause.Part(Clause.Occur.MAY, clause)).toList());
  }

  @ParameterizedTest
  @MethodSource("clausesThatSayNothing")
  void filtersThatSayNothing(Clause clause) throws IOException {
    try (StoryIndex index = filled()) {
      if (!(clause instanceof Clause.Everything)) {
        checkRefused(index, StoryQuery.words("talks").filter(clause));
        checkRefused(index, StoryQuery.everything().filter(clause));
      }
      for (Clause.Occur occur : Clause.Occur.values()) {
        boolean isEveryStory = clause instanceof Clause.Everything && occur != Clause.Occur.NOT;
        if (!isEveryStory) {
          checkRefused(
              index, StoryQuery.of(new Clause.Group(List.of(new Clause.Part(occur, clause)))));
        }
      }
    }
  }

  @Test
  void aQueryOfWhichAPartWasCut() throws IOException {
    String many = String.join(" ", Collections.nCopies(2_000, "talks"));
    StringBuilder different = new StringBuilder("talks");
    for (int i = 0; i < 880; i++) {
      different.append(' ').append((char) ('a' + i % 26)).append("x").append(i).append('~');
    }
    try (StoryIndex index = filled()) {
      checkRefused(index, StoryQuery.words(many));
      checkRefused(index, StoryQuery.parse(many));
      checkRefused(index, StoryQuery.parse(different.toString()).match(StoryQuery.Match.ANY));
      StringBuilder joined = new StringBuilder("talks");
      for (int i = 0; i < 850; i++) {
        joined.append(" foul-mouthed-").append(i);
      }
      checkRefused(index, StoryQuery.words(joined.toString()).match(StoryQuery.Match.ANY));
    }
  }

  @Test
  void aCursorIsNoRemoval() throws IOException {
    try (StoryIndex index = filled()) {
      String cursor = index.search(StoryQuery.words("talks").limit(1)).cursor().orElseThrow();
      checkRefused(index, StoryQuery.words("talks").after(cursor));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "*:*", " (*) "})
  void everyStoryIsAskedForAlone(String query) throws IOException {
    try (StoryIndex index = filled()) {
      assertThat(index.delete(StoryQuery.parse(query))).isEqualTo(STORIES);
    }
    try (StoryIndex index = filled()) {
      assertThat(index.delete(StoryQuery.everything())).isEqualTo(STORIES);
    }
  }

  @Test
  void whatIsAskedForIsRemoved() throws IOException {
    try (StoryIndex index = filled()) {
      assertThat(index.idsToDelete(StoryQuery.everything().person("lee")))
          .containsExactlyInAnyOrder("s0", "s4", "s8");
      assertThat(index.idsToDelete(StoryQuery.parse("* person:lee"))).hasSize(3);
      assertThat(index.idsToDelete(StoryQuery.parse("talks bread -source:gazette"))).hasSize(4);
      assertThat(index.idsToDelete(StoryQuery.words("bread - harbour"))).isEmpty();
      assertThat(index.idsToDelete(StoryQuery.words("talks - bread"))).hasSize(6);
      assertThat(index.idsToDelete(StoryQuery.parse("-bread"))).hasSize(6);
      assertThat(index.idsToDelete(StoryQuery.parse("talks -bread-knife"))).hasSize(6);
      assertThat(index.idsToDelete(StoryQuery.parse("bread OR person:lee since:2024-05-10")))
          .isNotEmpty();
      assertThat(index.idsToDelete(StoryQuery.words("nothing of the kind"))).isEmpty();
      assertThat(index.delete(StoryQuery.parse("bread").limit(1))).isEqualTo(6);
      index.commit();
      assertThat(index.maintenance().stats().stories()).isEqualTo(6);
    }
  }

  /** What a removal would take is found by a search; all is taken by nothing but a star alone. */
  @Test
  void whatIsRemovedIsFound(RandomStories random) throws IOException {
    Random seeded = random.random();
    try (StoryIndex index = filled()) {
      for (int i = 0; i < Filed.tries(3_000); i++) {
        List<String> pieces = new ArrayList<>();
        for (int n = seeded.nextInt(4); n >= 0; n--) {
          pieces.add(PIECES.get(seeded.nextInt(PIECES.size())));
        }
        String text = String.join(seeded.nextInt(5) == 0 ? "" : " ", pieces);
        StoryQuery query = seeded.nextInt(4) == 0 ? StoryQuery.words(text) : StoryQuery.parse(text);
        List<String> removed;
        try {
          removed = index.idsToDelete(query);
        } catch (UnclearQueryException e) {
          continue;
        }
        assertThat(new TreeSet<>(Filed.ids(index, query.limit(100)))).as(text).containsAll(removed);
        assertThat(query.warnings()).as(text).isEmpty();
      }
    }
  }
}
