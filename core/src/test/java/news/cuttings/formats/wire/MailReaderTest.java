package news.cuttings.formats.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Random;
import news.cuttings.formats.Collected;
import news.cuttings.formats.Format;
import news.cuttings.formats.StoryFiles;
import news.cuttings.formats.io.Sample;
import news.cuttings.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailReaderTest {
  private static final String HEADERS =
      """
      From: "The Brook" <news@brook.example>
      To: me@penrow.example
      Subject: =?utf-8?Q?Caf=C3=A9_opens_on?= =?utf-8?B?IHRoZSBtb29u?=
      Date: Tue, 05 Mar 2024 08:00:00 +0000
      Message-ID: <1@brook.example>
      MIME-Version: 1.0
      """;

  private static Story one(String text) throws IOException {
    Collected read =
        Collected.of(StoryFiles.byContent(), new ByteArrayInputStream(text.getBytes(ISO_8859_1)));
    assertThat(read.skipped).isEmpty();
    assertThat(read.stories).hasSize(1);
    Story story = read.stories.getFirst();
    assertThat(story.headline()).contains("Café opens on the moon");
    assertThat(story.date()).contains(LocalDate.of(2024, 3, 5));
    assertThat(story.source()).contains("The Brook");
    assertThat(story.id()).isEqualTo("1@brook.example");
    return story;
  }

  @Test
  void quotedPrintableIsRead() throws IOException {
    assertThat(
            one(HEADERS
                    + "Content-Type: text/plain; charset=utf-8\n"
                    + "Content-Transfer-Encoding: quoted-printable\n\n"
                    + "It costs =C2=A34m, said Zo=C3=AB, and that is not =\nlittle.\n")
                .body())
        .isEqualTo("It costs £4m, said Zoë, and that is not little.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"utf-8", "iso-8859-1", "windows-1252", "koi8-r", "no-such-charset"})
  void base64InAnyEncodingIsRead(String charset) throws IOException {
    String text =
        charset.equals("koi8-r") ? "Кафе открылось на луне." : "The café opened, said Zoë.";
    byte[] bytes = text.getBytes(charset.startsWith("no") ? UTF_8 : Charset.forName(charset));
    String body = Base64.getMimeEncoder().encodeToString(bytes);
    assertThat(
            one(HEADERS.replace("\n", "\r\n")
                    + "Content-Type: text/plain;\r\n charset=\""
                    + charset
                    + "\"\r\n"
                    + "Content-Transfer-Encoding: BASE64\r\n\r\n"
                    + body
                    + "\r\n")
                .body())
        .isEqualTo(text);
  }

  private static final String PLAIN =
      "--b\nContent-Type: text/plain\n\nThe caf\u00e9 opened.\n\nNobody came.\n";

  private static final String HTML =
      "--b\n"
          + "Content-Type: text/html; charset=utf-8\n\n"
          + "<html><head><title>t</title><style>p {}</style></head><body><p>The caf&eacute;"
          + " opened.</p><script>x</script><p>Nobody came.</p></body>\n";

  @Test
  void ofAlternativesOneIsRead() throws IOException {
    String multipart = HEADERS + "Content-Type: multipart/alternative; boundary=\"b\"\n\nignored\n";
    for (String parts : new String[] {PLAIN + HTML, HTML, PLAIN}) {
      assertThat(one(multipart + parts + "--b--\nignored\n").body())
          .isEqualTo("The café opened.\nNobody came.");
    }
  }

  @Test
  void attachmentsAreLeftOut() throws IOException {
    String body =
        one(HEADERS
                + "Content-Type: multipart/mixed; boundary=m\n\n--m\n"
                + "Content-Type: multipart/alternative; boundary=\"b\"\n\n"
                + PLAIN
                + HTML
                + "--b--\n"
                + "--m\n"
                + "Content-Type: text/plain\n"
                + "Content-Disposition: attachment\n\n"
                + "no\n"
                + "--m\n"
                + "Content-Type: image/png\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + "AAAA\n"
                + "--m--\n")
            .body();
    assertThat(body).isEqualTo("The café opened.\nNobody came.");
  }

  @Test
  void aMailboxHasManyMessages() throws IOException {
    String message =
        """
        From news@brook.example Tue Mar  5 08:00:00 2024
        From: The Brook <news@brook.example>
        To: me@penrow.example
        Subject: Re: Story NUMBER
        Date: Tue, 5 Mar 2024 08:00:00 GMT

        It rained.

        >From the hills it ran.

        """;
    Collected read =
        Collected.of(
            StoryFiles.byContent(),
            message.replace("NUMBER", "1") + message.replace("NUMBER", "2"));
    assertThat(read.headlines()).containsExactly("Story 1", "Story 2");
    assertThat(read.stories.getLast().body()).isEqualTo("It rained.\nFrom the hills it ran.");
    assertThat(read.stories.getLast().origin().orElseThrow().line()).isEqualTo(12);
  }

  @Test
  void aPageThatABrowserSavedIsNoMail() {
    String page =
        """
        From: <Saved by Blink>
        Snapshot-Content-Location: https://x.example/1
        Subject: A b
        Date: Tue, 5 Mar 2024 08:00:00 -0000
        MIME-Version: 1.0

        """;
    assertThat(new MailReader().evidence(Sample.of(page.getBytes(UTF_8))).score()).isZero();
  }

  @Test
  void notesWithAColonAreNoMail() throws IOException {
    String text = "Subject: the pool\nDate: Tuesday\n\nThe council voted to close it.\n";
    assertThat(Collected.of(StoryFiles.byContent(), text).stories).hasSize(1);
    assertThat(new MailReader().evidence(Sample.of(text.getBytes(UTF_8))).score()).isZero();
  }

  /** Whatever is damaged: no exception, and no end of the others in the mailbox. */
  @Test
  void damagedMessagesAreHarmless() throws IOException {
    String whole =
        HEADERS
            + "Content-Type: multipart/alternative; boundary=\"b\"\n\n"
            + PLAIN
            + HTML
            + "--b--\n";
    Random random = new Random(25);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = whole.getBytes(ISO_8859_1);
      for (int j = 0; j < 5; j++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(bytes.length + 1);
      Collected.of(
          StoryFiles.byContent().format(Format.MAIL), new ByteArrayInputStream(bytes, 0, length));
    }
  }
}
