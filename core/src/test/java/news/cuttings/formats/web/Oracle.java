package news.cuttings.formats.web;

import java.nio.file.Path;
import java.util.*;
import org.jsoup.Jsoup;

final class Oracle {
  public static void main(String[] args) {
    List<GoldPage> pages = GoldPage.read(Path.of(args[0]));
    Agreement chosen = new Agreement(), held = new Agreement();
    TreeMap<Double, String> worst = new TreeMap<>();
    int n = 0;
    double blocks = 0;
    for (GoldPage gold : pages) {
      String html = new String(gold.bytes(), java.nio.charset.StandardCharsets.UTF_8);
      Layout layout = Layout.of(Jsoup.parse(html).body());
      float[] label = GoldLabels.of(layout, gold.text());
      StringBuilder text = new StringBuilder();
      for (Block b : layout.blocks) if (label[b.index] >= .5) text.append(b.text).append('\n');
      double f = (gold.isChosen() ? chosen : held).add(text.toString(), gold);
      worst.put(f + n++ * 1e-9, gold.id());
      blocks += layout.blocks.size();
    }
    System.out.println(chosen + "\n" + held + "\nblocks " + blocks / n);
    worst.entrySet().stream()
        .limit(40)
        .forEach(e -> System.out.printf("%.3f %s  ", e.getKey(), e.getValue()));
  }
}
