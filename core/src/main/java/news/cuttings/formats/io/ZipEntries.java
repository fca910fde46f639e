package news.cuttings.formats.io;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files in a zip archive, one after the other: those that the list at its end names, and where
 * there is none, as in one that was cut short, those that stand in it. An entry is read and never
 * written: its name says where a story is from and nothing else.
 */
final class ZipEntries {
  /** Takes a file of the archive. */
  interface Taker {
    void take(InputStream content, Intake inside) throws IOException;
  }

  /** A part of the path that begins with a dot and is more than dots; what a Mac leaves. */
  private static final Pattern HIDDEN = Pattern.compile("(^|[/\\\\])(\\.+[^./\\\\]|__MACOSX/)");

  /** A longer one is unpacked again for its reader, when its checksum is known to fit. */
  private static final int KEPT = 8 << 20;

  private final Spooled archive;
  private final Unpacking unpacking;
  private final Intake intake;
  private final Taker taker;
  private boolean lost;

  ZipEntries(Spooled archive, Unpacking unpacking, Intake intake, Taker taker) {
    this.archive = archive;
    this.unpacking = unpacking;
    this.intake = intake;
    this.taker = taker;
  }

  /** Whether something of it could not be read, which was told. */
  boolean areLost() {
    return lost;
  }

  /** Hands on each; fails where there can be no more of them. */
  void read() throws IOException {
    ZipDirectory directory = ZipDirectory.of(archive);
    if (directory == null) {
      readFromFront();
      return;
    }
    for (ZipMember member = directory.next(); member != null; member = directory.next()) {
      unpacking.entry();
      if (!member.isFolder()) {
        file(directory, member);
      }
    }
    if (directory.behind() > 0) {
      intake.warn(0, "not read", "what follows the end of the zip file is no part of it: not read");
    }
  }

  private void file(ZipDirectory directory, ZipMember member) throws IOException {
    Intake inside = inside(member.name());
    if (isHidden(member.name())) {
      inside.passOver("hidden", "hidden");
    } else if (member.isEncrypted()) {
      lost(inside, "encrypted", "encrypted: not read; unpack it with its password and name that");
    } else if (member.isForeign()) {
      String message = "packed by " + member.packing() + ": not read; unpack it and name that";
      lost(inside, "packing not read", message);
    } else {
      boolean isShort = member.size() <= KEPT;
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      if (isSound(directory, member, inside, isShort ? kept : OutputStream.nullOutputStream())) {
        try (InputStream content =
            isShort ? new ByteArrayInputStream(kept.toByteArray()) : directory.open(member)) {
          taker.take(content, inside);
        }
      }
    }
  }

  /** Whether it is what was packed: looked at before any of it is taken for a story. */
  private boolean isSound(
      ZipDirectory directory, ZipMember member, Intake inside, OutputStream copy)
      throws IOException {
    try (InputStream content = directory.open(member)) {
      member.verify(unpacking.unpacked(content), copy);
      return true;
    } catch (Unpacking.TooMuchException e) {
      throw e;
    } catch (IOException e) {
      lost(inside, "damaged", "damaged: " + Failure.inWords(e) + "; nothing of it was taken");
      return false;
    }
  }

  private void readFromFront() throws IOException {
    // A name that is not marked as UTF-8 may be in any encoding: taken as bytes, decoded below.
    try (ZipInputStream zip =
        new ZipInputStream(archive.stream(0, archive.size()), StandardCharsets.ISO_8859_1)) {
      InputStream content = unpacking.unpacked(zip);
      for (ZipEntry entry = next(zip); entry != null; entry = next(zip)) {
        unpacking.entry();
        String name = name(entry.getName());
        if (!entry.isDirectory() && !isHidden(name)) {
          taker.take(content, inside(name));
        }
        content.transferTo(OutputStream.nullOutputStream()); // what no reader wanted counts too
      }
    }
    throw new EOFException();
  }

  private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
    try {
      return zip.getNextEntry();
    } catch (IllegalArgumentException e) {
      throw new ZipException("an entry's name is not in the encoding that it says");
    }
  }

  private static String name(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0xFF) {
        return name; // the archive says it is UTF-8
      }
    }
    byte[] bytes = name.getBytes(StandardCharsets.ISO_8859_1);
    return new Decoder(line -> {}).decode(bytes, bytes.length, 0);
  }

  private Intake inside(String name) {
    return inside(name, intake);
  }

  /** That entry of an archive, which may be in another. */
  static Intake inside(String name, Intake archive) {
    return archive.inside(archive.entry() == null ? name : archive.entry() + "!" + name);
  }

  private void lost(Intake inside, String kind, String message) {
    lost = true;
    inside.skip(0, kind, message, "");
  }

  static boolean isHidden(String name) {
    return HIDDEN.matcher(name).find();
  }
}
