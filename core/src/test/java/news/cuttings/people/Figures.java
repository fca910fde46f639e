package news.cuttings.people;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class Figures {
  static void print(Recogniser recogniser, Path people) throws IOException {
    System.out.println("testa " + Measure.of(recogniser, Tagged.read(people.resolve("eng.testa"))));
    if (Boolean.getBoolean("more"))
    System.out.println("train " + Measure.of(recogniser, Tagged.read(people.resolve("eng.train"))));
    for (String set : List.of("gmb", "wikigold", "gum", "litbank", "redocred", "crossner")) {
      List<Tagged> all = Tagged.read(people.resolve("train").resolve(set + ".iob"));
      List<Tagged> held = new ArrayList<>();
      for (int i = 9; i < all.size(); i += 10) {
        held.add(all.get(i));
      }
      System.out.println(set + " " + Measure.of(recogniser, held));
    }
  }

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    Lexicon.standard();
    System.out.printf("lexicon %.0f ms%n", (System.nanoTime() - start) / 1e6);
    start = System.nanoTime();
    Weights w = Weights.read(new DataInputStream(new java.io.BufferedInputStream(Files.newInputStream(Path.of(args[0])))));
    System.out.printf("weights %.0f ms%n", (System.nanoTime() - start) / 1e6);
    print(new TrainedRecogniser(Lexicon.standard(), w), Path.of(args[1]));
  }
}
