// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.host.openhab.internal.settings.OldConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a person what is taken over and what is not, in plain words. Shows no key and no code. */
final class TakeoverReport {
    private static final String SAME = "the same";

    private final OldBridge old;
    private final OldConfiguration settings;
    private final List<Takeover.Line> lines;
    private final boolean keepsOwnCode;

    TakeoverReport(OldBridge old, OldConfiguration settings, Takeover takeover, boolean keepsOwnCode) {
        this.old = old;
        this.settings = settings;
        this.lines = takeover.lines();
        this.keepsOwnCode = keepsOwnCode;
    }

    /** Both tables and what can't be taken over. */
    List<Output> outputs() {
        List<Output> outputs = new ArrayList<>(List.of(bridge(), accessories()));
        List<String> remarks = new ArrayList<>(old.problems());
        if (lines.stream().anyMatch(line -> !line.unsure().isEmpty())) {
            remarks.add(
                    "Not certain: the old add-on numbered these in an order that changed between its starts. They get"
                            + " new numbers, so look through automations and scenes that use them.");
        }
        if (!remarks.isEmpty()) {
            outputs.add(new Output.Text(String.join("\n", remarks)));
        }
        return outputs;
    }

    private Output bridge() {
        String id = old.identity().map(each -> each.deviceId().text()).orElse("unreadable");
        List<List<String>> rows = List.of(
                List.of("Device ID", id, SAME),
                List.of("Key", old.identity().isPresent() ? "readable" : "unreadable", SAME),
                List.of("Controllers", controllers(), "the same, all administrators"),
                List.of(
                        "Configuration number",
                        old.revision().isPresent()
                                ? Integer.toString(old.revision().getAsInt())
                                : "unknown",
                        old.number().toString()),
                List.of("Setup ID", settings.setupId().map(Object::toString).orElse("none"), setupId()),
                List.of("Setup code", settings.usedCode().isPresent() ? "set" : "none that is allowed", code()),
                List.of("Accessories", Integer.toString(lines.size()), "see below"));
        return new Output.Table(List.of("What", "Old add-on", "This bridge then"), rows);
    }

    private String controllers() {
        return old.pairings().isEmpty()
                ? "none"
                : old.pairings().stream()
                        .map(pairing -> pairing.controller().text())
                        .collect(Collectors.joining(", "));
    }

    private String setupId() {
        return settings.setupId().isPresent() ? SAME : "its own";
    }

    private String code() {
        if (keepsOwnCode) {
            return "its own: one is configured";
        }
        return settings.usedCode().isPresent() ? "the same, for further phones" : "its own";
    }

    private Output accessories() {
        return new Output.Table(
                List.of("Item", "aid", "Numbers kept", "Not certain, numbered anew", "Remark"),
                lines.stream().map(TakeoverReport::row).toList());
    }

    private static List<String> row(Takeover.Line line) {
        return List.of(
                line.item(),
                line.aid().map(Object::toString).orElse("another one's"),
                Integer.toString(line.kept()),
                String.join(", ", line.unsure()),
                remark(line));
    }

    private static String remark(Takeover.Line line) {
        if (line.aid().isEmpty()) {
            return "appears in Home as new";
        }
        return line.shown() ? "" : "not shown by this bridge now; its numbers are kept for it";
    }
}
