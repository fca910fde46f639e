package news.cuttings.formats.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;

/**
 * An entry of a zip file, as the list at its end has it.
 *
 * @param name decoded, whatever its encoding
 * @param packed the length of what stands in the file, as it claims
 * @param size the length of what that unpacks to, as it claims
 * @param header where in the file it begins
 */
record ZipMember(
    String name, int flags, int method, int checksum, long packed, long size, long header) {

  private static final int ENCRYPTED = 1;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  boolean isFolder() {
    return name.endsWith("/");
  }

  boolean isDeflated() {
    return method == DEFLATED;
  }

  boolean isEncrypted() {
    return (flags & ENCRYPTED) != 0;
  }

  /** Whether it is packed in a way that is not read here. */
  boolean isForeign() {
    return method != STORED && method != DEFLATED;
  }

  /** How it is packed: {@code bzip2}. */
  String packing() {
    return switch (method) {
      case STORED -> "nothing";
      case DEFLATED -> "Deflate";
      case 1, 2, 3, 4, 5, 6 -> "a method of the 1980s";
      case 9 -> "Deflate64";
      case 12 -> "bzip2";
      case 14 -> "LZMA";
      case 20, 93 -> "Zstandard";
      case 95 -> "xz";
      case 98 -> "PPMd";
      default -> "an unknown method (" + method + ")";
    };
  }

  /** Copies its bytes to their end; fails where they are not those that were packed. */
  void verify(InputStream bytes, OutputStream copy) throws IOException {
    CRC32 sum = new CRC32();
    long length = 0;
    byte[] buffer = new byte[1 << 14];
    for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
      sum.update(buffer, 0, count);
      length += count;
      if (length > size) {
        break;
      }
      copy.write(buffer, 0, count);
    }
    if (length != size) {
      throw new ZipException(
          "it has " + (length < size ? "fewer" : "more") + " bytes than it says");
    }
    if ((int) sum.getValue() != checksum) {
      throw new ZipException("its checksum is another");
    }
  }
}
