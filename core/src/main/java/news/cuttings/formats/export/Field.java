package news.cuttings.formats.export;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import news.cuttings.story.Letters;

/**
 * What a label in an export stands for, in the languages of the databases' pages: English, German,
 * French, Spanish, Dutch. Labels are folded, words joined by hyphens.
 */
enum Field {
  HEADLINE(
      "headline title titel titre titulo kop uberschrift schlagzeile encabezado article-title"),
  BYLINE(
      "byline author authors autor autoren autores auteur auteurs von door verfasser signature"
          + " author-byline par"),
  SOURCE(
      "publication-title publication publication-name paper newspaper titre-de-la-publication"
          + " titel-der-publikation titel-der-veroffentlichung publikationstitel publicatietitel"
          + " titulo-de-publicacion titulo-de-la-publicacion titel-van-publicatie zeitung"),
  DATE(
      "date publication-date date-de-publication erscheinungsdatum veroffentlichungsdatum"
          + " fecha-de-publicacion publicatiedatum datum fecha datum-der-veroffentlichung"
          + " datum-van-publicatie"),
  EDITION("edition ausgabe edicion editie"),
  SECTION("section rubrik rubrique seccion sectie rubriek ressort"),
  PAGE(
      "page pages pg start-page first-page seite seiten pagina paginas premiere-page erste-seite"
          + " primera-pagina startpagina"),
  LENGTH("length lange longueur longitud lengte extension word-count words"),
  LANGUAGE(
      "language sprache langue idioma taal language-of-publication langue-de-publication"
          + " sprache-der-publikation idioma-de-publicacion taal-van-publicatie"
          + " sprache-der-veroffentlichung"),
  PERSON("person persons people personne personnes personen persona personas persoon"),
  SUBJECT("subject subjects sujet sujets thema themen tema temas onderwerp schlagwort materia"),
  URL("url document-url website adresse-du-document url-du-document dokument-url"),
  ABSTRACT(
      "highlight abstract summary encart insert resume zusammenfassung resumen samenvatting"
          + " destacado vorspann"),
  BODY("body full-text text texte-integral volltext texto-completo volledige-tekst"),
  /** A picture's caption, a correction, a note: may go on for several paragraphs. */
  BESIDE(
      "graphic grafik graphique grafico grafiek correction berichtigung correccion correctie notes"
          + " note anmerkungen notas notities photo photos cutline chart caption memo illustration"
          + " bildunterschrift legende"),
  /** Begins what an export says of a story after it, and nothing else. */
  LOADED(
      "load-date update ladedatum date-chargement date-de-chargement fecha-carga fecha-de-carga"
          + " laaddatum aktualisierung publication-type type-publication type-de-publication"
          + " tipo-de-publicacion publicatietype publikationstyp journal-code zeitungs-code"
          + " code-journal proquest-document-id record-number document-type numero-de-document"
          + " type-de-document dokumenttyp documenttype tipo-de-documento source-type last-updated"
          + " database copyright openurl-link record"),
  OTHER(
      "dateline ort lieu datelijn series serie correction-date organization organisation"
          + " organizacion organisatie company societe firma unternehmen empresa compania bedrijf"
          + " ticker symbole-boursier borsenkurzel industry secteur-activite industria branche"
          + " industrie geographic localisation-geo geografie geografico geographie country land"
          + " pays pais state staat city stadt ville ciudad stad type category distribution"
          + " enhancement acc-no issn isbn keyword keywords e-mail industry-type media-type"
          + " classification klassifizierung classement clasificacion classificatie publisher"
          + " place-of-publication country-of-publication publication-year publication-subject"
          + " publication-info volume issue location number-of-pages links copyright-notice doi"
          + " company-organization accession-number credit identifier-keyword column index-terms"
          + " document-feature editeur herausgeber lieu-de-publication pays-de-publication"
          + " annee-de-publication sujet-de-la-publication uitgever erscheinungsjahr");

  private static final Map<String, Field> BY_LABEL = new HashMap<>();

  static {
    for (Field field : values()) {
      for (String label : field.labels.split(" ", -1)) {
        BY_LABEL.put(label, field);
      }
    }
  }

  private final String labels;

  Field(String labels) {
    this.labels = labels;
  }

  /** What that label stands for; empty where it is in none of the languages. */
  static Optional<Field> of(String label) {
    String folded = Letters.fold(Letters.squeeze(label)).replaceAll("[ /_]+", "-");
    return Optional.ofNullable(BY_LABEL.get(folded));
  }
}
