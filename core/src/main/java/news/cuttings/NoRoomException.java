package news.cuttings;

import java.io.IOException;

/**
 * A disk has too little room for what was about to be written; nothing of it was. The message says
 * where, how much is needed and how much is free.
 */
public final class NoRoomException extends IOException {
  private static final long serialVersionUID = 1;

  private final long needed;
  private final long free;

  NoRoomException(String message, long needed, long free) {
    super(message);
    this.needed = needed;
    this.free = free;
  }

  /** The bytes that it takes, as far as that can be told beforehand. */
  public long needed() {
    return needed;
  }

  /** The bytes that the disk had free. */
  public long free() {
    return free;
  }
}
