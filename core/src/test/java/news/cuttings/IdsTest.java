package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import news.cuttings.query.Like;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.syntax.Field;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** No two ids become one. */
@ExtendWith(RandomStories.Injected.class)
@Tag(Filed.EVERYWHERE)
class IdsTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          " ",
          "  ",
          "\u00a0",
          "\u200b",
          "\ufeff",
          "é",
          "e\u0301",
          "\ufffd",
          "?",
          "\\",
          "\ud83d\ude00",
          "\ud800",
          "\udc00",
          "\n",
          "\t",
          "\u0000",
          "\u001b",
          "A",
          "ß",
          "ss",
          "/",
          "sha256:",
          "y".repeat(600),
          "y".repeat(599) + "z",
          "x".repeat(8_001));

  @Test
  void eachIsItsOwn(RandomStories random) throws IOException {
    Random seeded = random.random();
    for (int i = 0; i < Filed.tries(10); i++) {
      Map<String, String> texts = new LinkedHashMap<>();
      Map<String, String> refused = new LinkedHashMap<>();
      try (StoryIndex index = Filed.empty(Filed.people())) {
        for (int n = 0; n < 60; n++) {
          StringBuilder id = new StringBuilder();
          for (int m = seeded.nextInt(3); m >= 0; m--) {
            id.append(PIECES.get(seeded.nextInt(PIECES.size())));
          }
          String text = "text number " + n;
          if (Story.isId(id.toString())) {
            index.add(Story.builder().id(id.toString()).body(text).build());
            texts.put(id.toString(), text);
          } else {
            refused.put(id.toString(), text);
          }
        }
        index.commit();
        assertThat(index.maintenance().stats().stories()).isEqualTo(texts.size());
        for (String id : refused.keySet()) {
          assertThat(index.story(id)).isEmpty();
          assertThat(index.moreLike(Like.id(id)).isEmpty()).isTrue();
          index.delete(id);
        }
        index.commit();
        for (Map.Entry<String, String> one : texts.entrySet()) {
          assertThat(index.story(one.getKey()).map(Story::body)).contains(one.getValue());
          assertThat(Filed.ids(index, StoryQuery.everything().label(Field.ID, one.getKey())))
              .containsExactly(one.getKey());
        }
        String first = texts.keySet().iterator().next();
        index.delete(first);
        index.commit();
        assertThat(index.story(first)).isEmpty();
        assertThat(index.maintenance().stats().stories()).isEqualTo(texts.size() - 1);
      }
    }
  }
}
