@NullMarked
package news.cuttings.bench.report;

import org.jspecify.annotations.NullMarked;
