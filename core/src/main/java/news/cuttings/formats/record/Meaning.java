package news.cuttings.formats.record;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import news.cuttings.story.Letters;
import org.jspecify.annotations.Nullable;

/** What a key of somebody's record may mean, with the keys that mean it: the surest come first. */
enum Meaning {
  ID("id", "uuid guid uid documentid docid docno articleid storyid newsid identifier itemid"),
  HEADLINE(
      "headline",
      "webtitle hed title headlines headlinetext newstitle articletitle storytitle titletext"
          + " uberschrift ueberschrift schlagzeile titel titulo titular titre titolo titlu otsikko"
          + " overskrift kop tytul baslik nadpis cim заголовок tytuł 标题 標題 見出し タイトル 제목"
          + " heading"),
  BODY(
      "body",
      "bodytext articlebody fulltext maintext text content articletext storytext newstext story"
          + " article textbody plaintext contenttext cleanedtext cleantext bodies contentelements"
          + " blocks richtext bodyhtml bodynitf bodyxhtml contenthtml html contents paragraphs"
          + " sentences document rawtext rawcontent texte texto testo tekst teksti volltext inhalt"
          + " contenu cuerpo contenido contenuto corpo conteudo metin icerik tresc brodtext artikel"
          + " текст 正文 内容 內容 本文 본문 기사"),
  SUMMARY(
      "summary",
      "leadparagraph lead abstract standfirst trailtext description shortdescription snippet"
          + " excerpt teaser dek deck descriptiontext descriptions resume zusammenfassung vorspann"
          + " chapo entradilla resumen"),
  DATE(
      "date",
      "datepublished datepublish publisheddate publishdate pubdate publicationdate publishedat"
          + " publishedon published webpublicationdate firstpublished firstpublicationdate"
          + " datepublication dateofpublication publicationdatetime publishedtime publishtime"
          + " pubtime postdate posted postedat datetime displaydate issued seendate firstcreated"
          + " versioncreated datum fecha fechapublicacion dato dataora datapublicacao"
          + " datadipubblicazione veroffentlicht erschienen tarih дата 日期 日付 発行日 날짜 timestamp"
          + " created createdat createdutc datecreated time updated updatedat modified lastmodified"
          + " data"),
  SOURCE(
      "source",
      "publication publisher newspaper outlet publicationname providers publishername sourcename"
          + " sourcetitle mediaoutlet medianame sitename newssource provider site paper journal"
          + " website quelle zeitung fuente periodico medio fonte giornale jornal kilde bron avis"
          + " источник 媒体 来源 新聞 sourcedomain domain host media feed feedtitle distributor"
          + " copyrightholder"),
  BYLINE(
      "byline",
      "author authors bylines creator creators writer writers journalist reporter authorname"
          + " autor autores auteur auteurs autore autori verfasser forfatter skribent yazar автор"
          + " 作者 記者 기자 by contributors contributor"),
  SECTION(
      "section",
      "sectionname sectiontitle newsdesk desk category categoryname ressort seccion rubrique"
          + " sezione secao kategorie categorie categoria kategori рубрика 分类 channel department"),
  URL(
      "url",
      "weburl link permalink canonicalurl articleurl storyurl originalurl href shareurl pageurl uri"
          + " address lien enlace"),
  TOPICS(
      "topics",
      "tags keywords topic subjects subject categories labels schlagworte schlagworter stichworte"
          + " motscles palabrasclave etiquetas temas keyword tag"),
  PEOPLE(
      "people",
      "persons person personen personnes personas persone namedpersons perfacet peoplementioned"
          + " personsmentioned entities namedentities concepts"),
  STATUS("status", "pubstatus publishingstatus"),
  EMBARGO("embargo", "embargoed embargoeduntil embargodate embargotime");

  private static final Map<String, Ranked> KEYS = keys();

  private final String name;

  @SuppressWarnings("ImmutableEnumChecker") // List.of gives one that nobody changes
  private final List<String> others;

  Meaning(String name, String others) {
    this.name = name;
    this.others = List.of(others.split(" "));
  }

  /**
   * What a key means, and how surely.
   *
   * @param rank 0 for the key that is ours, the more the less sure
   */
  record Ranked(Meaning meaning, int rank) {
    /** Whether the key as it is means it. */
    boolean isSure() {
      return rank < FURTHER;
    }
  }

  /** Words of a key that name the record, or how the value is written, and not what it is. */
  private static final Set<String> OF_RECORD =
      Set.of(
          ("article news story post item entry doc document main full raw clean cleaned original"
                  + " display web the first wp rss og primary")
              .split(" "));

  private static final Set<String> OF_FORM =
      Set.of(
          ("en de fr es it nl pt main plain clean cleaned full original html xhtml nitf text"
                  + " txt string str display t s ss ts txts dt dts tdt pdt general")
              .split(" "));

  private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  /** How much less sure a key is from which a word was taken. */
  private static final int FURTHER = 100;

  /** Our own key for it. */
  String key() {
    return name;
  }

  /** What the key means; null where it says nothing. */
  static @Nullable Ranked of(String key) {
    Ranked known = KEYS.get(plain(key));
    return known != null ? known : within(WORDS.split(key.substring(key.lastIndexOf(':') + 1)));
  }

  /** What it means without words that say nothing: {@code post_title}, {@code body_txt_en}. */
  private static @Nullable Ranked within(String[] words) {
    int shortest = words.length;
    while (shortest > 1 && OF_FORM.contains(plain(words[shortest - 1]))) {
      shortest--;
    }
    int latest = words.length > 1 && OF_RECORD.contains(plain(words[0])) ? 1 : 0;
    for (int first = 0; first <= latest; first++) {
      for (int end = words.length; end >= Math.max(shortest, first + 1); end--) {
        Ranked known = KEYS.get(plain(String.join("", List.of(words).subList(first, end))));
        if (known != null) {
          return new Ranked(known.meaning, known.rank + FURTHER);
        }
      }
    }
    return null;
  }

  /** The meaning that has this very key as ours; null where none has. */
  static @Nullable Meaning ours(String key) {
    for (Meaning meaning : values()) {
      if (meaning.name.equals(key)) {
        return meaning;
      }
    }
    return null;
  }

  /** A key in small letters, without accents, marks and what names its vocabulary. */
  static String plain(String key) {
    String local = key.substring(key.lastIndexOf(':') + 1);
    StringBuilder plain = new StringBuilder();
    Letters.fold(local)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  private static Map<String, Ranked> keys() {
    Map<String, Ranked> keys = new HashMap<>();
    for (Meaning meaning : values()) {
      keys.putIfAbsent(plain(meaning.name), new Ranked(meaning, 0));
      int rank = 1;
      for (String other : meaning.others) {
        keys.putIfAbsent(plain(other), new Ranked(meaning, rank++));
      }
    }
    return Map.copyOf(keys);
  }
}
