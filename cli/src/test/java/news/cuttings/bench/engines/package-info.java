@NullMarked
package news.cuttings.bench.engines;

import org.jspecify.annotations.NullMarked;
