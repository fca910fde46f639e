@NullMarked
package news.cuttings.bench.corpora;

import org.jspecify.annotations.NullMarked;
