// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.report;

import java.util.Map;

/** A report as one page that needs nothing else: what differs first, then all behaviours by number. */
public final class HtmlReport {
    private static final String STYLE = """
            :root { color-scheme: light dark }
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #8884 }
            td:first-child, td:last-child { white-space: nowrap }
            dl { margin: .3rem 0 .6rem; display: grid; grid-template-columns: max-content 1fr; gap: 0 .8rem }
            dt { opacity: .7 } dd { margin: 0; overflow-wrap: anywhere }
            .verdict { border-radius: 1rem; padding: .1rem .7rem; color: #fff; background: #667 }
            .conforms { background: #17703a } .differs { background: #b3261e }
            .needs_test_accessory, .not_tested { background: #8a5a00 }
            """;

    private HtmlReport() {}

    /** The page. */
    public static String of(ConformanceReport report) {
        StringBuilder page = new StringBuilder(
                        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<title>HAP conformance of ")
                .append(escaped(report.server()))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>HAP conformance of ")
                .append(escaped(report.server()))
                .append("</h1>\n<p>");
        for (Map.Entry<Verdict, Long> count : report.counts().entrySet()) {
            page.append(count.getValue())
                    .append(' ')
                    .append(badge(count.getKey()))
                    .append("\n");
        }
        page.append("</p>\n");
        if (!report.differing().isEmpty()) {
            page.append("<h2>What differs</h2>\n");
            table(report.differing(), page);
        }
        page.append("<h2>All behaviours</h2>\n");
        table(report.behaviours(), page);
        return page.append("</body>\n</html>\n").toString();
    }

    private static void table(Iterable<TestedBehaviour> behaviours, StringBuilder page) {
        page.append("<table>\n<thead><tr><th>Number</th><th>Behaviour</th><th>Result</th></tr></thead>\n<tbody>\n");
        for (TestedBehaviour behaviour : behaviours) {
            page.append("<tr><td>B").append(behaviour.number()).append("</td><td>");
            page.append(escaped(behaviour.title()));
            behaviour.remarks().forEach(each -> remark(behaviour, each, page));
            page.append("</td><td>").append(badge(behaviour.verdict())).append("</td></tr>\n");
        }
        page.append("</tbody>\n</table>\n");
    }

    private static void remark(TestedBehaviour behaviour, Finding finding, StringBuilder page) {
        page.append("<dl>");
        if (!finding.sentence().equals(behaviour.title())) {
            row("test", finding.sentence(), page);
        }
        row("done", finding.explanation().done(), page);
        row("expected", finding.explanation().expected(), page);
        row(
                finding.verdict() == Verdict.DIFFERS ? "came" : "why",
                finding.explanation().came(),
                page);
        page.append("</dl>");
    }

    private static void row(String name, String text, StringBuilder page) {
        if (!text.isEmpty()) {
            page.append("<dt>")
                    .append(name)
                    .append("</dt><dd>")
                    .append(escaped(text))
                    .append("</dd>");
        }
    }

    private static String badge(Verdict verdict) {
        return "<span class=\"verdict " + verdict.name().toLowerCase() + "\">" + verdict.words() + "</span>";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
