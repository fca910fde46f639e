package news.cuttings.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import news.cuttings.StoryIndex;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that takes in stories and answers queries for as long as it runs. */
class ServiceTest {
  @TempDir private Path folder;

  /** One index for the whole service: every thread uses it. */
  private record Service(StoryIndex index) {
    /** Called by whoever receives stories; returns before the story is written. */
    void receive(Story story) throws IOException {
      index.add(story);
    }

    /** Called every second or so: what was received can be found. */
    void refresh() throws IOException {
      index.refresh();
    }

    /** Called every minute or so: what was received survives a crash. */
    void save() throws IOException {
      index.commit();
    }

    /** Called by whoever asks; what they typed goes in as it is. */
    Results answer(String typed) throws IOException {
      return index.search(StoryQuery.parse(typed).limit(20));
    }
  }

  @Test
  void receivesAndAnswers() throws Exception {
    try (StoryIndex index = StoryIndex.open(folder);
        ExecutorService requests = Executors.newFixedThreadPool(4)) {
      Service service = new Service(index);
      service.receive(Story.builder().body("A first story on herring.").build());
      service.refresh();
      List<Future<Results>> answers =
          List.of(
              requests.submit(() -> service.answer("herring")),
              requests.submit(() -> service.answer("herring AND (")),
              requests.submit(() -> service.answer("cod")));
      assertThat(answers.get(0).get()).hasSize(1);
      assertThat(answers.get(1).get().warnings()).isNotEmpty();
      assertThat(answers.get(2).get()).isEmpty();
      service.save();
    }
  }
}
