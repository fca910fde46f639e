package news.cuttings.cluster;

import static news.cuttings.cluster.Json.object;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import news.cuttings.index.Schema;
import news.cuttings.query.Facet;
import news.cuttings.query.Facets;
import news.cuttings.query.NamedPerson;
import news.cuttings.search.count.DayCounts;
import news.cuttings.search.count.PeopleTally;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Counts the stories that match a query by what they have, exactly. The cluster's quick way of
 * finding the commonest values is exact as long as no shard has more values than it lists; where
 * one has, all values are gone through.
 */
final class Counting {
  /** So many values does a shard list, and a page of all values hold. */
  private static final int LISTED = 10_000;

  private static final int PEOPLE_AT_ONCE = 100;
  private static final int MOST_SPELLINGS = 50_000;
  private static final Comparator<Facet> COMMONEST =
      Comparator.comparingLong(Facet::stories).reversed().thenComparing(Facet::value);

  private final View view;
  private final Map<String, @Nullable Object> query;

  Counting(View view, Query query) {
    this.view = view;
    this.query = object("constant_score", object("filter", QueryJson.of(query)));
  }

  /** That text as a pattern that only it matches. */
  static String pattern(String text) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 128 && !Character.isLetterOrDigit(c)) {
        pattern.append('\\');
      }
      pattern.append(c);
    }
    return pattern.toString();
  }

  private Json aggregate(Map<String, @Nullable Object> by, Map<String, @Nullable Object> matching)
      throws IOException {
    return view.search(
            object("size", 0, "track_total_hits", false, "query", matching, "aggs", by), false)
        .at("aggregations");
  }

  /** The values that most stories have, at most so many; of equals the first by its letters. */
  List<Facet> top(String field, int limit) throws IOException {
    int size = Math.min(limit, LISTED);
    Map<String, @Nullable Object> terms =
        object("terms", object("field", field, "size", size, "shard_size", LISTED));
    Json found = aggregate(object("top", terms), query).at("top");
    boolean isExact =
        found.at("doc_count_error_upper_bound").number() == 0
            && (size == limit || found.at("sum_other_doc_count").number() == 0);
    List<Facet> values = isExact ? new ArrayList<>() : all(field);
    if (isExact) {
      for (Json bucket : found.at("buckets").list()) {
        values.add(new Facet(bucket.at("key").text(), bucket.at("doc_count").number()));
      }
    }
    values.sort(COMMONEST);
    return values.size() > limit ? values.subList(0, limit) : values;
  }

  /** Takes the values of a field. */
  private interface Taker {
    void take(Json value, long stories);
  }

  private void each(String field, Taker taker) throws IOException {
    Object after = null;
    while (true) {
      Map<String, @Nullable Object> composite =
          object(
              "size",
              LISTED,
              "sources",
              List.of(object("value", object("terms", object("field", field)))));
      if (after != null) {
        composite.put("after", after);
      }
      Json found;
      try {
        found = aggregate(object("all", object("composite", composite)), query).at("all");
      } catch (Deadline.TimeOver e) {
        if (after == null) {
          throw e;
        }
        return; // what was counted until then
      }
      List<Json> buckets = found.at("buckets").list();
      buckets.forEach(
          bucket -> taker.take(bucket.at("key", "value"), bucket.at("doc_count").number()));
      after = found.at("after_key").value();
      if (buckets.size() < LISTED || after == null) {
        return;
      }
    }
  }

  private List<Facet> all(String field) throws IOException {
    List<Facet> values = new ArrayList<>();
    each(field, (value, stories) -> values.add(new Facet(value.text(), stories)));
    return values;
  }

  /** How many values of the field the stories have. */
  long distinct(String field) throws IOException {
    long[] count = {0};
    each(field, (value, stories) -> count[0]++);
    return count[0];
  }

  /** How many stories are of each day. */
  DayCounts days() throws IOException {
    DayCounts days = new DayCounts();
    each(Schema.DATE, (day, stories) -> days.add(day.number(), stories));
    Json undated =
        aggregate(object("undated", object("missing", object("field", Schema.DATE))), query);
    long stories = undated.at("undated", "doc_count").number();
    if (stories > 0) {
      days.addUndated(stories);
    }
    return days;
  }

  /** Who is named in most of the stories. */
  List<NamedPerson> people(int limit) throws IOException {
    List<Facet> keys = top(Schema.PERSON, limit);
    List<NamedPerson> people = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += PEOPLE_AT_ONCE) {
      people.addAll(named(keys.subList(from, Math.min(keys.size(), from + PEOPLE_AT_ONCE))));
    }
    return people;
  }

  private List<NamedPerson> named(List<Facet> keys) throws IOException {
    List<String> names = keys.stream().map(Facet::value).toList();
    String spelt =
        "("
            + String.join("|", names.stream().map(Counting::pattern).toList())
            + ")"
            + pattern(String.valueOf(Schema.SEPARATOR))
            + ".*";
    Map<String, @Nullable Object> days =
        object(
            "first",
            object("min", object("field", Schema.DATE)),
            "last",
            object("max", object("field", Schema.DATE)));
    Json found =
        aggregate(
            object(
                "people",
                object(
                    "terms",
                    object("field", Schema.PERSON, "include", names, "size", names.size()),
                    "aggs",
                    days),
                "spellings",
                object(
                    "terms",
                    object(
                        "field",
                        Schema.PERSON_SPELLING,
                        "include",
                        spelt,
                        "size",
                        MOST_SPELLINGS))),
            object(
                "bool",
                object("filter", List.of(query, object("terms", object(Schema.PERSON, names))))));
    Map<String, Json> byKey = new HashMap<>();
    for (Json bucket : found.at("people", "buckets").list()) {
      byKey.put(bucket.at("key").text(), bucket);
    }
    Map<String, Map<String, Long>> forms = forms(found.at("spellings", "buckets"));
    List<NamedPerson> people = new ArrayList<>();
    for (Facet key : keys) {
      Json bucket = byKey.getOrDefault(key.value(), new Json(null));
      people.add(
          PeopleTally.named(
              key.value(),
              key.stories(),
              forms.getOrDefault(key.value(), Map.of()),
              day(bucket.at("first", "value")),
              day(bucket.at("last", "value"))));
    }
    return people;
  }

  private static Map<String, Map<String, Long>> forms(Json buckets) {
    Map<String, Map<String, Long>> forms = new HashMap<>();
    for (Json bucket : buckets.list()) {
      String value = bucket.at("key").text();
      int end = value.indexOf(Schema.SEPARATOR);
      forms
          .computeIfAbsent(value.substring(0, end), absent -> new HashMap<>())
          .put(value.substring(end + 1), bucket.at("doc_count").number());
    }
    return forms;
  }

  private static @Nullable LocalDate day(Json value) {
    return value.isPresent() ? LocalDate.ofEpochDay((long) value.decimal()) : null;
  }

  /** What the stories have most often. */
  Facets facets(int limit) throws IOException {
    return new Facets(
        people(limit).stream().map(one -> new Facet(one.name(), one.stories())).toList(),
        top(Schema.SOURCE + Mapping.VALUES, limit),
        top(Schema.SECTION + Mapping.VALUES, limit),
        days().months());
  }
}
