/** Tests of the command line: in-process, and as it is packaged. */
@NullMarked
package news.cuttings.cli;

import org.jspecify.annotations.NullMarked;
