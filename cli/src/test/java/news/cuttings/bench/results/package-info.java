@NullMarked
package news.cuttings.bench.results;

import org.jspecify.annotations.NullMarked;
