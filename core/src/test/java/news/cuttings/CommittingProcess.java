package news.cuttings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import news.cuttings.story.Story;

/** A process that commits one more story for each line it is told. */
public final class CommittingProcess {
  private CommittingProcess() {}

  /** Runs on the folder that is named. */
  public static void main(String[] args) throws IOException {
    try (StoryIndex index = StoryIndex.at(Path.of(args[0])).people(Filed.people()).open()) {
      int number = 0;
      while (System.in.read() >= 0) {
        index.add(Story.builder().id("s" + number++).body("One more story.").build());
        index.commit();
        System.out.write("committed\n".getBytes(StandardCharsets.UTF_8));
        System.out.flush();
      }
    }
  }
}
