package news.cuttings;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The disk that a folder is on, and the room there. */
final class Disk {
  private final Path folder;
  private final FileStore store;

  private Disk(Path folder, FileStore store) {
    this.folder = folder;
    this.store = store;
  }

  /** The disk of a folder that is there. */
  static Disk of(Path folder) throws IOException {
    return new Disk(folder, Files.getFileStore(folder));
  }

  /**
   * Refuses where so many bytes have no room.
   *
   * @param what takes them, for the message
   */
  void require(long bytes, String what) throws IOException {
    long free = store.getUsableSpace();
    boolean isKnown = free >= 0 && store.getTotalSpace() > 0; // some network disks do not tell
    if (isKnown && free < bytes) {
      throw new NoRoomException(
          "there is too little room for "
              + what
              + ": about "
              + shown(bytes)
              + " more are needed, and the disk of "
              + folder
              + " ("
              + store.name()
              + ") has "
              + shown(free)
              + " free; nothing was changed. Make room and call again",
          bytes,
          free);
    }
  }

  private static String shown(long bytes) {
    double size = bytes;
    String unit = "bytes";
    for (String next : List.of("kB", "MB", "GB", "TB")) {
      if (size < 1000) {
        break;
      }
      size /= 1000;
      unit = next;
    }
    return String.format(Locale.ROOT, unit.equals("bytes") ? "%.0f %s" : "%.1f %s", size, unit);
  }
}
