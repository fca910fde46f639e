package news.cuttings.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A name and a password for a cluster, which nothing here prints. {@link #toString} gives neither.
 */
public final class Credentials {
  private final String user;
  private final String password;

  private Credentials(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** A name and a password. */
  public static Credentials of(String user, String password) {
    if (user.isEmpty() || user.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user's name must not be empty or hold a colon");
    }
    return new Credentials(user, password);
  }

  /**
   * What the environment says: {@code CUTTINGS_USER} and {@code CUTTINGS_PASSWORD}, or {@code
   * CUTTINGS_CREDENTIALS}, a file whose first line is the name and whose second the password. Empty
   * where it says nothing.
   *
   * @throws IOException where the file cannot be read or holds no two lines
   */
  public static Optional<Credentials> fromEnvironment() throws IOException {
    return from(System.getenv());
  }

  static Optional<Credentials> from(Map<String, String> environment) throws IOException {
    String file = environment.getOrDefault("CUTTINGS_CREDENTIALS", "");
    if (!file.isEmpty()) {
      return Optional.of(read(Path.of(file)));
    }
    String user = environment.getOrDefault("CUTTINGS_USER", "");
    if (user.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(of(user, environment.getOrDefault("CUTTINGS_PASSWORD", "")));
  }

  private static Credentials read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2 || lines.getFirst().isEmpty() || lines.getFirst().indexOf(':') >= 0) {
      throw new IOException(
          file + " must hold a user's name on its first line and a password on its second");
    }
    return of(lines.get(0), lines.get(1));
  }

  /** The value of the header that asks with them. */
  String header() {
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  @Override
  public String toString() {
    return "credentials";
  }
}
