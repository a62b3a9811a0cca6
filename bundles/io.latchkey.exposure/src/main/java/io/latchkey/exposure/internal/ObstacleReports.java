// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.accessory.CheckReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reports of items with what keeps their accessories from being made. Stateless. */
final class ObstacleReports {
    private ObstacleReports() {}

    /**
     * The same reports, with the obstacles as faults: of an item that has one nothing becomes.
     *
     * @param obstacles why what is planned isn't made yet, by the item that asks for it
     * @param broken why it can't be made, by the item
     */
    static List<CheckReport> with(
            Map<String, String> obstacles, Map<String, String> broken, List<CheckReport> reports) {
        return reports.stream()
                .map(report -> with(obstacles.get(report.item()), report))
                .map(report -> with(broken.get(report.item()), report))
                .toList();
    }

    private static CheckReport with(String why, CheckReport report) {
        if (why == null) {
            return report;
        }
        List<CheckReport.Finding> findings = new ArrayList<>(report.findings());
        findings.add(new CheckReport.Finding(true, why));
        return new CheckReport(report.item(), List.of(), findings);
    }
}
