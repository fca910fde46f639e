package news.cuttings.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import news.cuttings.formats.Format;
import news.cuttings.formats.Told;
import news.cuttings.story.Origin;
import news.cuttings.story.Role;
import news.cuttings.story.Story;
import tools.jackson.core.JsonGenerator;

/** How one text was read: what it was told to be, and where the fields of its stories are from. */
final class Reading {
  private static final int SHOWN = 5;

  private final Told told;
  private final Map<From, Group> groups = new LinkedHashMap<>();

  /** What stories may have in common. */
  private record From(String role, Map<String, String> parts) {}

  /** Stories whose fields are from the same parts. */
  private static final class Group {
    final long line;
    long stories;

    Group(long line) {
      this.line = line;
    }
  }

  Reading(Told told) {
    this.told = told;
  }

  void add(Story story, Map<String, String> parts) {
    String role = story.role().map(Role::label).orElse("story");
    long line = story.origin().map(Origin::line).orElse(0L);
    groups.computeIfAbsent(new From(role, parts), from -> new Group(line)).stories++;
  }

  /** Prints it for a reader. */
  void print(Terminal terminal) {
    String format = told.format().map(Format::label).orElse("not read");
    terminal.print(
        Text.safe(told.where() + ": " + format) + (told.isForced() ? ", as --format says" : ""));
    for (Told.Guess guess : told.guesses()) {
      terminal.print(
          Text.safe(
              String.format(
                  Locale.ROOT,
                  "  %3d  %s: %s",
                  guess.score(),
                  guess.format().label(),
                  guess.why())));
    }
    if (told.guesses().isEmpty() && !told.isForced()) {
      terminal.print("  nothing speaks for any format");
    }
    groups.entrySet().stream()
        .limit(SHOWN)
        .forEach(group -> terminal.print(Text.safe(line(group.getKey(), group.getValue()))));
    if (groups.size() > SHOWN) {
      terminal.print("  and " + (groups.size() - SHOWN) + " more kinds; --json tells all");
    }
  }

  private static String line(From from, Group group) {
    String parts =
        from.parts().entrySet().stream()
            .map(part -> part.getKey() + " from " + part.getValue())
            .collect(Collectors.joining("; "));
    String what =
        from.role().equals("story")
            ? Text.count(group.stories, "story", "stories")
            : Text.count(group.stories, from.role(), from.role() + "s");
    return "  " + what + (group.line > 0 ? " from line " + group.line + " on" : "") + ": " + parts;
  }

  /** What was told of a file, as a JSON object. */
  String json() {
    return JsonLine.object(json -> {
      json.writeStringProperty("file", told.where().file());
      told.where().entry().ifPresent(entry -> json.writeStringProperty("entry", entry));
      JsonLine.string(json, "format", told.format().map(Format::label).orElse(null));
      json.writeBooleanProperty("forced", told.isForced());
      json.writeArrayPropertyStart("told");
      told.guesses()
          .forEach(guess -> {
            json.writeStartObject();
            json.writeStringProperty("format", guess.format().label());
            json.writeNumberProperty("score", guess.score());
            json.writeStringProperty("why", guess.why());
            json.writeEndObject();
          });
      json.writeEndArray();
      json.writeArrayPropertyStart("stories");
      groups.forEach((from, group) -> group(from, group, json));
      json.writeEndArray();
    });
  }

  private static void group(From from, Group group, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("role", from.role());
    json.writeNumberProperty("count", group.stories);
    json.writeNumberProperty("line", group.line);
    json.writeObjectPropertyStart("from");
    from.parts().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeEndObject();
  }
}
