package news.cuttings.people;

import java.util.Set;
import news.cuttings.story.Letters;

/** Words that tell what the words before or after them are, whatever these are elsewhere. */
final class Heads {
  /** What a thing or body is that is named after somebody: {@code Park}, {@code Foundation}. */
  static final Set<String> OF_THINGS =
      Set.copyOf(
          Letters.words(
              """
              inc corp corporation co company ltd plc llc llp gmbh ag group holdings bank partners
              brothers bros sons associates university college school hospital institute foundation
              museum gallery library theatre theater cathedral church abbey chapel park street road
              avenue lane square boulevard bridge airport stadium arena station tower building house
              hall castle palace court centre center island islands river lake mount mountain
              mountains bay beach valley hill hills county city town village province district
              prize award medal cup trophy open masters classic act bill law amendment doctrine
              plan party committee commission council agency times post herald tribune gazette
              journal news press hotel airlines motors records pictures studios villa rovers united
              wanderers athletic albion hotspur rangers celtic thistle argyle orient academicals
              fc afc cf rfc garden gardens foods advisors systems technologies
              industries services ventures securities productions entertainment
              """));

  /** What is said before a name and is never the first word of one. */
  static final Set<String> BARE_TITLES =
      Set.copyOf(
          Letters.words(
              "mr mrs ms mx messrs dr sir dame baroness cllr councillor prof rev supt insp det sgt"));

  /** What is said before a name and the word {@code Justice}. */
  static final Set<String> OF_JUSTICES = Set.of("lord", "lady", "mr", "mrs", "ms");

  /** What ends the name of a firm. */
  static final Set<String> OF_FIRMS =
      Set.copyOf(
          Letters.words(
              "inc corp corporation co company ltd plc llc llp gmbh ag sa spa holdings partners"));

  /** What is said before a name and is no part of it. */
  static final Set<String> TITLES =
      Set.copyOf(
          Letters.words(
              """
              mr mrs ms miss messrs dr sir dame lord lady baroness baron count countess duke duchess
              president chancellor premier senator sen rep representative congressman congresswoman
              governor gov mayor minister secretary ambassador judge justice prof professor gen
              general lt lieutenant col colonel maj major capt captain sgt sergeant cpl brig
              brigadier adm admiral marshal cmdr commander supt pope cardinal archbishop bishop rev
              reverend fr sheikh ayatollah imam mullah king queen prince princess emperor sultan
              exchequer coach striker midfielder defender goalkeeper
              """));

  /** What is named after who first told of it, as in {@code Parkinson's disease}. */
  static final Set<String> OF_AILMENTS =
      Set.of("disease", "syndrome", "lymphoma", "sarcoma", "palsy", "dementia", "chorea");

  /** What has a person's name given to it. */
  static final Set<String> OF_STORMS =
      Set.of("hurricane", "typhoon", "cyclone", "storm", "hurricanes");

  /** Days and months that nobody is called by. */
  static final Set<String> DAYS =
      Set.copyOf(
          Letters.words(
              "monday tuesday wednesday thursday friday saturday sunday january february september"
                  + " october november december"));

  private Heads() {}
}
