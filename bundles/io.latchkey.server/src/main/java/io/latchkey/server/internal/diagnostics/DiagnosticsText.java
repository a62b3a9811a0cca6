// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;

/** The texts of a diagnosis: plain, for people who read a bug report. Stateless. */
final class DiagnosticsText {
    private static final List<String> PROPERTIES = List.of(
            "java.version",
            "java.vendor",
            "java.vm.name",
            "os.name",
            "os.version",
            "os.arch",
            "karaf.version",
            "openhab.version",
            "user.timezone",
            "file.encoding");

    private DiagnosticsText() {}

    /** What a verb answered. */
    static String of(VerbResult result) {
        String outputs = result.outputs().stream().map(DiagnosticsText::of).collect(Collectors.joining("\n"));
        return outputs + "\n(status " + result.status() + ")\n";
    }

    private static String of(Output output) {
        if (output instanceof Output.Table table) {
            return Stream.concat(Stream.of(table.headers()), table.rows().stream())
                    .map(row -> String.join(" | ", row))
                    .collect(Collectors.joining("\n"));
        }
        return output instanceof Output.Text text ? text.text() : "[code]";
    }

    /** Versions of the machine, the platform and each bundle. */
    static String versions(UnaryOperator<String> property, List<Bundle> bundles) {
        String platform = PROPERTIES.stream()
                .map(name -> name + " = " + property.apply(name))
                .collect(Collectors.joining("\n"));
        Runtime machine = Runtime.getRuntime();
        String size = "processors = " + machine.availableProcessors() + "\nmemory = " + machine.totalMemory() / 1024
                + " of " + machine.maxMemory() / 1024 + " kB";
        String installed = bundles.stream()
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion() + " " + state(bundle.getState()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return platform + "\n" + size + "\n\n" + installed + "\n";
    }

    /** The versions themselves. */
    static List<String> versionNumbers(UnaryOperator<String> property, List<Bundle> bundles) {
        return Stream.concat(
                        PROPERTIES.stream()
                                .filter(name -> name.endsWith(".version"))
                                .flatMap(name -> Stream.ofNullable(property.apply(name))),
                        bundles.stream().map(bundle -> bundle.getVersion().toString()))
                .toList();
    }

    /** What all threads do, those of Latchkey first. */
    static String threads(Map<Thread, StackTraceElement[]> stacks) {
        return stacks.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Thread, StackTraceElement[]> each) ->
                                !each.getKey().getName().startsWith("latchkey"))
                        .thenComparing(each -> each.getKey().getName()))
                .map(each -> each.getKey().getName() + " " + each.getKey().getState() + "\n"
                        + Arrays.stream(each.getValue())
                                .map(frame -> "    at " + frame + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String state(int state) {
        return switch (state) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "resolved";
            default -> "not resolved";
        };
    }
}
