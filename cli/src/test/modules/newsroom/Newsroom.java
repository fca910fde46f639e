package newsroom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.StoryIndex;
import news.cuttings.cluster.ClusterIndex;
import news.cuttings.formats.StoryFiles;
import news.cuttings.query.Hit;
import news.cuttings.query.StoryQuery;
import news.cuttings.ranking.RankingOptions;
import news.cuttings.story.Story;

/** An application with an index: what each package exported and each library required does. */
public final class Newsroom {
  private Newsroom() {}

  /**
   * Files three stories of three formats in the folder named, and finds them again.
   *
   * @param args the folder
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    List<Story> stories = new ArrayList<>();
    read(stories, "{\"id\":\"json\",\"headline\":\"Ferry late\",\"body\":\"Said Ada Loy.\"}\n");
    read(stories, "headline,body\nFerry sold,\"Nobody, it seems, was asked.\"\n");
    read(
        stories,
        """
        <rss version="2.0"><channel><title>Harbour</title><item><title>Ferry found</title>
        <description>&lt;p&gt;It lay &lt;b&gt;at anchor&lt;/b&gt;.&lt;/p&gt;</description>
        </item></channel></rss>
        """);
    RankingOptions ranking = RankingOptions.DEFAULT.with("headline_weight", "4");
    try (StoryIndex index = StoryIndex.at(folder).ranking(ranking).open()) {
      index.addAll(stories);
      index.commit();
    }
    try (StoryIndex index = StoryIndex.openReadOnly(folder)) {
      for (Hit hit : index.search(StoryQuery.parse("headline:ferry AND (late OR sold OR found)"))) {
        System.out.println(hit.title() + ": " + hit.snippet().text() + " " + hit.people());
      }
      System.out.println(index.moreLike("json").hits().size() + " like it");
    }
    try {
      ClusterIndex.connect(URI.create("news"));
    } catch (IllegalArgumentException e) {
      System.out.println("no cluster");
    }
  }

  private static void read(List<Story> to, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StoryFiles.byContent().read("input", new ByteArrayInputStream(bytes), to::add);
  }
}
