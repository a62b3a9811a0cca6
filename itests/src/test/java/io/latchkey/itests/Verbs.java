// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Says verbs to a framework, as a person at a console does. */
final class Verbs {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Verbs() {}

    /** Says one, waited for until somebody contributes it. */
    static VerbResult run(FelixRuntime runtime, String name, String... arguments) {
        Verb verb = Eventually.present(PATIENCE, "the verb " + name, () -> find(runtime.context(), name));
        return verb.run(List.of(arguments));
    }

    /** Everything that a person sees. */
    static String text(VerbResult result) {
        return result.outputs().stream().map(Verbs::text).collect(Collectors.joining("\n"));
    }

    private static String text(Output output) {
        if (output instanceof Output.Table table) {
            return table.headers()
                    + table.rows().stream().map(row -> "\n" + row).collect(Collectors.joining());
        }
        return output instanceof Output.Text text ? text.text() : output.toString();
    }

    private static Optional<Verb> find(BundleContext context, String name) throws Exception {
        for (ServiceReference<Verb> reference : context.getServiceReferences(Verb.class, null)) {
            Verb verb = context.getService(reference);
            if (verb != null && verb.name().equals(name)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }
}
