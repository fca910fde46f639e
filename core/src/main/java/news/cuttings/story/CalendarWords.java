package news.cuttings.story;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that stand in dates, folded: months and weekdays with their usual abbreviations, and
 * the small words about them.
 *
 * <p>A word may mean several things: {@code mar} is a month in some languages and a weekday in
 * others, {@code listopada} November in Polish and October in Croatian. All are given; who reads a
 * date finds out whether they come to one day.
 */
final class CalendarWords {
  private static final int SHORTEST_MONTH = 3;
  private static final int SHORTEST_WEEKDAY = 2;
  private static final int LONGEST_ABBREVIATION = 5;

  /**
   * Twelve words a row; spellings of one month are parted by a stroke. A word is abbreviated to its
   * beginning, unless the row begins with an equals sign.
   */
  private static final String[] MONTHS = {
    "january february march april may june july august september october november"
        + " december", // en
    "janvier février mars avril mai juin juillet août septembre octobre novembre"
        + " décembre", // fr
    "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre"
        + " noviembre diciembre", // es
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre"
        + " novembre dicembre", // it
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro"
        + " novembro dezembro", // pt
    "gener febrer març abril/dabril maig juny juliol agost/dagost/ag setembre"
        + " octubre/doctubre novembre desembre", // ca
    "januari februari maart/mrt april mei juni juli augustus september oktober"
        + " november december", // nl
    "januari februari mars april maj juni juli augusti september oktober november"
        + " december", // sv
    "styczeń/stycznia luty/lutego marzec/marca kwiecień/kwietnia maj/maja"
        + " czerwiec/czerwca lipiec/lipca sierpień/sierpnia wrzesień/września"
        + " październik/października listopad/listopada grudzień/grudnia", // pl
    "január február március április május június július augusztus szeptember"
        + " október november december", // hu
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie"
        + " noiembrie decembrie", // ro
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık", // tr
    "januari februari maret april mei juni juli agustus september oktober november"
        + " desember", // id
    "январь/января февраль/февраля март/марта апрель/апреля май/мая июнь/июня"
        + " июль/июля август/августа сентябрь/сентября октябрь/октября ноябрь/ноября"
        + " декабрь/декабря", // ru
    "січень/січня лютий/лютого березень/березня квітень/квітня травень/травня"
        + " червень/червня липень/липня серпень/серпня вересень/вересня жовтень/жовтня"
        + " листопад/листопада грудень/грудня", // uk
    "януари февруари март април май юни юли август септември октомври ноември" + " декември", // bg
    "Ιανουάριος/Ιανουαρίου Φεβρουάριος/Φεβρουαρίου Μάρτιος/Μαρτίου"
        + " Απρίλιος/Απριλίου Μάιος/Μαΐου Ιούνιος/Ιουνίου Ιούλιος/Ιουλίου"
        + " Αύγουστος/Αυγούστου Σεπτέμβριος/Σεπτεμβρίου Οκτώβριος/Οκτωβρίου"
        + " Νοέμβριος/Νοεμβρίου Δεκέμβριος/Δεκεμβρίου", // el
  };

  /** The months in the languages that put a point after the number of the day. */
  private static final String[] MONTHS_AFTER_POINT = {
    "januar/janner februar/feber märz/maerz april mai juni juli august september"
        + " oktober november dezember", // de
    "januar februar marts april maj juni juli august september oktober november"
        + " december", // da
    "januar februar mars april mai juni juli august september oktober november" + " desember", // no
    "=tammikuu/tammikuuta/tammi helmikuu/helmikuuta/helmi maaliskuu/maaliskuuta/maalis"
        + " huhtikuu/huhtikuuta/huhti toukokuu/toukokuuta/touko kesäkuu/kesäkuuta/kesä"
        + " heinäkuu/heinäkuuta/heinä elokuu/elokuuta/elo syyskuu/syyskuuta/syys"
        + " lokakuu/lokakuuta/loka marraskuu/marraskuuta/marras joulukuu/joulukuuta/joulu", // fi
    "leden/ledna únor/února březen/března duben/dubna květen/května"
        + " červen/června/čvn červenec/července/čvc srpen/srpna září/zář říjen/října"
        + " listopad/listopadu prosinec/prosince", // cs
    "január/januára február/februára marec/marca apríl/apríla máj/mája jún/júna"
        + " júl/júla august/augusta september/septembra október/októbra november/novembra"
        + " december/decembra", // sk
    "siječanj/siječnja veljača/veljače ožujak/ožujka travanj/travnja"
        + " svibanj/svibnja lipanj/lipnja srpanj/srpnja kolovoz/kolovoza rujan/rujna"
        + " listopad/listopada studeni/studenog/studenoga prosinac/prosinca", // hr
    "januar/januara februar/februara mart/marta april/aprila maj/maja jun/juna"
        + " jul/jula avgust/avgusta septembar/septembra oktobar/oktobra novembar/novembra"
        + " decembar/decembra", // sr
    "januar/januarja februar/februarja marec/marca april/aprila maj/maja"
        + " junij/junija julij/julija avgust/avgusta september/septembra oktober/oktobra"
        + " november/novembra december/decembra", // sl
  };

