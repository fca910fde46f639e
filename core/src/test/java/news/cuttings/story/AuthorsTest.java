package news.cuttings.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorsTest {
  @ParameterizedTest
  @CsvSource({
    "By Ann Lee and Bob Day, Ann Lee; Bob Day",
    "BY ANN LEE, ANN LEE",
    "by: Ann Lee; by Bob Day, Ann Lee; Bob Day",
    "Par Ann Lee et Bob Day, Ann Lee; Bob Day",
    "Von Ann Lee und Bob Day, Ann Lee; Bob Day",
    "Von Trapp, Von Trapp",
    "By our staff, By our staff",
    "Byron Lee, Byron Lee",
    "By, By",
  })
  void whatStandsBeforeWhoeverWroteItIsNoName(String line, String authors) {
    assertThat(String.join("; ", Authors.of(line))).isEqualTo(authors);
  }

  @Property
  void authorsJoinedInAnyUsualWayComeApart(
      @ForAll @Size(min = 2, max = 5) List<@From("names") String> names,
      @ForAll("separators") String between,
      @ForAll("separators") String last) {
    int end = names.size() - 1;
    String line = String.join(between, names.subList(0, end)) + last + names.get(end);
    assertThat(Authors.of(line)).isEqualTo(names);
  }

  @Property
  void oneNameStaysOne(@ForAll("names") String name) {
    assertThat(Authors.of(name)).containsExactly(name);
  }

  @Property
  void takingApartTwiceChangesNothing(@ForAll("lines") String line) {
    List<String> once = Authors.of(line);
    assertThat(Authors.of(String.join("; ", once))).isEqualTo(once);
    once.forEach(author -> assertThat(Authors.of(author)).containsExactly(author));
  }

  @Test
  void whatIsOneAuthorIsLeft() {
    for (String one :
        List.of(
            "Lee, Ann",
            "Ann Lee, Reuters",
            "Ann Lee, Chief Correspondent",
            "Ann Lee in Brookford",
            "José Ortega y Gasset",
            "Department of Health and Social Care",
            "Reuters and AP",
            "AC/DC")) {
      assertThat(Authors.of(one)).as(one).containsExactly(one);
    }
  }

  @Test
  void placesAndJobsStayWithTheirNames() {
    assertThat(Authors.of("Ann Lee in Brookford and Bob Day in Penrow"))
        .containsExactly("Ann Lee in Brookford", "Bob Day in Penrow");
    assertThat(Authors.of("Lee, Ann; Day, Bob")).containsExactly("Lee, Ann", "Day, Bob");
    assertThat(Authors.of(" ; | ")).isEmpty();
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> first = Arbitraries.of("Ann", "José", "Žofie", "J.", "Mary-Jane", "李", "Åsa");
    Arbitrary<String> last =
        Arbitraries.of("Lee", "O’Neill", "van der Berg", "DAY", "de Souza", "Ó Briain", "McKay");
    return Combinators.combine(first, last).as((a, b) -> a + " " + b);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(", ", "; ", " and ", ", and ", " & ", " und ", " et ", " y ", " | ", ";");
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of("Ann", "Lee", "and", ",", ";", "|", "the", "of", "y", "&", "J.", "bob")
        .list()
        .ofMaxSize(9)
        .map(words -> String.join(" ", words));
  }
}
