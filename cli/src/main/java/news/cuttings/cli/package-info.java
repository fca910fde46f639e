/**
 * The command line: one class a verb, and what they share.
 *
 * <p>{@link news.cuttings.cli.Main} runs a line of arguments and gives the exit code; a verb reads
 * its options, asks the library, and writes to a {@code Terminal}. Results go to standard output,
 * everything else to standard error. There is no search logic here.
 */
@NullMarked
package news.cuttings.cli;

import org.jspecify.annotations.NullMarked;
