package news.cuttings.formats.io;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream that ends where the one under it fails, and remembers why: what was read before a file
 * was cut short is kept.
 */
public final class CutStream extends FilterInputStream {
  private @Nullable IOException failure;

  public CutStream(InputStream in) {
    super(in);
  }

  /** What the stream failed with; null while it has not. */
  @Nullable IOException failure() {
    return failure;
  }

  /** Tells that reading has stopped, where it has. */
  void tell(Intake intake) {
    if (failure != null) {
      String why = Failure.inWords(failure);
      intake.skip(0, "cut short", "reading stopped: " + why + "; what was read before is kept", "");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (failure != null) {
      return -1;
    }
    try {
      return super.read(into, offset, length);
    } catch (IOException e) {
      failure = e;
      return -1;
    }
  }

  /** What comes behind it: the failure, where there was one, once. */
  InputStream end() {
    return new InputStream() {
      private boolean told;

      @Override
      public int read() throws IOException {
        if (failure != null && !told) {
          told = true;
          throw failure;
        }
        return -1;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return length == 0 ? 0 : read();
      }
    };
  }
}