  /** Seven words a row, Monday first, in the languages of the months. */
  private static final String[] WEEKDAYS = {
    "monday tuesday wednesday/weds thursday/thurs friday saturday sunday", // en
    "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag", // de
    "lundi mardi mercredi jeudi vendredi samedi dimanche", // fr
    "lunes martes miércoles jueves viernes sábado domingo", // es
    "lunedì martedì mercoledì giovedì venerdì sabato domenica", // it
    "segunda terça quarta quinta sexta sábado domingo", // pt
    "dilluns/dl dimarts/dt dimecres/dc dijous/dj divendres/dv dissabte/ds diumenge/dg", // ca
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag", // nl
    "måndag tisdag onsdag torsdag fredag lördag söndag", // sv
    "mandag tirsdag onsdag torsdag fredag lørdag søndag", // da, no
    "maanantai/maanantaina tiistai/tiistaina keskiviikko/keskiviikkona torstai/torstaina"
        + " perjantai/perjantaina lauantai/lauantaina sunnuntai/sunnuntaina", // fi
    "poniedziałek wtorek środa/środę czwartek piątek/pt sobota/sobotę niedziela/niedzielę", // pl
    "pondělí úterý středa čtvrtek pátek sobota neděle", // cs
    "pondelok utorok streda štvrtok/št piatok sobota nedeľa", // sk
    "ponedjeljak utorak srijeda četvrtak petak subota nedjelja", // hr
    "ponedeljak utorak sreda četvrtak petak subota nedelja", // sr
    "ponedeljek torek sreda četrtek petek sobota nedelja", // sl
    "hétfő/h kedd/k szerda csütörtök/cs péntek/p szombat vasárnap/v", // hu
    "luni marți miercuri joi vineri sâmbătă duminică", // ro
    "pazartesi/pzt salı çarşamba/çrş perşembe/prş cuma/cum cumartesi/cmt pazar/paz", // tr
    "senin selasa rabu kamis jumat sabtu minggu", // id
    "понедельник/пн вторник/вт среда/среду/ср четверг/чт пятница/пятницу/пт суббота/субботу/сб"
        + " воскресенье/вс", // ru
    "понеділок/пн вівторок/вт середа/середу/ср четвер/чт п'ятниця/п'ятницю/пт субота/суботу/сб"
        + " неділя/неділю/нд", // uk
    "понеделник/пн вторник/вт сряда/ср четвъртък/чт петък/пт събота/сб неделя/нд", // bg
    "Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή", // el
  };

  /** The days from Monday on in languages that write them without spaces. */
  private static final String[] EAST_ASIAN = {
    "=星期一/周一/週一/月曜日/月曜/월요일 星期二/周二/週二/火曜日/火曜/화요일 星期三/周三/週三/水曜日/水曜/수요일"
        + " 星期四/周四/週四/木曜日/木曜/목요일 星期五/周五/週五/金曜日/金曜/금요일"
        + " 星期六/周六/週六/土曜日/土曜/토요일 星期日/星期天/周日/週日/日曜日/日曜/일요일",
  };

  /** What stands between the parts of a date, before or after it, and says nothing of the day. */
  private static final Set<String> SMALL =
      folded(
          "of the on in at de del dels d do da di le el la il lo l dell der den dem am um die à às"
              + " as alle ore om op kl klo las les a em este i o w v u dne dnia dne år år year vom"
              + " ab στις τις του г года год гг р року r roku rok god godine godina leta leto év"
              + " évi ж m anul sob feira hrs hours hs h uhr hora horas heures local time jour");

