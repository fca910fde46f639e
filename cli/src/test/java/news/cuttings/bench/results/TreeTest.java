package news.cuttings.bench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as JSON. */
class TreeTest {
  @TempDir private Path folder;

  @Test
  void isReadAsItWasWritten() throws IOException {
    Tree tree =
        new Tree(
            Tree.map(
                "text",
                "a \"b\" é",
                "whole",
                7L,
                "part",
                0.25,
                "truth",
                true,
                "list",
                List.of(1L, "x", Tree.map())));
    Path file = folder.resolve("tree.json");
    tree.write(file);
    assertThat(Tree.read(file)).isEqualTo(tree);
  }

  @Test
  void whatIsNotThereIsEmpty() {
    Tree tree = new Tree(Tree.map("a", 1L));
    assertThat(tree.at("b").at("c").list()).isEmpty();
    assertThat(tree.at("b").text()).isEmpty();
    assertThat(tree.at("b").number()).isNaN();
    assertThat(tree.at("a").number()).isEqualTo(1);
  }

  @Test
  void whatIsNoJsonIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), "{\"a\":", StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Tree.read(file))
        .isInstanceOf(BadFileException.class)
        .hasMessageContaining("a.json: not valid JSON");
  }
}
