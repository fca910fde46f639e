package news.cuttings.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import news.cuttings.Corpora;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The learning of the model. {@code mvn -pl core test -Dtest=TrainingTest -Dcuttings.skipTags=
 * -Dcuttings.write=true} makes the resource {@code people.model} anew, in some five minutes and 4
 * GB; the same sets and lists give the same bytes.
 */
@Tag("slow")
class TrainingTest {
  private static final Path RESOURCE =
      Path.of("src/main/resources/news/cuttings/people/people.model");

  private static byte[] learnt(List<String> sets, int every) throws IOException {
    Path folder = Corpora.shared("people/train");
    List<Training.Marked> stories = new ArrayList<>();
    List<Training.Marked> all = Training.stories(folder, sets);
    for (int i = 0; i < all.size(); i += every) {
      stories.add(all.get(i));
    }
    List<Tagged> held = new ArrayList<>();
    for (String set : sets) {
      held.addAll(Training.held(folder, set));
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Training.learn(stories, held).write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void aSmallPieceGivesTheSameBytesTwice() throws IOException {
    byte[] once = learnt(List.of("wikigold", "gmb"), 20);
    assertThat(learnt(List.of("wikigold", "gmb"), 20)).isEqualTo(once);
    Weights weights = Weights.read(new DataInputStream(new ByteArrayInputStream(once)));
    assertThat(weights.size()).isGreaterThan(1000);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    weights.write(new DataOutputStream(again));
    assertThat(again.toByteArray()).isEqualTo(once);
  }

  @Test
  @EnabledIfSystemProperty(named = "cuttings.write", matches = "true")
  void allSetsGiveTheModelThatComesWithTheLibrary() throws IOException {
    Files.write(RESOURCE, learnt(Training.SETS, 1));
  }

  /** What is lost without the sets that are share-alike, be it in part. */
  @Test
  @EnabledIfSystemProperty(named = "cuttings.notShareAlike", matches = "true")
  void withoutShareAlikeSets() throws IOException {
    byte[] model = learnt(Training.NOT_SHARE_ALIKE, 1);
    Weights weights = Weights.read(new DataInputStream(new ByteArrayInputStream(model)));
    System.out.println(weights.size() + " features, " + model.length + " bytes");
    Recogniser recogniser = new TrainedRecogniser(Lexicon.standard(), weights);
    assertThat(MeasureTest.measured(recogniser)).isNotEmpty();
  }
}
