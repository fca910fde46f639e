package news.cuttings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import news.cuttings.story.Story;

/** A process that commits one story, adds another, and holds the lock until it is ended. */
public final class LockHolder {
  private LockHolder() {}

  /** Runs on the folder that is named. */
  public static void main(String[] args) throws IOException {
    try (StoryIndex index = StoryIndex.at(Path.of(args[0])).people(Filed.people()).open()) {
      index.add(Story.builder().id("child").body("From the child.").build());
      index.commit();
      index.add(Story.builder().id("lost").body("Never committed.").build());
      index.refresh();
      System.out.write("ready\n".getBytes(StandardCharsets.UTF_8));
      System.out.flush();
      System.in.read();
    }
  }

  /** Starts it and waits until it holds the lock. */
  static Process start(Path folder) throws IOException {
    Process child = Child.start(LockHolder.class, folder);
    String line = child.inputReader(StandardCharsets.UTF_8).readLine();
    if (!"ready".equals(line)) {
      child.destroyForcibly();
      throw new IOException("the child said " + line);
    }
    return child;
  }
}
