package news.cuttings.formats.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that can be read at any place: those of a file, or of a stream, which is kept in memory
 * while it is short and in a temporary file otherwise. A temporary file is gone when this is
 * closed.
 */
final class Spooled implements Closeable {
  /** A stream of more than this is no archive of news that somebody meant to pipe. */
  private static final long MOST = 8L << 30;

  private static final int IN_MEMORY = 8 << 20;

  private final byte[] memory;
  private final @Nullable SeekableByteChannel file;
  private final long size;

  private Spooled(byte[] memory, @Nullable SeekableByteChannel file, long size) {
    this.memory = memory;
    this.file = file;
    this.size = size;
  }

  /** The bytes of a file as it is now. */
  static Spooled of(Path file) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    return new Spooled(new byte[0], channel, channel.size());
  }

  /** What is left of the stream. */
  static Spooled of(InputStream in) throws IOException {
    return of(in, IN_MEMORY, MOST, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** What is left of the stream: so many bytes in memory, so many at all, the rest in a folder. */
  static Spooled of(InputStream in, int inMemory, long most, Path folder) throws IOException {
    byte[] first = in.readNBytes(inMemory);
    return first.length < inMemory
        ? new Spooled(first, null, first.length)
        : inFile(first, in, most, folder);
  }

  private static Spooled inFile(byte[] first, InputStream in, long most, Path folder)
      throws IOException {
    SeekableByteChannel channel;
    try {
      channel = temporary(folder);
    } catch (IOException e) {
      throw unkept(folder, e);
    }
    try {
      long size = first.length;
      write(channel, first, first.length, folder);
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        size += count;
        if (size > most) {
          throw new IOException(
              "an archive that comes from a stream, or out of another, may have at most "
                  + (most >> 20)
                  + " MB; save it as a file and name that");
        }
        write(channel, buffer, count, folder);
      }
      return new Spooled(new byte[0], channel, size);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  /** A file that is gone when it is closed. */
  private static SeekableByteChannel temporary(Path folder) throws IOException {
    Path path = Files.createTempFile(folder, "cuttings", ".zip");
    try {
      return Files.newByteChannel(
          path,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  private static void write(SeekableByteChannel channel, byte[] bytes, int count, Path folder)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
    try {
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw unkept(folder, e);
    }
  }

  private static IOException unkept(Path folder, IOException e) {
    return new IOException(
        "it cannot be kept for reading in "
            + folder
            + ": "
            + Failure.inWords(e)
            + "; save it as a file and name that",
        e);
  }

  long size() {
    return size;
  }

  /** Reads as many bytes from that place as there are and are asked for; -1 behind the end. */
  int read(long place, byte[] into, int offset, int length) throws IOException {
    if (place >= size) {
      return -1;
    }
    int count = (int) Math.min(length, size - place);
    if (file == null) {
      System.arraycopy(memory, (int) place, into, offset, count);
      return count;
    }
    file.position(place);
    ByteBuffer buffer = ByteBuffer.wrap(into, offset, count);
    while (buffer.hasRemaining() && file.read(buffer) >= 0) {
      // what a channel gives at once may be less than is asked for
    }
    int read = count - buffer.remaining();
    return read == 0 && count > 0 ? -1 : read;
  }

  /** The bytes from that place on, at most so many. */
  InputStream stream(long from, long length) {
    return new Part(from, Math.min(size, from + length));
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  /** A part of them, as a stream. */
  private final class Part extends InputStream {
    private final long end;
    private long place;

    Part(long from, long end) {
      this.place = from;
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      int count =
          place >= end
              ? -1
              : Spooled.this.read(place, into, offset, (int) Math.min(length, end - place));
      place += Math.max(0, count);
      return count;
    }
  }
}
