@NullMarked
package news.cuttings.bench.timing;

import org.jspecify.annotations.NullMarked;
