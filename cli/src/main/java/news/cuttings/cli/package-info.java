/** The command line: one class a verb. */
@NullMarked
package news.cuttings.cli;

import org.jspecify.annotations.NullMarked;