  /** Words by which papers introduce a date. */
  private static final Set<String> LABELS =
      folded(
          "date dated published publication posted created issued filed first last online print"
              + " datum stand veröffentlicht erschienen zuletzt erstellt"
              + " publié publiée publie paru créé fecha publicado publicada última pubblicato data"
              + " gepubliceerd publicerad publisert publiceret udgivet julkaistu opublikowano"
              + " zveřejněno publikováno objavljeno publicat yayınlanma опубликовано");

  /** Words that say of a date that the story was there before. */
  private static final Set<String> UPDATES =
      folded(
          "update updated modified edited revised aktualisiert geändert mis modifié modifiée"
              + " actualizado actualizada actualización actualisé aggiornato aggiornamento"
              + " atualizado atualizada bijgewerkt uppdaterad oppdatert opdateret päivitetty"
              + " aktualizacja aktualizováno ažurirano güncelleme обновлено");

  private static final Map<String, Set<Integer>> MONTH_OF = read(MONTHS, SHORTEST_MONTH);
  private static final Map<String, Set<Integer>> MONTH_AFTER_POINT =
      read(MONTHS_AFTER_POINT, SHORTEST_MONTH);
  private static final Map<String, Set<Integer>> WEEKDAY_OF =
      read(
          Stream.of(WEEKDAYS, EAST_ASIAN).flatMap(Stream::of).toArray(String[]::new),
          SHORTEST_WEEKDAY);

  private CalendarWords() {}

  /** What the look of a date says of its language. */
  enum Look {
    /** A point after the number of the day. */
    POINT,
    /** A space there, and the month's name after it. */
    SPACE,
    /** Neither. */
    UNKNOWN
  }

  /** The months, from 1, that a folded word may mean in a date of that look; none where none. */
  static Set<Integer> months(String word, Look look) {
    Set<Integer> plain = MONTH_OF.getOrDefault(word, Set.of());
    Set<Integer> pointed = MONTH_AFTER_POINT.getOrDefault(word, Set.of());
    if (pointed.isEmpty() || (look == Look.SPACE && !plain.isEmpty())) {
      return plain;
    }
    if (plain.isEmpty() || look == Look.POINT) {
      return pointed;
    }
    Set<Integer> both = new HashSet<>(plain);
    both.addAll(pointed);
    return both;
  }

  /** The days of the week, Monday 1, that a folded word may mean; none where it means none. */
  static Set<Integer> weekdays(String word) {
    return WEEKDAY_OF.getOrDefault(word, Set.of());
  }

  /** Whether a folded word may stand about a date. */
  static boolean isSmall(String word) {
    return SMALL.contains(word) || LABELS.contains(word) || UPDATES.contains(word);
  }

  /** Whether a folded word says of a date that the story was there before. */
  static boolean isUpdate(String word) {
    return UPDATES.contains(word);
  }

  /** Every folded word that introduces a date. */
  static Set<String> labels() {
    return Stream.of(LABELS, UPDATES).flatMap(Set::stream).collect(Collectors.toSet());
  }

  private static Map<String, Set<Integer>> read(String[] rows, int shortest) {
    Map<String, Set<Integer>> meanings = new HashMap<>();
    for (String row : rows) {
      boolean whole = row.startsWith("=");
      String[] names = Letters.fold(whole ? row.substring(1) : row).split(" ", -1);
      for (int i = 0; i < names.length; i++) {
        for (String name : names[i].split("/", -1)) {
          add(name, i + 1, meanings);
          for (int end = shortest; !whole && end <= LONGEST_ABBREVIATION; end++) {
            String form = name.length() > end ? name.substring(0, end) : name;
            if (isOfOne(form, names)) {
              add(form, i + 1, meanings);
            }
          }
        }
      }
    }
    return meanings;
  }

  private static void add(String word, int meaning, Map<String, Set<Integer>> meanings) {
    meanings.computeIfAbsent(word, first -> new HashSet<>()).add(meaning);
  }

  /** Whether an abbreviation is the beginning of one word of the row only. */
  private static boolean isOfOne(String form, String[] names) {
    return Stream.of(names)
            .filter(name -> Stream.of(name.split("/", -1)).anyMatch(n -> n.startsWith(form)))
            .count()
        == 1;
  }

  private static Set<String> folded(String words) {
    return Set.copyOf(new HashSet<>(List.of(Letters.fold(words).split(" ", -1))));
  }
}
