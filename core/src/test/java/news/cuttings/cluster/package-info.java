@NullMarked
package news.cuttings.cluster;

import org.jspecify.annotations.NullMarked;
