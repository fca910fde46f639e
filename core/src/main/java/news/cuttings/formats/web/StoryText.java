package news.cuttings.formats.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jsoup.nodes.Document;

/**
 * Chooses which blocks of a page are its story, by what was learnt from pages whose story people
 * had marked: a first look at each block, then a second with the first answers around it.
 */
final class StoryText {
  /** Log-odds: what is as likely as not is rather text than none. */
  private static final float LIMIT = -.6f;

  /** What is less likely at first is no text at a second look either. */
  private static final float HOPELESS = -5;

  private static final class Holder {
    static final StoryText STANDARD = read();
  }

  private final Trees first;
  private final Trees second;

  StoryText(Trees first, Trees second) {
    this.first = first;
    this.second = second;
  }

  static StoryText standard() {
    return Holder.STANDARD;
  }

  /** Whether each block is of the story. */
  boolean[] choose(Document page, Layout layout) {
    boolean[] chosen = new boolean[layout.blocks.size()];
    if (chosen.length == 0) {
      return chosen;
    }
    float[][] rows = new Signs(layout, Titles.of(page)).rows();
    float[] odds = first.odds(rows);
    SecondSigns signs = new SecondSigns(layout, odds);
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = odds[i] > HOPELESS && second.odds(signs.row(i, rows[i])) > LIMIT;
    }
    return chosen;
  }

  String write() {
    return first.write() + second.write();
  }

  private static StoryText read() {
    try (InputStream in =
            Objects.requireNonNull(StoryText.class.getResourceAsStream("story-text.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new StoryText(Trees.read(lines), Trees.read(lines));
    } catch (IOException e) {
      throw new UncheckedIOException("the resource story-text.txt cannot be read", e);
    }
  }
}
