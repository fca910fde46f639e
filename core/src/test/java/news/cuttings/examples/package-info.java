/** How applications use the library: each example is compiled and run as a test. */
@NullMarked
package news.cuttings.examples;

import org.jspecify.annotations.NullMarked;
