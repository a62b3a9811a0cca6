// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import com.google.gson.JsonArray;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.store.ControllerWrite;
import io.latchkey.api.store.ControllerWrite.SentCommand;
import io.latchkey.api.store.History;
import io.latchkey.server.internal.history.HistoryJson;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.osgi.framework.BundleContext;

/**
 * All that a diagnosis holds, file by file. A part that can't be had says why in its place. Called on a thread that may wait,
 * since verbs are asked.
 */
final class DiagnosticsContent {
    private static final String BLANK = "[value]";
    private static final String ABOUT = """
            This is what `latchkey:diagnostics` writes for a bug report: %s.
            Keys, setup codes, ids of controllers, values and public addresses are blanked; the same id has the same
            stand-in everywhere. Names of items, accessories and bridges, and private addresses, are not: look through
            it before you give it away.
            """;

    private static final Map<String, List<String>> VERBS = verbs();

    private final BridgeRuntime runtime;
    private final InstalledVerbs installed;
    private final BundleContext context;

    DiagnosticsContent(BridgeRuntime runtime, InstalledVerbs installed, BundleContext context) {
        this.runtime = runtime;
        this.installed = installed;
        this.context = context;
    }

    /** The texts by the names of their files, blanked. */
    Map<String, String> texts(Redaction redaction) {
        ConfiguredServices.codes(context).forEach(redaction::code);
        DiagnosticsText.versionNumbers(context::getProperty, List.of(context.getBundles()))
                .forEach(redaction::version);
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("README.txt", ABOUT.formatted(Instant.now()));
        texts.put(
                "versions.txt",
                had(() -> DiagnosticsText.versions(context::getProperty, List.of(context.getBundles()))));
        texts.put("configuration.txt", had(() -> ConfiguredServices.of(context)));
        VERBS.forEach((file, words) -> texts.put(file, had(() -> answer(words))));
        texts.put("history.json", had(this::history));
        texts.put("threads.txt", had(() -> DiagnosticsText.threads(Thread.getAllStackTraces())));
        texts.put("log.txt", had(this::log));
        texts.replaceAll((file, text) -> redaction.of(text));
        return texts;
    }

    private static Map<String, List<String>> verbs() {
        Map<String, List<String>> verbs = new LinkedHashMap<>();
        verbs.put("doctor.txt", List.of("doctor"));
        verbs.put("doctor.json", List.of("doctor", "--json"));
        verbs.put("bridges.txt", List.of("bridges"));
        verbs.put("accessories.txt", List.of("accessories"));
        verbs.put("absent.txt", List.of("absent"));
        verbs.put("pairings.txt", List.of("pairings"));
        verbs.put("sessions.txt", List.of("sessions"));
        verbs.put("check.json", List.of("check", "--json"));
        return verbs;
    }

    private String answer(List<String> words) {
        return installed
                .run(words.get(0), words.subList(1, words.size()))
                .map(DiagnosticsText::of)
                .orElse("no verb " + words.get(0) + " answers here");
    }

    private String log() {
        return String.join("\n", OwnLogLines.read(context::getProperty, new OwnLoggers(List.of(context.getBundles()))));
    }

    private String history() {
        JsonArray all = new JsonArray();
        runtime.bridges()
                .forEach(bridge -> all.add(HistoryJson.of(bridge.id(), withoutValues(runtime.history(bridge.id())))));
        return HistoryJson.text(all);
    }

    private static History withoutValues(History history) {
        return new History(
                history.happenings(),
                history.writes().stream()
                        .map(write -> new ControllerWrite(
                                write.at(),
                                write.controller(),
                                write.remote(),
                                write.accessory(),
                                write.key(),
                                write.characteristic(),
                                BLANK,
                                write.commands().stream()
                                        .map(each -> new SentCommand(each.item(), BLANK))
                                        .toList(),
                                write.result()))
                        .toList());
    }

    /** A part that fails costs only itself; what has failed may be the reason for the report. */
    private static String had(Supplier<String> part) {
        try {
            return part.get();
        } catch (RuntimeException failure) {
            return "can't be had: " + failure;
        }
    }
}
