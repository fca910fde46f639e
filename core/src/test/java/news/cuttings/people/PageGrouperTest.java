package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import news.cuttings.story.Origin;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;

class PageGrouperTest {
  private final List<List<Story>> pages = new ArrayList<>();
  private final PageGrouper grouper = new PageGrouper(pages::add);

  private void accept(String body, long page) {
    Origin origin = Origin.of("page.txt", null, 1);
    grouper.accept(
        Story.builder().body(body).origin(page == 0 ? origin : origin.onPage(page)).build());
  }

  @Test
  void storiesOfAPageStayTogether() {
    accept("a", 1);
    accept("b", 1);
    accept("c", 2);
    accept("d", 0);
    accept("e", 0);
    grouper.flush();
    assertThat(pages).extracting(List::size).containsExactly(2, 1, 1, 1);
  }

  @Test
  void aPageIsBounded() {
    for (int i = 0; i <= People.MAX_PAGE; i++) {
      accept("story " + i, 1);
    }
    grouper.flush();
    assertThat(pages).extracting(List::size).containsExactly(People.MAX_PAGE, 1);
  }
}
