package news.cuttings.story;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What part a story plays on the page it was read from. */
public enum Role {
  /** The story that the page is about. */
  LEAD,
  /** A headline and standfirst that point to another story. */
  TEASER,
  /** A story that stands by itself. */
  STORY;

  /** The name as written in JSON: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role of that label, in any case; empty where no role has it. */
  public static Optional<Role> of(String label) {
    Objects.requireNonNull(label, "label");
    for (Role role : values()) {
      if (role.name().equalsIgnoreCase(label)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
