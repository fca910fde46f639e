package news.cuttings.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Tar archives, and what bzip2, xz and zstd packed. */
class BoxesTest {
  private static final String ONE = "{\"headline\":\"Pool shut\",\"body\":\"It leaks.\"}\n";
  private static final String TWO = "{\"headline\":\"Pool open\",\"body\":\"It is mended.\"}\n";

  @TempDir private Path folder;
  private Command command;

  /** Wraps a stream in one that packs. */
  interface Packing {
    OutputStream of(OutputStream out) throws IOException;
  }

  @BeforeEach
  void command() {
    command = new Command(folder.resolve("index"));
  }

  static Stream<Arguments> packings() {
    Packing gzip = GZIPOutputStream::new;
    Packing bzip2 = BZip2CompressorOutputStream::new;
    Packing xz = out -> new XZOutputStream(out, new LZMA2Options(1));
    Packing zstd = out -> new ZstdOutputStream(out);
    return Stream.of(
        arguments("gz", gzip),
        arguments("bz2", bzip2),
        arguments("xz", xz),
        arguments("zst", zstd));
  }

  private static byte[] packed(Packing packing, byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = packing.of(out)) {
      packed.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] tar(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8")) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        byte[] text = namesAndTexts[i + 1].getBytes(UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(namesAndTexts[i]);
        entry.setSize(text.length);
        tar.putArchiveEntry(entry);
        tar.write(text);
        tar.closeArchiveEntry();
      }
    }
    return out.toByteArray();
  }

  private Command.Ended parsed(String name, byte[] bytes) throws IOException {
    return command.run("parse", Files.write(folder.resolve(name), bytes).toString());
  }

  private static void assertBoth(Command.Ended ended) {
    assertThat(ended.err()).isEmpty();
    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("Pool shut").contains("Pool open");
  }

  @ParameterizedTest
  @MethodSource("packings")
  void aFileThatIsPackedIsRead(String ending, Packing packing) throws IOException {
    assertBoth(parsed("some." + ending, packed(packing, (ONE + TWO).getBytes(UTF_8))));
  }

  @ParameterizedTest
  @MethodSource("packings")
  void aTarThatIsPackedIsRead(String ending, Packing packing) throws IOException {
    byte[] tar = tar("a/one.json", ONE, "b/" + "l".repeat(200), TWO);
    Command.Ended ended = parsed("any-name", packed(packing, tar));
    assertBoth(ended);
    assertThat(ended.out()).contains("\"entry\":\"a/one.json\"");
    assertThat(ended.lines()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("packings")
  void oneInAnotherIsRead(String ending, Packing packing) throws IOException {
    byte[] inner = packed(packing, TWO.getBytes(UTF_8));
    String entry = "b." + ending;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry header = new TarArchiveEntry(entry);
      header.setSize(inner.length);
      tar.putArchiveEntry(header);
      tar.write(inner);
      tar.closeArchiveEntry();
    }
    Command.Ended ended = parsed("a.tar", out.toByteArray());
    assertThat(ended.out()).contains("Pool open").contains("\"entry\":\"" + entry + "\"");
  }

  @ParameterizedTest
  @MethodSource("packings")
  void whatIsCutShortKeepsWhatCameBefore(String ending, Packing packing) throws IOException {
    StringBuilder text = new StringBuilder();
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      text.append("{\"headline\":\"h ").append(i).append("\",\"body\":\"b ");
      text.append(Long.toHexString(random.nextLong())).append(" b\"}\n");
    }
    byte[] whole = packed(packing, text.toString().getBytes(UTF_8));
    Command.Ended ended =
        parsed("a." + ending, Arrays.copyOf(whole, whole.length - whole.length / 10));
    assertThat(ended.code()).as(ended.err()).isEqualTo(3);
    assertThat(ended.out()).contains("\"h 1\"").doesNotContain("\"h 19999\"");
    assertThat(ended.err()).contains("what was read before is kept");
  }

  @Test
  void aTarThatIsCutShortKeepsWhatCameBefore() throws IOException {
    byte[] tar = tar("one.json", ONE, "two.json", TWO.repeat(1000));
    Command.Ended ended = parsed("a.tar", Arrays.copyOf(tar, 1024 + 512 + 2000));
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out()).contains("Pool shut");
    assertThat(ended.err()).contains("a.tar");
  }

  @Test
  void aBombIsStopped() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new ZstdOutputStream(out)) {
      byte[] nothing = new byte[1 << 20];
      Arrays.fill(nothing, (byte) '\n');
      for (int i = 0; i < 300; i++) {
        packed.write(nothing);
      }
    }
    Command.Ended ended = parsed("a.zst", out.toByteArray());
    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("it unpacks to more than 200 times its size");
  }

  @Test
  void whatIsHiddenIsPassedOver() throws IOException {
    Command.Ended ended = parsed("a.tar", tar("a/.hidden", ONE, "__MACOSX/a", ONE, "b", TWO));
    assertThat(ended.lines()).singleElement().asString().contains("Pool open");
    assertThat(ended.err()).contains("files passed over: 2");
  }

  @Test
  void anArchiveOfNothingKnownIsRefusedWhereNamed() throws IOException {
    Command.Ended ended = parsed("a.tar", tar("a.bin", "\u0000\u0001\u0002\u0003".repeat(100)));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("an archive that holds no file in a known format");
  }

  @Test
  void textThatIsUnreadableSaysSoInItsBox() throws IOException {
    byte[] page = packed(ZstdOutputStream::new, "<?xml version='1.0'?><a/>".getBytes(UTF_8));
    Command.Ended ended = parsed("a.zst", page);
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("an XML file of an unknown kind");
  }

  /** Whatever is changed in a box, reading ends, and a fault is told. */
  @ParameterizedTest
  @MethodSource("packings")
  void noDamageDoesHarm(String ending, Packing packing) throws IOException {
    byte[] tar = tar("one.json", ONE.repeat(50), "two.json", TWO.repeat(50));
    Random random = new Random(11);
    for (int i = 0; i < 12; i++) {
      byte[] bytes = i % 2 == 0 ? packed(packing, tar) : tar.clone();
      for (int j = random.nextInt(6); j >= 0; j--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Command.Ended ended = parsed("a." + ending, bytes);
      assertThat(ended.code()).isBetween(0, 3);
      assertThat(ended.err()).doesNotContain("Exception");
    }
  }
}
