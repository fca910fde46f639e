/**
 * What results look like: a page with plots, {@link news.cuttings.bench.report.HtmlReport}, and two
 * benches side by side, {@link news.cuttings.bench.report.BenchCompare}.
 */
@NullMarked
package news.cuttings.bench.report;

import org.jspecify.annotations.NullMarked;
