package news.cuttings.index;

import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.ByteBlockPool;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.jspecify.annotations.Nullable;

/**
 * The terms of one story, each kept once under a small number, with its weight in {@link
 * Schema#ALL}. Used again for the next story.
 */
final class Terms {
  private final BytesRefHash hash = new BytesRefHash(new ByteBlockPool(new Kept()));
  private final BytesRef scratch = new BytesRef();
  private int[] weights = new int[256];
  private int[] hashes = new int[256];

  /** Keeps the first block for the next story: most need no other, and each is 32 kB. */
  private static final class Kept extends ByteBlockPool.Allocator {
    private byte @Nullable [] first;

    Kept() {
      super(ByteBlockPool.BYTE_BLOCK_SIZE);
    }

    @Override
    public byte[] getByteBlock() {
      byte[] block = first;
      first = null;
      return block == null ? super.getByteBlock() : block;
    }

    @Override
    public void recycleByteBlocks(byte[][] blocks, int start, int end) {
      if (start < end) {
        first = blocks[start];
      }
    }
  }

  void clear() {
    hash.clear();
    hash.reinit();
  }

  /** The number of the term, which counts so many times more from now on. */
  int add(BytesRef term, int weight) {
    int number = hash.add(term);
    if (number < 0) {
      number = -number - 1;
    } else {
      weights = ArrayUtil.grow(weights, number + 1);
      weights[number] = 0;
      hashes = ArrayUtil.grow(hashes, number + 1);
      hashes[number] = MinHashSignature.hash(term);
    }
    weights[number] = Math.addExact(weights[number], weight);
    return number;
  }

  /** What a {@link MinHashSignature} takes of the term. */
  int sketched(int number) {
    return hashes[number];
  }

  int size() {
    return hash.size();
  }

  int weight(int number) {
    return weights[number];
  }

  /** The bytes of the term, valid until the next call. */
  BytesRef bytes(int number) {
    return hash.get(number, scratch);
  }
}
