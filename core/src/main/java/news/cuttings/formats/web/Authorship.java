package news.cuttings.formats.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;
import org.jsoup.nodes.Element;

/** Finds the people who wrote a page's story; a house, a desk or an account is nobody. */
final class Authorship {
  private static final int LONGEST = 70;
  private static final int MOST = 12;

  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:(?:words|written|story|report|text|interview|posted|published|article|reported|reviewed|created|authored)(?:"
              + " and [a-z]+)? by|by|author|authors|von|por|di|door|par|av|af|de|a cura"
              + " di|text|texte|texto|testo|tekst|teksti"
              + "|autor|autora|auteur|autore|redactie|автор|текст|كتب|بقلم|מאת|द्वारा|โดย|oleh|penulis|記者|文|作者|记者|yazan|szerző"
              + "|napisał|written|from)\\s*[:：]?\\s+|^(?:作者|记者|記者|文|取材|撰文)[:：／/]\\s*|^(?-i:B[Yy])(?=(?-i:\\p{Lu}\\p{Ll}))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern PATH_END = Pattern.compile("(?:[?#].*|/+)$");

  private static final Pattern PERSON = Pattern.compile("^Person$", Pattern.CASE_INSENSITIVE);

  /** {@code 5 March 2024 by Ann Lee} */
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?<=[^\\p{L}])[Bb][Yy]:?\\s+(\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s+\\p{Lu}[\\p{L}\\p{M}.'’-]*){1,3})");

  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\b(?i:written|authored|reported)"
              + " [Bb]y:?\\s+(\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s+\\p{Lu}[\\p{L}\\p{M}.'’-]*){1,3})");

  private static final Pattern LINK =
      Pattern.compile(
          "/(?:authors?|contributors?|writers?|staff|people|persons?|profiles?|journalists?|reporters?|by|team"
              + "|producers?|u|autor(?:e|es|en|in)?|auteurs?|autori|skribent|redactie|redaktion|redakcja|forfatter|users?|member)"
              + "(?:[/=?.-]|$)|[?&](?:author|q)=",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BY =
      Pattern.compile(
          "\\b(?:by|von|par|por|da|di|door|av|af|przez|от|автор)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern END =
      Pattern.compile(
          "\\s*(?:[|•·–—]|,?\\s\\d{1,2}[-./]\\d|,?\\s(?:\\p{Lu}\\p{L}{2,9}\\.?\\s)?\\d{1,2}(?:,|\\s\\p{L}|$)|\\bon\\b(?="
              + " \\p{L}+ \\d)|\\d{1,2}[:.]\\d\\d|\\d{4}|\\b(?:published|updated|posted|last"
              + " updated|contributor)\\b|,? (?:staff|senior|chief|associate|editor|special) ).*$",
          Pattern.CASE_INSENSITIVE);

  /** Words for a house, a desk or an account, none for a person. */
  private static final Set<String> NOBODY =
      Set.copyOf(
          Letters.words(
              """
              staff editor editors editorial admin administrator webmaster newsroom news
              newsdesk desk team redaktion redaktor redaccion redacción redação redacao
              redazione rédaction redactie redakcja redakce redaksi redaktionen toimitus
              reporter reporters correspondent correspondents contributor contributors guest
              author authors online web office bureau anonymous unknown user support writer
              writers none null undefined size date редакция редактор админ 編集部 编辑 編輯 기자 記者
              """));

  /** {@code ann.lee}, {@code wp_admin2}: the name of an account. */
  private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]+(?:[._-][a-z0-9]+)*");

  private final Set<String> sites;

  /** The people of a page of a site that may be called so. */
  Authorship(List<String> sites) {
    this.sites = new LinkedHashSet<>();
    sites.forEach(site -> this.sites.add(squashed(site)));
  }

  /** What the page's head says. */
  Optional<Found> written(Optional<LinkedData.Thing> article, LinkedData data, Metas metas) {
    List<String> named = new ArrayList<>();
    if (article.isPresent()) {
      for (String property : List.of("author", "creator")) {
        List<LinkedData.Thing> things = article.get().things(property);
        if (named.isEmpty()) {
          (things.isEmpty()
                  ? article.get().texts(property).stream()
                  : things.stream().map(data::whole).flatMap(thing -> thing.text("name").stream()))
              .forEach(named::add);
        }
        // A site may be called as the one who writes it.
        things.stream()
            .filter(thing -> thing.is(PERSON))
            .flatMap(thing -> thing.text("name").stream())
            .filter(name -> Letters.words(name).size() > 1)
            .forEach(name -> sites.remove(squashed(name)));
      }
    }
    Optional<Found> found = names(named).map(names -> new Found(names, "JSON-LD author"));
    for (String name :
        List.of(
            "author",
            "article:author",
            "byl",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "og:article:author",
            "article:author:name",
            "citation_author",
            "creator",
            "article.author",
            "cxenseparse:author",
            "byline")) {
      if (found.isEmpty()) {
        found = names(metas.all(name)).map(names -> new Found(names, "meta " + name));
      }
    }
    // As WordPress writes it for those who share a page.
    for (int i = 1; i <= 4 && found.isEmpty(); i++) {
      String name = "twitter:data" + i;
      if (metas.first("twitter:label" + i).filter(l -> BY.matcher(l.value()).find()).isPresent()) {
        found = names(metas.all(name)).map(names -> new Found(names, "meta " + name));
      }
    }
    return found;
  }

  /** What is marked up as its author. */
  Optional<Found> marked(Element page) {
    for (String query :
        List.of("[itemprop~=author] [itemprop=name]", "[itemprop~=author]", "[rel~=author]")) {
      List<String> names =
          page.select(query).stream()
              .limit(4)
              .map(e -> e.hasAttr("content") ? e.attr("content") : e.text())
              .distinct()
              .toList();
      Optional<Found> found = names(names).map(name -> new Found(name, query));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The name in a link to what else somebody wrote. */
  Optional<Found> linked(Element page, Predicate<String> isNear) {
    for (Element link : page.select("a[href]")) {
      String name = Letters.squeeze(OPENING.matcher(link.text()).replaceFirst(""));
      if (LINK.matcher(link.attr("href")).find() && isCapitalised(name) && isNear.test(name)) {
        Optional<String> found = names(List.of(name));
        if (found.isPresent()) {
          return found.map(names -> new Found(names, "a link to an author"));
        }
      }
    }
    return Optional.empty();
  }

  /** The name in a link whose address ends in it, as those to what somebody wrote do. */
  Optional<Found> linked(Element page) {
    Set<String> names = new LinkedHashSet<>();
    for (Element link : page.select("a[href]")) {
      String name = Letters.squeeze(OPENING.matcher(link.text()).replaceFirst(""));
      String path = PATH_END.matcher(link.attr("href")).replaceFirst("");
      if (isCapitalised(name)
          && LINK.matcher(path).find()
          && squashed(path.substring(path.lastIndexOf('/') + 1)).equals(squashed(name))
          && link.closest("nav, header nav, footer") == null) {
        names.add(name);
      }
    }
    return names.isEmpty() || names.size() > 3
        ? Optional.empty()
        : names(List.of(names.iterator().next()))
            .map(name -> new Found(name, "a link with an author's name in its address"));
  }

  /** Two to five words that begin with a capital, but for particles, and no digit. */
  private static boolean isCapitalised(String name) {
    List<String> words = Letters.words(name);
    return words.size() > 1
        && words.size() <= 5
        && name.length() < LONGEST
        && name.chars().noneMatch(Character::isDigit)
        && words.stream()
            .allMatch(word -> !Character.isLowerCase(word.codePointAt(0)) || word.length() <= 3);
  }

  /**
   * Of a line of the page the names it has after {@code By}; or all of one that is named a byline.
   */
  Optional<Found> seen(String text, boolean isNamed) {
    if (text.length() > 160) {
      return Optional.empty();
    }
    boolean opens = OPENING.matcher(text).find();
    Matcher within = WITHIN.matcher(text);
    String line =
        opens || isNamed || !within.find()
            ? OPENING.matcher(text).replaceFirst("")
            : within.group(1);
    if (!opens && !isNamed && line.equals(text)) {
      return Optional.empty();
    }
    String names = END.matcher(line).replaceFirst("").strip();
    boolean isName =
        isCapitalised(names)
            || (opens
                && isNamed
                && Letters.words(names).size() <= 9
                && names.chars().noneMatch(Character::isDigit));
    return isName
        ? names(List.of(names))
            .map(found ->
                new Found(found, isNamed ? "a line named a byline" : "a line with a byline"))
        : Optional.empty();
  }

  /** Of a line of the page the name that it says wrote this: {@code written by Ann Lee, who …}. */
  Optional<Found> told(String text) {
    Matcher written = WRITTEN.matcher(text);
    return written.find()
        ? names(List.of(written.group(1))).map(name -> new Found(name, "a line that tells who"))
        : Optional.empty();
  }

  static boolean opens(String text) {
    return OPENING.matcher(text).find();
  }

  /** Whether a line is what stands before a name: {@code Written by}. */
  static boolean isOpening(String text) {
    return text.length() < 30 && OPENING.matcher(text + " ").replaceFirst("").isEmpty();
  }

  /** Those who are people, in one line; empty where nobody is. */
  private Optional<String> names(List<String> names) {
    Set<String> people = new LinkedHashSet<>();
    for (String name : names) {
      String bare = Letters.squeeze(OPENING.matcher(Letters.squeeze(name)).replaceFirst(""));
      if (isPerson(bare) && people.size() < MOST) {
        people.add(bare);
      }
    }
    return people.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", people));
  }

  private boolean isPerson(String name) {
    if (name.length() < 2
        || name.length() > LONGEST * 3
        || name.indexOf('@') >= 0
        || name.contains("://")
        || name.contains("/")
        || name.contains("www.")
        || sites.contains(squashed(name))) {
      return false;
    }
    if (name.chars().noneMatch(Character::isLetter)
        || name.chars().filter(Character::isDigit).count() > 1) {
      return false;
    }
    if (isPhrase(name)) {
      return false;
    }
    List<String> words = Letters.words(name.toLowerCase(Locale.ROOT));
    return !ACCOUNT.matcher(name).matches()
        && !isOpening(name)
        && words.stream()
            .noneMatch(word -> NOBODY.contains(word.replaceAll("[^\\p{L}\\p{M}]+", "")));
  }

  /** {@code View more posts}: it begins as a name and goes on in small letters to its end. */
  private static boolean isPhrase(String name) {
    List<String> words = Letters.words(name);
    return words.size() > 2
        && Character.isUpperCase(words.getFirst().codePointAt(0))
        && words.stream()
            .skip(1)
            .allMatch(
                word -> !Character.isUpperCase(word.codePointAt(0)) && word.codePointAt(0) < 0x250);
  }

  private static String squashed(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }
}
