package news.cuttings.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import news.cuttings.bench.quality.Run;

/** Reads runs, and tells those of one tag apart by their files. */
final class RunFiles {
  private RunFiles() {}

  /** The runs in those files, in order, under names that differ. */
  static List<Run> read(List<Path> files) throws IOException {
    List<Run> runs = new ArrayList<>();
    for (Path file : files) {
      runs.add(Run.read(file));
    }
    List<String> tags = runs.stream().map(Run::tag).toList();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      boolean isShared = Collections.frequency(tags, tags.get(i)) > 1;
      String name = isShared ? tags.get(i) + " (" + files.get(i) + ")" : tags.get(i);
      String apart = name;
      for (int number = 2; names.contains(apart); number++) {
        apart = name + " #" + number;
      }
      names.add(apart);
    }
    List<Run> named = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      named.add(runs.get(i).named(names.get(i)));
    }
    return List.copyOf(named);
  }
}
