package news.cuttings.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import news.cuttings.story.SmallFile;

/**
 * A name and a password for a cluster, which nothing here prints. {@link #toString} gives neither.
 */
public final class Credentials {
  private static final int MOST_BYTES = 64 << 10;

  private final String user;
  private final String password;

  private Credentials(String user, String password) {
    this.user = user;
    this.password = password;
  }

  /** A name and a password. */
  public static Credentials of(String user, String password) {
    Objects.requireNonNull(user, "user");
    Objects.requireNonNull(password, "password");
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
    return from(name -> Optional.ofNullable(System.getenv(name)).filter(said -> !said.isEmpty()));
  }

  /**
   * What another environment says, by the variables of {@link #fromEnvironment}.
   *
   * @param variable gives a variable's value; empty where it has none
   * @throws IOException where the file cannot be read or holds no two lines
   */
  public static Optional<Credentials> from(Function<String, Optional<String>> variable)
      throws IOException {
    Objects.requireNonNull(variable, "variable");
    Optional<String> file = variable.apply("CUTTINGS_CREDENTIALS");
    if (file.isPresent()) {
      return Optional.of(read(Path.of(file.get())));
    }
    Optional<String> user = variable.apply("CUTTINGS_USER");
    return user.map(name -> of(name, variable.apply("CUTTINGS_PASSWORD").orElse("")));
  }

  private static Credentials read(Path file) throws IOException {
    List<String> lines =
        SmallFile.text(file, "a file with a name and a password", MOST_BYTES).lines().toList();
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
