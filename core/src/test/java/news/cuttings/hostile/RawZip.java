package news.cuttings.hostile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zip archives as the JDK does not: any method, flag and checksum, deleted entries. */
public final class RawZip {
  /** One entry; what differs from the usual is set by {@code with…}. */
  @SuppressWarnings("ArrayRecordComponent") // entries are never compared
  public record Entry(
      String name,
      byte[] content,
      int method,
      int flags,
      int checksumOff,
      boolean isListed,
      boolean isWide) {
    private static final int DESCRIPTOR = 8;

    public Entry withMethod(int other) {
      return new Entry(name, content, other, flags, checksumOff, isListed, isWide);
    }

    public Entry withFlags(int other) {
      return new Entry(name, content, method, other, checksumOff, isListed, isWide);
    }

    public Entry withDescriptor() {
      return withFlags(flags | DESCRIPTOR);
    }

    public Entry encrypted() {
      return withFlags(flags | 1);
    }

    /** Its checksum is wrong. */
    public Entry damaged() {
      return new Entry(name, content, method, flags, 1, isListed, isWide);
    }

    /** It stands in the file and not in the list of entries. */
    public Entry deleted() {
      return new Entry(name, content, method, flags, checksumOff, false, isWide);
    }

    /** Its sizes and place are written in 64 bits. */
    public Entry wide() {
      return new Entry(name, content, method, flags, checksumOff, isListed, true);
    }
  }

  private static final int DEFLATED = 8;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream list = new ByteArrayOutputStream();
  private int listed;

  private RawZip() {}

  public static Entry stored(String name, byte[] content) {
    return new Entry(name, content, 0, 0, 0, true, false);
  }

  public static Entry deflated(String name, byte[] content) {
    return new Entry(name, content, DEFLATED, 0, 0, true, false);
  }

  /** The archive with these entries. */
  public static byte[] of(Entry... entries) {
    return of(List.of(entries), "", false);
  }

  /** The archive with these entries and that remark at its end; with a list in 64 bits or not. */
  public static byte[] of(List<Entry> entries, String comment, boolean isWide) {
    RawZip zip = new RawZip();
    entries.forEach(zip::add);
    return zip.end(comment.getBytes(StandardCharsets.UTF_8), isWide);
  }

  private void add(Entry entry) {
    byte[] name = entry.name.getBytes(StandardCharsets.UTF_8);
    byte[] packed = entry.method == DEFLATED ? deflate(entry.content) : entry.content;
    CRC32 sum = new CRC32();
    sum.update(entry.content);
    int checksum = (int) sum.getValue() ^ entry.checksumOff;
    int place = out.size();
    boolean follows = (entry.flags & Entry.DESCRIPTOR) != 0;
    out.writeBytes(
        bytes(30)
            .putInt(0x04034B50)
            .putShort((short) 20)
            .putShort((short) (entry.flags | 0x800))
            .putShort((short) entry.method)
            .putInt(0)
            .putInt(follows ? 0 : checksum)
            .putInt(follows ? 0 : packed.length)
            .putInt(follows ? 0 : entry.content.length)
            .putShort((short) name.length)
            .putShort((short) 0)
            .array());
    out.writeBytes(name);
    out.writeBytes(packed);
    if (follows) {
      out.writeBytes(
          bytes(16)
              .putInt(0x08074B50)
              .putInt(checksum)
              .putInt(packed.length)
              .putInt(entry.content.length)
              .array());
    }
    if (entry.isListed) {
      list(entry, name, checksum, packed.length, place);
    }
  }

  private void list(Entry entry, byte[] name, int checksum, int packed, int place) {
    listed++;
    byte[] extra =
        entry.isWide
            ? bytes(28)
                .putShort((short) 1)
                .putShort((short) 24)
                .putLong(entry.content.length)
                .putLong(packed)
                .putLong(place)
                .array()
            : new byte[0];
    list.writeBytes(
        bytes(46)
            .putInt(0x02014B50)
            .putShort((short) 20)
            .putShort((short) 20)
            .putShort((short) (entry.flags | 0x800))
            .putShort((short) entry.method)
            .putInt(0)
            .putInt(checksum)
            .putInt(entry.isWide ? -1 : packed)
            .putInt(entry.isWide ? -1 : entry.content.length)
            .putShort((short) name.length)
            .putShort((short) extra.length)
            .putShort((short) 0)
            .putShort((short) 0)
            .putShort((short) 0)
            .putInt(0)
            .putInt(entry.isWide ? -1 : place)
            .array());
    list.writeBytes(name);
    list.writeBytes(extra);
  }

  private byte[] end(byte[] comment, boolean isWide) {
    int place = out.size();
    out.writeBytes(list.toByteArray());
    if (isWide) {
      int end = out.size();
      out.writeBytes(
          bytes(56)
              .putInt(0x06064B50)
              .putLong(44)
              .putShort((short) 45)
              .putShort((short) 45)
              .putInt(0)
              .putInt(0)
              .putLong(listed)
              .putLong(listed)
              .putLong(list.size())
              .putLong(place)
              .array());
      out.writeBytes(bytes(20).putInt(0x07064B50).putInt(0).putLong(end).putInt(1).array());
    }
    out.writeBytes(
        bytes(22)
            .putInt(0x06054B50)
            .putInt(0)
            .putShort((short) (isWide ? -1 : listed))
            .putShort((short) (isWide ? -1 : listed))
            .putInt(isWide ? -1 : list.size())
            .putInt(isWide ? -1 : place)
            .putShort((short) comment.length)
            .array());
    out.writeBytes(comment);
    return out.toByteArray();
  }

  private static ByteBuffer bytes(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }
}
