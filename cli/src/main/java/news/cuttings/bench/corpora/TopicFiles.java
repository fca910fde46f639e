package news.cuttings.bench.corpora;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.bench.results.BadFileException;
import news.cuttings.bench.results.TextFile;
import news.cuttings.story.BadStoryException;
import news.cuttings.story.StoryJson;

/**
 * Reads topics: lines {@code ID<TAB>TEXT}, TREC's {@code <top>} records (of which the title is
 * taken, or the description where there is no title), and BEIR's {@code queries.jsonl}. The form is
 * told by content.
 */
final class TopicFiles {
  private static final Pattern TOP =
      Pattern.compile("<top>(.*?)</top>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private TopicFiles() {}

  /**
   * The topics of a file, in order.
   *
   * @throws BadFileException where it is in none of the forms
   */
  static List<Topic> read(Path file) throws IOException {
    String text = TextFile.whole(file);
    String start = text.stripLeading();
    if (start.startsWith("{")) {
      return beir(file);
    }
    return start.startsWith("<") ? trec(file, text) : tsv(file);
  }

  private static List<Topic> tsv(Path file) throws IOException {
    List<Topic> topics = new ArrayList<>();
    TextFile.each(
        file,
        line -> {
          int tab = line.text().indexOf('\t');
          if (tab < 1 || line.text().substring(tab + 1).isBlank()) {
            throw line.bad("a topic is ID<TAB>TEXT");
          }
          topics.add(
              new Topic(
                  line.text().substring(0, tab).strip(), line.text().substring(tab + 1).strip()));
        });
    return topics;
  }

  private static List<Topic> beir(Path file) throws IOException {
    List<Topic> topics = new ArrayList<>();
    TextFile.each(
        file,
        line -> {
          try {
            var story = StoryJson.read(line.text(), Beir::ours, note -> {}).build();
            topics.add(new Topic(story.id(), story.body()));
          } catch (BadStoryException e) {
            throw line.bad("a topic is {\"_id\":…,\"text\":…}: " + e.getMessage());
          }
        });
    return topics;
  }

  private static List<Topic> trec(Path file, String text) throws IOException {
    List<Topic> topics = new ArrayList<>();
    Matcher records = TOP.matcher(text);
    while (records.find()) {
      String record = records.group(1);
      String id = section(record, "num").replaceFirst("(?i)^number:\\s*", "");
      String title = section(record, "title").replaceFirst("(?i)^topic:\\s*", "");
      String question =
          title.isEmpty()
              ? section(record, "desc").replaceFirst("(?i)^description:\\s*", "")
              : title;
      if (id.isEmpty() || question.isEmpty()) {
        throw new BadFileException(file + ": a <top> has no number, or neither title nor desc");
      }
      topics.add(new Topic(id, question));
    }
    if (topics.isEmpty()) {
      throw new BadFileException(file + ": no <top> … </top> in it");
    }
    return topics;
  }

  /** What follows a tag, to the next one; TREC never closes them, others do. */
  private static String section(String record, String tag) {
    Matcher found =
        Pattern.compile("<" + tag + ">([^<]*)", Pattern.CASE_INSENSITIVE).matcher(record);
    return found.find() ? found.group(1).strip().replaceAll("\\s+", " ") : "";
  }
}
