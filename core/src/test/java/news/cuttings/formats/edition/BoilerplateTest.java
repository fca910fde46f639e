package news.cuttings.formats.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoilerplateTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sign In", "Read more", "Continue reading", "Already a subscriber? Sign In", "View All",
        "Listen to this article", "Share on Facebook", "Subscribe now", "Weiterlesen",
            "Lire la suite",
        "Seguir leyendo", "Try GOLD - Free", "Get it on Google Play", "Accept all cookies",
      })
  void buttonsAreBoilerplate(String line) {
    assertThat(Boilerplate.isButton(line) || Boilerplate.score(line) >= 2).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Start your 7-day Magzter GOLD free trial to access thousands of curated premium stories.",
        "Subscribe to PressReader for unlimited access to 7,000 newspapers and magazines",
        "Starten Sie Ihre kostenlose Testversion von Magzter GOLD, um auf Geschichten zuzugreifen.",
        "Commencez votre essai gratuit de Magzter GOLD de 7 jours.",
        "Comience su prueba gratuita de Magzter GOLD de 7 días.",
        "Comece sua avaliação gratuita de 7 dias do Magzter GOLD.",
        "Unlock this story with a Readly membership.",
        "Sie sind bereits Abonnent? Anmelden",
        "Déjà abonné ? Se connecter",
      })
  void offersAreBoilerplate(String line) {
    assertThat(Boilerplate.score(line)).isGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Already a subscriber to the theory that nobody reads the small print, Judge Lindqvist said"
            + " so.",
        "Subscribers who signed up for a free trial were charged for a year, an appeal court"
            + " ruled.",
        "\"You cannot sign in to a contract by mistake,\" she said.",
        "Free trial of brothers accused of bread fraud",
        "Subscribers sue over premium stories that were not there",
        "Read more than once, the clause still made no sense, she added.",
        "\"No.\"",
        "Listen, he told the court.",
        "Magzter has dropped its seven-day free trial after complaints from subscribers.",
      })
  void proseIsKept(String line) {
    assertThat(Boilerplate.isButton(line)).isFalse();
    assertThat(Boilerplate.score(line)).isLessThan(4);
  }
}
