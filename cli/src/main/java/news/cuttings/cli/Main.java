package news.cuttings.cli;

import news.cuttings.StoryIndex;
import picocli.CommandLine;

/** Starts the command line. */
@CommandLine.Command(name = "cuttings")
public final class Main implements Runnable {
  /** Runs a command. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    System.out.println(StoryIndex.class);
  }
}
