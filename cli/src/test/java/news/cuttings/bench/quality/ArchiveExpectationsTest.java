package news.cuttings.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import news.cuttings.StoryIndex;
import news.cuttings.bench.corpora.Corpus;
import news.cuttings.query.Hit;
import news.cuttings.query.StoryQuery;
import news.cuttings.query.syntax.StopWords;
import news.cuttings.story.Letters;
import news.cuttings.story.Person;
import news.cuttings.story.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What people expect of a search in an archive, all that is in the shared data: the story whose
 * headline is typed, stories with all of the words, stories about the person. Some minutes. What
 * was chosen was chosen on the first half; {@code RELEVANCE.md} has the figures of both.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveExpectationsTest {
  private static final int QUERIES = 1000;
  private static final int PAGE = 10;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}.'-]+( \\p{Lu}[\\p{L}.'-]+)+");

  private final Map<String, Story> stories = new LinkedHashMap<>();
  private final StoryIndex index = StoryIndex.inMemory();

  @BeforeAll
  void file() throws IOException {
    take("time", Corpora.shared("time"));
    take("cran", Corpora.shared("cran"));
    take("ecbplus", Corpora.shared("ecbplus"));
    take("reuters", Corpora.shared("reuters21578"));
    take("web", Corpora.shared("web/gold.jsonl.gz"));
    take("pages", Corpora.shared("edition-pages"));
    take("stories", Corpora.testdata("stories"));
    index.addAll(stories.values());
    index.commit();
    index.maintenance().optimize(1);
    // With the people that were recognised.
    index.export(story -> stories.put(story.id(), story));
  }

  private void take(String name, Path path) throws IOException {
    Corpus.of(name, List.of(path))
        .each(story -> {
          Story own = story.toBuilder().id(name + "/" + story.id()).build();
          stories.put(own.id(), own);
        });
  }

  @AfterAll
  void close() throws IOException {
    index.close();
  }

  /** A share of tries, in each half. */
  private static final class Share {
    private final int[] good = new int[2];
    private final int[] all = new int[2];

    void add(int number, boolean isGood) {
      all[number % 2]++;
      good[number % 2] += isGood ? 1 : 0;
    }

    /** In percent, the worse half. */
    double least(String what) {
      double[] share = {100.0 * good[0] / all[0], 100.0 * good[1] / all[1]};
      System.out.printf(Locale.ROOT, "%s: %.1f | %.1f %%%n", what, share[0], share[1]);
      return Math.min(share[0], share[1]);
    }
  }

  @Test
  void aHeadlineTypedFindsItsStoryFirst() throws IOException {
    Share whole = new Share();
    Share without = new Share();
    Share misspelt = new Share();
    List<Story> drawn = drawn(QUERIES);
    for (int i = 0; i < drawn.size(); i++) {
      String headline = drawn.get(i).headline().orElseThrow();
      Random random = new Random(i);
      List<String> words = new ArrayList<>(List.of(SPACE.split(headline.strip(), -1)));
      whole.add(i, isFirst(headline, headline));
      misspelt.add(i, isFirst(misspelt(words, random), headline));
      words.remove(random.nextInt(words.size()));
      without.add(i, isFirst(String.join(" ", words), headline));
    }
    assertThat(whole.least("a headline typed whole")).isGreaterThanOrEqualTo(98);
    assertThat(without.least("with a word left out")).isGreaterThanOrEqualTo(95.5);
    assertThat(misspelt.least("with a word misspelt")).isGreaterThanOrEqualTo(95);
  }

  /** Whether the first hit has that headline. */
  private boolean isFirst(String typed, String headline) throws IOException {
    List<Hit> hits = index.search(StoryQuery.parse(typed).limit(1)).hits();
    return !hits.isEmpty()
        && Letters.key(hits.getFirst().headline().orElse("")).equals(Letters.key(headline));
  }

  /** Two letters of one of the longer words changed about. */
  private static String misspelt(List<String> words, Random random) {
    List<String> typed = new ArrayList<>(words);
    List<Integer> longer = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).chars().allMatch(Character::isLetter) && words.get(i).length() > 4) {
        longer.add(i);
      }
    }
    if (!longer.isEmpty()) {
      int which = longer.get(random.nextInt(longer.size()));
      StringBuilder word = new StringBuilder(words.get(which));
      int at = 1 + random.nextInt(word.length() - 2);
      char moved = word.charAt(at);
      word.deleteCharAt(at).insert(at + 1, moved);
      typed.set(which, word.toString());
    }
    return String.join(" ", typed);
  }

  @Test
  void ofTwoOrThreeWordsThoseWithAllComeFirst() throws IOException {
    Share share = new Share();
    List<Story> drawn = drawn(QUERIES);
    for (int i = 0; i < drawn.size(); i++) {
      List<String> words = words(drawn.get(i), new Random(i), 2 + i / 2 % 2);
      String text = String.join(" ", words).toLowerCase(Locale.ROOT);
      StoryQuery query = StoryQuery.words(text).idsOnly();
      Set<String> all = ids(query.match(StoryQuery.Match.ALL).limit(PAGE * PAGE));
      List<String> first = List.copyOf(ids(query.limit(PAGE)));
      boolean isAll = all.containsAll(first.subList(0, Math.min(all.size(), first.size())));
      share.add(i, isAll || all.size() == PAGE * PAGE);
    }
    assertThat(share.least("all of two or three words first")).isGreaterThanOrEqualTo(99.5);
  }

  /** Different words that rank, of the story's beginning. */
  private static List<String> words(Story story, Random random, int count) {
    Set<String> words = new LinkedHashSet<>();
    for (String word : Letters.words(story.headline().orElse("") + " " + story.lead())) {
      if (word.length() > 3 && !StopWords.has(word)) {
        words.add(word);
      }
    }
    List<String> drawn = new ArrayList<>(words);
    Collections.shuffle(drawn, random);
    return drawn.subList(0, Math.min(count, drawn.size()));
  }

  private Set<String> ids(StoryQuery query) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    index.search(query).forEach(hit -> ids.add(hit.id()));
    return ids;
  }

  /** About: in the headline, or in the lead and three times. A mention: once, after the lead. */
  @Test
  void storiesAboutAPersonComeBeforeMentions() throws IOException {
    Map<String, Set<String>> named = new HashMap<>();
    for (Story story : stories.values()) {
      for (Person person : story.people()) {
        if (NAME.matcher(person.name()).matches()) {
          named.computeIfAbsent(person.name(), name -> new HashSet<>()).add(story.id());
        }
      }
    }
    List<String> names = new ArrayList<>(named.keySet());
    names.sort(Comparator.comparingLong(ArchiveExpectationsTest::hash));
    Share first = new Share();
    Share pairs = new Share();
    int compared = 0;
    int asked = 0;
    for (String name : names) {
      Set<String> of = named.getOrDefault(name, Set.of());
      if (of.stream().anyMatch(id -> isAbout(id, name))
          && of.stream().anyMatch(id -> isMention(id, name))) {
        asked++;
        List<String> hits = List.copyOf(ids(StoryQuery.words(name).limit(PAGE * PAGE)));
        hits = hits.stream().filter(of::contains).toList();
        hits = hits.stream().filter(id -> isAbout(id, name) || isMention(id, name)).toList();
        first.add(asked, !hits.isEmpty() && isAbout(hits.getFirst(), name));
        for (int i = 0; i < hits.size(); i++) {
          for (int j = i + 1; j < hits.size(); j++) {
            boolean inOrder = isAbout(hits.get(i), name) && isMention(hits.get(j), name);
            boolean against = isMention(hits.get(i), name) && isAbout(hits.get(j), name);
            if (inOrder || against) {
              pairs.add(compared++, inOrder);
            }
          }
        }
      }
    }
    System.out.println(asked + " people");
    assertThat(asked).isGreaterThan(50);
    assertThat(first.least("about before all mentions")).isGreaterThanOrEqualTo(85);
    assertThat(pairs.least("pairs about before mentioned")).isGreaterThanOrEqualTo(90);
  }

  private boolean isAbout(String id, String name) {
    Story story = story(id);
    String last = last(name);
    return story.headline().map(Letters::words).orElse(List.of()).contains(last)
        || (Letters.words(story.lead()).contains(last) && times(story, last) > 2);
  }

  private boolean isMention(String id, String name) {
    Story story = story(id);
    String last = last(name);
    return !isAbout(id, name)
        && !Letters.words(story.lead()).contains(last)
        && times(story, last) == 1;
  }

  private Story story(String id) {
    return Objects.requireNonNull(stories.get(id));
  }

  private static long times(Story story, String word) {
    return Letters.words(story.body()).stream().filter(word::equals).count();
  }

  private static String last(String name) {
    return Letters.words(name).getLast();
  }

  /** Stories with a headline of three words at least, drawn by a hash. */
  private List<Story> drawn(int count) {
    return stories.values().stream()
        .filter(story -> SPACE.split(story.headline().orElse("").strip(), -1).length > 2)
        .sorted(Comparator.comparingLong(story -> hash(story.id())))
        .limit(count)
        .toList();
  }

  private static long hash(String id) {
    CRC32 hash = new CRC32();
    hash.update(id.getBytes(StandardCharsets.UTF_8));
    return hash.getValue();
  }
}
