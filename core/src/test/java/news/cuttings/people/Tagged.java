package news.cuttings.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with the places that people have marked.
 *
 * @param text tokens joined by spaces, sentences by line ends
 * @param people the marked places, in order
 * @param tokens how many tokens it has
 */
record Tagged(String text, List<Mention> people, int tokens) {

  /** The stories of a file of one token a line, the tag last, {@code -DOCSTART-} before a story. */
  static List<Tagged> read(Path file) throws IOException {
    List<Tagged> stories = new ArrayList<>();
    Builder story = new Builder();
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("-DOCSTART-")) {
          story.finish(stories);
          story = new Builder();
        } else if (line.isBlank()) {
          story.endSentence();
        } else {
          char gap = line.indexOf('\t') >= 0 ? '\t' : ' ';
          story.token(
              line.substring(0, line.indexOf(gap)), line.substring(line.lastIndexOf(gap) + 1));
        }
      }
    }
    story.finish(stories);
    return stories;
  }

  /** A text being put together from tokens. */
  static final class Builder {
    private final StringBuilder text = new StringBuilder();
    private final List<Mention> people = new ArrayList<>();
    private int tokens;
    private int start = -1;
    private int end;

    void token(String word, String tag) {
      boolean in = tag.endsWith("-PER") || tag.endsWith("-PERSON");
      if (!in || tag.startsWith("B-")) {
        close();
      }
      if (text.length() > 0 && text.charAt(text.length() - 1) != '\n') {
        text.append(' ');
      }
      if (in && start < 0) {
        start = text.length();
      }
      text.append(word);
      end = text.length();
      tokens++;
    }

    void close() {
      if (start >= 0) {
        people.add(new Mention(start, end, 1));
        start = -1;
      }
    }

    void endSentence() {
      close();
      if (text.length() > 0) {
        text.append('\n');
      }
    }

    void finish(List<Tagged> stories) {
      endSentence();
      if (text.length() > 0) {
        stories.add(finish());
      }
    }

    Tagged finish() {
      return new Tagged(text.toString(), List.copyOf(people), tokens);
    }
  }
}
