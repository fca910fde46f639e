package news.cuttings.index;

import java.io.IOException;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.StoredFieldsWriter;
import org.apache.lucene.codecs.lucene90.LZ4WithPresetDictCompressionMode;
import org.apache.lucene.codecs.lucene90.Lucene90StoredFieldsFormat;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;

/**
 * Lucene's own codec, but that stored stories are packed in smaller chunks: to read one, Lucene
 * unpacks its chunk, which it makes 80 kB large. It goes by the name of Lucene's own, and its files
 * are what Lucene's own reads.
 */
final class StoryCodec extends FilterCodec {
  /** Bytes before a chunk is packed: of 16 to 80 kB what reads fast and adds little. */
  private static final int CHUNK = 32 * 1024;

  /** Stories in a chunk, and chunks in a block of their index: as Lucene has them. */
  private static final int MOST_STORIES = 1024;

  private static final int BLOCK_SHIFT = 10;

  private final StoredFieldsFormat stored = new Stored();

  StoryCodec() {
    this(Codec.getDefault());
  }

  private StoryCodec(Codec lucene) {
    super(lucene.getName(), lucene);
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return stored;
  }

  /** What Lucene writes for speed. */
  private static final class Stored extends Lucene90CompressingStoredFieldsFormat {
    Stored() {
      super(
          "Lucene90StoredFieldsFastData",
          new LZ4WithPresetDictCompressionMode(),
          CHUNK,
          MOST_STORIES,
          BLOCK_SHIFT);
    }

    @Override
    public StoredFieldsWriter fieldsWriter(
        Directory directory, SegmentInfo segment, IOContext context) throws IOException {
      segment.putAttribute(
          Lucene90StoredFieldsFormat.MODE_KEY, Lucene90StoredFieldsFormat.Mode.BEST_SPEED.name());
      return super.fieldsWriter(directory, segment, context);
    }
  }
}
