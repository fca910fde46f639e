package news.cuttings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Stream;
import news.cuttings.formats.EditionPage;
import news.cuttings.formats.Format;
import news.cuttings.people.People;
import news.cuttings.query.DatePeriod;
import news.cuttings.query.Results;
import news.cuttings.query.StoryQuery;
import news.cuttings.story.Story;
import news.cuttings.story.StoryJson;

/** The whole way once: pages read, people named, filed, asked; what comes out, in one text. */
public final class PlaceRun {
  private PlaceRun() {}

  /** Runs in the folder that is named, and prints it. */
  public static void main(String[] args) throws IOException {
    String text = run(Path.of(args[0]), Path.of(args[1]));
    String where = Locale.getDefault() + " " + TimeZone.getDefault().getID();
    System.out.write((where + "\n" + text).getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }

  static String run(Path folder, Path page) throws IOException {
    StringBuilder text = new StringBuilder();
    try (StoryIndex index = StoryIndex.at(folder).people(People.standard()).open()) {
      index.addAll(EditionPage.read(page));
      index.add(
          Story.builder()
              .id("i")
              .headline("TITLE IN DIYARBAKIR, ISTANBUL I")
              .body("Alicia Bárcena met İlker Işık in Istanbul on the first, of ILI INC. Izmir.")
              .date(LocalDate.of(2024, 1, 1))
              .build());
      index.commit();
      for (String query :
          List.of(
              "title istanbul",
              "IŞIK",
              "person:barcena",
              "date:2024-01-01",
              "DIYARBAKIR*",
              "HEADLINE:istanbul SINCE:2024",
              "\"ILI INC Izmir\"")) {
        Results found = index.search(StoryQuery.parse(query, LocalDate.of(2024, 1, 2)));
        text.append(Filed.ids(found)).append(' ');
        text.append(found.interpretation()).append(found.warnings()).append('\n');
      }
      text.append(Stream.of(Format.values()).map(Format::label).toList()).append('\n');
      text.append(index.people(StoryQuery.everything(), 20)).append('\n');
      text.append(index.timeline(StoryQuery.everything(), DatePeriod.By.DAY)).append('\n');
      index.export(story -> text.append(StoryJson.write(story)).append('\n'));
    }
    assertThat(Maintenance.check(folder).problems()).isEmpty();
    assertThat(Files.isDirectory(folder)).isTrue();
    return text.toString();
  }
}
