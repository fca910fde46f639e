package news.cuttings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered of files, and where it is written. */
class FilesReadTest {
  @TempDir private Path folder;

  @Test
  void whatIsRememberedIsNeverWrittenThroughALink() throws IOException {
    Path index = Files.createDirectory(folder.resolve("index"));
    Path precious = Files.writeString(folder.resolve("precious"), "kept");
    Path other = Files.writeString(folder.resolve("other"), "kept");
    Files.createSymbolicLink(index.resolve("cuttings.files"), precious);
    Files.createLink(index.resolve("cuttings.files.new"), other);
    Path page = Files.writeString(folder.resolve("page.txt"), "Gravel");
    FilesRead read = new FilesRead(index, "options");
    read.story("gravel");
    read.done(page);
    read.committed();
    assertThat(precious).hasContent("kept");
    assertThat(other).hasContent("kept");
    assertThat(new FilesRead(index, "options").has(page)).isTrue();
  }
}
