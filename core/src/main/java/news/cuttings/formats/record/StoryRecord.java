package news.cuttings.formats.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.formats.io.HtmlText;
import news.cuttings.formats.io.Parts;
import news.cuttings.formats.io.Wishes;
import news.cuttings.story.WrittenDate;

/**
 * Anybody's record as one of ours.
 *
 * @param json a JSON object with our keys; theirs that mean nothing to us stand beside them
 * @param hasText whether there is a body, or a summary in its place
 * @param isOurs whether no key had to be guessed
 * @param reading how keys that are not ours were taken, for the caller to check
 * @param parts how all keys were taken
 */
record StoryRecord(Node.Obj json, boolean hasText, boolean isOurs, String reading, Parts parts) {
  /** A record's number in its collection is no id: another collection has it too. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

  /** {@code … [+1234 chars]}, at the end of what is no whole text. */
  private static final Pattern CUT = Pattern.compile("\\s*\\[\\+\\d{1,7} [a-z]{4,10}\\]\\s*$");

  private static final Set<Meaning> IN_WORDS =
      EnumSet.of(
          Meaning.BODY,
          Meaning.HEADLINE,
          Meaning.SOURCE,
          Meaning.SECTION,
          Meaning.BYLINE,
          Meaning.TOPICS);

  static StoryRecord of(Node.Obj record, Wishes wishes) {
    Map<Meaning, KeyFinder.Found> found = KeyFinder.in(record, wishes.names());
    KeyFinder.Found summary = found.remove(Meaning.SUMMARY);
    if (!found.containsKey(Meaning.BODY) && summary != null && !summary.value().equals(text(""))) {
      found.put(Meaning.BODY, summary);
    }
    boolean isOurs =
        found.values().stream()
            .allMatch(value -> value.isOurs() || wishes.names().containsKey(value.path()));
    Map<String, Node> ours = new LinkedHashMap<>();
    List<String> reading = new ArrayList<>();
    Parts parts = new Parts();
    found.forEach((meaning, value) -> {
      value.holder().values().remove(value.key());
      Node taken = value.isOurs() ? cleaned(meaning, value) : taken(meaning, value);
      boolean isNumber =
          meaning == Meaning.ID && !isOurs && NUMBER.matcher(Values.one(taken)).matches();
      ours.put(isNumber ? "number" : meaning.key(), taken);
      if (meaning == Meaning.TOPICS && !found.containsKey(Meaning.PEOPLE)) {
        List<String> people = Labels.in(value.value()).people();
        if (!people.isEmpty()) {
          ours.put(Meaning.PEOPLE.key(), texts(people));
          parts.add(Meaning.PEOPLE.key(), value.path());
        }
      }
      String part = value.path() + (value.meaning() == Meaning.SUMMARY ? ", a summary" : "");
      parts.add(meaning.key(), part);
      if (!value.isOurs() && !wishes.names().containsKey(value.path())) {
        reading.add(meaning.key() + " from " + part);
      }
    });
    record
        .values()
        .forEach((key, value) -> {
          String name = wishes.names().getOrDefault(key, key);
          Meaning meaning = Meaning.ours(name);
          boolean isLeft = value instanceof Node.Obj object && object.values().isEmpty();
          boolean isClearing = value instanceof Node.Null || value.equals(new Node.Arr(List.of()));
          if (!isLeft && (meaning == null || meaning == Meaning.SUMMARY || isClearing)) {
            ours.putIfAbsent(name, value);
          }
        });
    withoutSource(ours);
    markCut(ours);
    KeyFinder.Found body = found.get(Meaning.BODY);
    boolean hasText = body != null && Values.says(Values.prose(body.value(), body.key()));
    return new StoryRecord(new Node.Obj(ours), hasText, isOurs, String.join(", ", reading), parts);
  }

  /** Takes the publication's name off a headline, as the titles of web pages have it. */
  private static void withoutSource(Map<String, Node> ours) {
    String source = Values.one(ours.getOrDefault(Meaning.SOURCE.key(), text("")));
    String headline = Values.one(ours.getOrDefault(Meaning.HEADLINE.key(), text("")));
    for (String mark : List.of(" - ", " | ", " – ", " — ")) {
      if (!source.isBlank() && headline.endsWith(mark + source)) {
        int end = headline.length() - mark.length() - source.length();
        ours.put(Meaning.HEADLINE.key(), text(headline.substring(0, end).strip()));
      }
    }
  }

  /** Says of a text that it is cut, where it says so itself. */
  private static void markCut(Map<String, Node> ours) {
    Matcher cut = CUT.matcher(Values.one(ours.getOrDefault(Meaning.BODY.key(), text(""))));
    if (cut.find()) {
      ours.put(Meaning.BODY.key(), text(cut.replaceFirst("")));
      ours.putIfAbsent("truncated", new Node.Other("true"));
    }
  }

  /** Our own value; text that is HTML is read as text all the same. */
  private static Node cleaned(Meaning meaning, KeyFinder.Found found) {
    return switch (found.value()) {
      case Node.Text text when IN_WORDS.contains(meaning) -> text(HtmlText.plain(text.text()));
      case Node.Arr array when meaning == Meaning.BODY -> text(Values.prose(array, found.key()));
      case Node.Obj object when meaning != Meaning.PEOPLE -> taken(meaning, found);
      case Node.Arr array when meaning == Meaning.BYLINE || meaning == Meaning.TOPICS ->
          taken(meaning, found);
      default -> meaning == Meaning.DATE ? date(found.value()) : found.value();
    };
  }

  private static Node taken(Meaning meaning, KeyFinder.Found found) {
    Node value = found.value();
    return switch (meaning) {
      case BODY, SUMMARY -> text(Values.prose(value, found.key()));
      case HEADLINE, SOURCE, SECTION -> text(HtmlText.plain(Values.one(value)));
      case DATE -> date(value);
      case STATUS, EMBARGO -> value;
      case ID -> text(Values.one(value).strip());
      case URL -> text(Values.address(value).strip());
      case BYLINE -> texts(Values.authors(value));
      case TOPICS ->
          value instanceof Node.Text text
              ? text(HtmlText.plain(text.text()))
              : texts(Labels.in(value).topics());
      case PEOPLE ->
          value instanceof Node.Text text
              ? text(HtmlText.plain(text.text()))
              : texts(Labels.in(value).allPeople());
    };
  }

  /** A moment that is given as a number is written out. */
  private static Node date(Node value) {
    if (value instanceof Node.Null) {
      return value;
    }
    String written = Values.one(value).strip();
    return text(WrittenDate.stamp(written).map(moment -> moment.toString()).orElse(written));
  }

  private static Node text(String text) {
    return new Node.Text(text);
  }

  private static Node texts(List<String> texts) {
    return new Node.Arr(texts.stream().map(StoryRecord::text).toList());
  }
}
