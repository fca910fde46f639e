package news.cuttings.formats.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTagsTest {
  private static String open(String... tags) {
    OpenTags open = new OpenTags();
    List.of(tags).forEach(open::take);
    return open.html();
  }

  @Test
  void whatIsClosedIsNotOpen() {
    assertThat(open("<DIV id=a>text", "<p>", "<div>", "</div>")).isEqualTo("<DIV id=a>");
    assertThat(open("<div>", "</div>", "</div>")).isEmpty();
  }

  @Test
  void aTagMayBeLongAndHaveQuotedSigns() {
    assertThat(open("<div title='a > b'\nclass=x>text > more"))
        .isEqualTo("<div title='a > b' class=x>");
    assertThat(open("<div title=\"" + "x".repeat(600) + "\">text")).isEqualTo("<div>");
  }

  /** As browsers have it: a cell ends where the next one begins, and holds what it opens. */
  @Test
  void cellsEndByThemselves() {
    assertThat(open("<table>", "<tr>", "<td>", "<td>", "<tr>", "<th>"))
        .isEqualTo("<table><tr><th>");
    assertThat(open("<div>", "<table>", "<tr>", "<td>", "</div>"))
        .isEqualTo("<div><table><tr><td>");
    assertThat(open("<table>", "<tr>", "<td>", "<div>", "</table>")).isEmpty();
  }

  @Test
  void noPageFillsTheMemory() {
    OpenTags open = new OpenTags();
    for (int i = 0; i < 100_000; i++) {
      open.take("<div>");
    }
    assertThat(open.html()).hasSize(200 * "<div>".length());
  }
}
