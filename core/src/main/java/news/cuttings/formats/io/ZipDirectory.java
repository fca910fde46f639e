package news.cuttings.formats.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The list of entries at the end of a zip file, which alone says what is in it: what stands before
 * it may have been deleted, and need not say how long it is. Read an entry at a time (PKWARE's
 * APPNOTE.TXT, 4.3 to 4.5).
 *
 * <p>The JDK's {@code ZipFile} reads the list too, but refuses a whole archive for one entry that
 * is encrypted, packed in another way, or named in no encoding, and looks at no checksum.
 */
final class ZipDirectory {
  private static final int LOCAL = 0x04034B50;
  private static final int CENTRAL = 0x02014B50;
  private static final int END = 0x06054B50;
  private static final int END_64 = 0x06064B50;
  private static final int LOCATOR_64 = 0x07064B50;

  private static final int LOCAL_SIZE = 30;
  private static final int CENTRAL_SIZE = 46;
  private static final int END_SIZE = 22;
  private static final int END_64_SIZE = 56;
  private static final int LOCATOR_64_SIZE = 20;

  private static final int LONGEST_COMMENT = 0xFFFF;

  /** The number that says that the number is elsewhere, as it has more than 32 bits. */
  private static final long ELSEWHERE = 0xFFFF_FFFFL;

  private static final int NUMBERS_OF_64_BITS = 1;

  private final Spooled file;
  private final InputStream list;
  private final long behind;
  private long left;

  private ZipDirectory(Spooled file, Extent extent, long behind) {
    this.file = file;
    this.list = new BufferedInputStream(file.stream(extent.from, extent.size));
    this.left = extent.entries;
    this.behind = behind;
  }

  /** Where a list says that it is, on which part of a split archive, and how long. */
  private record Extent(long from, long size, int part, long entries) {
    long end() {
      return from + size;
    }
  }

  /** The list of that file; null where it has none, as a file that was cut short. */
  static @Nullable ZipDirectory of(Spooled file) throws IOException {
    int length = (int) Math.min(file.size(), END_SIZE + LONGEST_COMMENT);
    long start = file.size() - length;
    ByteBuffer tail = bytes(file, start, length);
    for (int at = length - END_SIZE; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        long behind = (long) length - at - END_SIZE - word(tail, at + 20);
        ZipDirectory found = before(start + at, tail, at, file, behind);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The list before that end, if what it says of its place is so. */
  private static @Nullable ZipDirectory before(
      long end, ByteBuffer tail, int at, Spooled file, long behind) throws IOException {
    long listEnd = end;
    Extent extent =
        new Extent(
            number(tail, at + 16), number(tail, at + 12), word(tail, at + 4), word(tail, at + 10));
    ByteBuffer locator = bytesOf(LOCATOR_64, LOCATOR_64_SIZE, file, end - LOCATOR_64_SIZE);
    if (locator != null) {
      long place = locator.getLong(8);
      ByteBuffer end64 = bytesOf(END_64, END_64_SIZE, file, place);
      if (end64 != null) {
        listEnd = place;
        extent =
            new Extent(end64.getLong(48), end64.getLong(40), end64.getInt(16), end64.getLong(32));
      }
    }
    if (extent.part != 0 && behind == 0) {
      throw new ZipException(
          "it is one part of an archive that was split into several; put them together first");
    }
    boolean isSo =
        extent.from >= 0
            && extent.end() == listEnd
            && (extent.from == listEnd || bytesOf(CENTRAL, 4, file, extent.from) != null);
    return isSo ? new ZipDirectory(file, extent, behind) : null;
  }

  /** How many bytes follow the end: none but where something was added that is no part of it. */
  long behind() {
    return behind;
  }

  /** The next entry; null behind the last. */
  @Nullable ZipMember next() throws IOException {
    byte[] start = list.readNBytes(CENTRAL_SIZE);
    // Some write the last 16 bits of a number that has more.
    if (start.length == 0 && (short) left == 0) {
      return null;
    }
    ByteBuffer fixed = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    if (start.length < CENTRAL_SIZE || fixed.getInt(0) != CENTRAL) {
      throw new ZipException("its list of entries is damaged");
    }
    left--;
    byte[] name = bytes(list, word(fixed, 28)).array();
    ByteBuffer wide = numbersOf64Bits(bytes(list, word(fixed, 30)));
    list.skipNBytes(word(fixed, 32));
    long size = wide(number(fixed, 24), wide);
    long packed = wide(number(fixed, 20), wide);
    long header = wide(number(fixed, 42), wide);
    return new ZipMember(
        new Decoder(line -> {}).decode(name, name.length, 0),
        word(fixed, 8),
        word(fixed, 10),
        fixed.getInt(16),
        packed,
        size,
        header);
  }

  /** The bytes of an entry as they were before they were packed. */
  InputStream open(ZipMember entry) throws IOException {
    ByteBuffer local = bytesOf(LOCAL, LOCAL_SIZE, file, entry.header());
    if (local == null) {
      throw new ZipException("the entry is not where the list says");
    }
    int checksum = local.getInt(14);
    if (checksum != 0 && checksum != entry.checksum()) { // 0: it follows the entry
      throw new ZipException("it says another checksum than the list of entries");
    }
    long from = entry.header() + LOCAL_SIZE + word(local, 26) + word(local, 28);
    InputStream packed = file.stream(from, entry.packed());
    return entry.isDeflated() ? new Inflated(packed) : packed;
  }

  /** What was packed by Deflate, without a header of its own. */
  private static final class Inflated extends InflaterInputStream {
    /** The byte behind the end: zlib asks for it where there is no header. */
    private static final byte[] DUMMY = {0};

    Inflated(InputStream packed) {
      super(
          new SequenceInputStream(packed, new ByteArrayInputStream(DUMMY)),
          new Inflater(true),
          1 << 14);
    }

    @Override
    public void close() throws IOException {
      super.close();
      inf.end();
    }
  }

  /** Those of size, packed size and place, in this order, that have more than 32 bits. */
  private static ByteBuffer numbersOf64Bits(ByteBuffer fields) {
    int at = 0;
    while (at + 4 <= fields.limit()) {
      int length = Math.min(word(fields, at + 2), fields.limit() - at - 4);
      if (word(fields, at) == NUMBERS_OF_64_BITS) {
        return fields.slice(at + 4, length).order(ByteOrder.LITTLE_ENDIAN);
      }
      at += 4 + length;
    }
    return ByteBuffer.allocate(0);
  }

  private static long wide(long number, ByteBuffer wide) {
    return number == ELSEWHERE && wide.remaining() >= Long.BYTES ? wide.getLong() : number;
  }

  private static int word(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private static long number(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & 0xFFFF_FFFFL;
  }

  /** So many bytes at that place; null where they do not begin with that signature. */
  private static @Nullable ByteBuffer bytesOf(int signature, int length, Spooled file, long place)
      throws IOException {
    if (place < 0 || place > file.size() - length) {
      return null;
    }
    ByteBuffer bytes = bytes(file, place, length);
    return bytes.getInt(0) == signature ? bytes : null;
  }

  private static ByteBuffer bytes(Spooled file, long place, int length) throws IOException {
    return bytes(file.stream(place, length), length);
  }

  private static ByteBuffer bytes(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
