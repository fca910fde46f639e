package news.cuttings.formats.record;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
          + " article textbody plaintext contenttext cleanedtext cleantext bodies bodyhtml"
          + " bodyxhtml contenthtml html contents paragraphs sentences document rawtext rawcontent"
          + " texte texto testo tekst teksti volltext inhalt contenu cuerpo contenido contenuto"
          + " corpo conteudo metin icerik tresc brodtext artikel текст 正文 内容 內容 本文 본문 기사"),
  SUMMARY(
      "summary",
      "leadparagraph lead abstract standfirst trailtext description shortdescription snippet"
          + " excerpt teaser dek deck descriptiontext descriptions resume zusammenfassung vorspann"
          + " chapo entradilla resumen"),
  DATE(
      "date",
      "datepublished publisheddate publishdate pubdate publicationdate publishedat publishedon"
          + " published webpublicationdate firstpublished firstpublicationdate datepublication"
          + " dateofpublication publicationdatetime publishedtime publishtime pubtime postdate"
          + " posted postedat datetime displaydate issued seendate firstcreated versioncreated"
          + " datum fecha fechapublicacion dato dataora datapublicacao datadipubblicazione"
          + " veroffentlicht erschienen tarih дата 日期 日付 発行日 날짜 timestamp created createdat"
          + " createdutc datecreated time updated updatedat modified lastmodified data"),
  SOURCE(
      "source",
      "publication publisher newspaper outlet publicationname publishername sourcename sourcetitle"
          + " mediaoutlet medianame sitename newssource provider site paper journal website quelle"
          + " zeitung fuente periodico medio fonte giornale jornal kilde bron avis источник 媒体 来源"
          + " 新聞 sourcedomain domain host media feed feedtitle copyrightholder"),
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
          + " personsmentioned");

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
  record Ranked(Meaning meaning, int rank) {}

  /** Our own key for it. */
  String key() {
    return name;
  }

  /** What the key means; null where it says nothing. */
  static @Nullable Ranked of(String key) {
    return KEYS.get(plain(key));
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
