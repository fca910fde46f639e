@NullMarked
package news.cuttings.bench;

import org.jspecify.annotations.NullMarked;
