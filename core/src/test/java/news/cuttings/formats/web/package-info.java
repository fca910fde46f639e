@NullMarked
package news.cuttings.formats.web;

import org.jspecify.annotations.NullMarked;
