@NullMarked
package news.cuttings.bench.quality;

import org.jspecify.annotations.NullMarked;
