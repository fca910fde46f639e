package news.cuttings.formats.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextLookTest {
  private static TextLook.Kind kind(String text) {
    return TextLook.of(text.lines().toList()).kind();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "q01 0 kestrel-2111 2\nq01 0 kestrel-17 0\nq02 0 heron-9 1\n",
        "1 0 268 1\n",
        "12.5\t13.1\n14.0\t15.2\n",
        "qid\tquery\nq1\twho keeps the light\nq2\twhat the sluice cost\n",
        "101 border talks mexico\n102 who sank the ferry\n103 price of lamp oil\n",
        "1 Q0 kestrel-2111 1 14.2 run\n1 Q0 kestrel-9 2 13.8 run\n",
      })
  void tablesAreNone(String text) {
    assertThat(kind(text)).isEqualTo(TextLook.Kind.OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Saturday's results\nTown 2 City 2\nRovers 0 Albion 0\nUnited 3 Athletic 3\n",
        "Rain fell.\n",
        "A headline\n",
        "3 dead in crash\nA lorry left the road at Dunmore on Friday.\n",
        "1. Peel the turnips.\n2. Boil them.\n3. Give them to the pig.\n",
        "1962 was the year of the flood.\n1963 was dry.\n1964 nobody remembers.\n",
        "Name\tAge\nThe oldest of them was 98 and did not say so.\n",
      })
  void textIs(String text) {
    assertThat(kind(text)).isNotEqualTo(TextLook.Kind.OTHER);
  }

  /** What a text looks like that nobody reads. */
  static Stream<Arguments> others() {
    return Stream.of(
        arguments("WARC/1.1\nWARC-Type: response\n", "archive of the web"),
        arguments("From: <Saved by Blink>\nSnapshot-Content-Location: x\n", "MHTML"),
        arguments(
            "TY  - NEWS\nTI  - Pool\nT2  - The Brook\nDA  - 2024/03/05\nER  -\n", "fields of"),
        arguments(
            """
            1 of 2 DOCUMENTS
            Pool
            BYLINE: Ann Day
            LENGTH: 36 words
            LOAD-DATE: March 5
            Text.
            """,
            "database of the press: it has byline, length, load-date"),
        arguments("2024-03-05 10:00:00 INFO up\n2024-03-05 10:00:01 WARN down\n", "a log"),
        arguments("int f(int a) {\n  return a << 2;\n}\nint b = f(3);\n", "program code"),
        arguments("#!/bin/sh\necho The council met on Monday.\n", "program code"),
        arguments("color.ui = true\nuser.name = ann\npath=/usr/lib\n", "settings"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void saysWhatItIs(String text, String what) {
    TextLook look = TextLook.of(text.lines().toList());
    assertThat(look.kind()).isEqualTo(TextLook.Kind.OTHER);
    assertThat(look.what()).contains(what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The council shut the pool on Tuesday.\nIt cost $4m; and/or more, the judge(s) said.\n",
        "Il consiglio ha chiuso la piscina martedì, dopo una perdita.\n",
        "議会は火曜日にプールを閉鎖した。水漏れが見つかったためだ。\n",
        "المجلس يغلق المسبح\nأغلق المجلس المسبح يوم الثلاثاء بعد تسرب المياه.\n",
        "Microsoft mends a flaw\nMicrosoft has released an update for a flaw in its browser.\n",
        """
        The council voted on Tuesday to close the swimming pool after a
        leak was found, said Mary Quill, its leader. Residents of Brook
        Lane had warned of it for years.
        """,
      })
  void runningTextIsProse(String text) {
    assertThat(kind(text)).isEqualTo(TextLook.Kind.PROSE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The software is licensed without warranty. Redistribution of the source code is free.\n",
        "Use --force to overwrite foo.c and bar.h in /usr/src, and fooBar() to call it again.\n",
      })
  void whatSoftwareSaysOfItselfIsNoNews(String text) {
    assertThat(kind(text)).isNotEqualTo(TextLook.Kind.PROSE);
  }
}
