// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.verb.GuardedVerb;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Runs a verb that is installed at the moment, whoever contributes it. Called on threads that may wait. */
final class InstalledVerbs {
    private static final long PATIENCE_SECONDS = 5;

    private final BundleContext context;
    private final Contributors contributors;

    InstalledVerbs(BundleContext context, Contributors contributors) {
        this.context = context;
        this.contributors = contributors;
    }

    /** What the verb of that name answers; empty when there is none. */
    Optional<VerbResult> run(String name, List<String> arguments) {
        try {
            for (ServiceReference<Verb> each : context.getServiceReferences(Verb.class, null)) {
                Optional<VerbResult> result = run(each, name, arguments);
                if (result.isPresent()) {
                    return result;
                }
            }
            return Optional.empty();
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Optional<VerbResult> run(ServiceReference<Verb> reference, String name, List<String> arguments) {
        Verb verb = context.getService(reference);
        if (verb == null) {
            return Optional.empty();
        }
        try (GuardedVerb guarded = GuardedVerb.describe(verb, contributors)
                .toCompletableFuture()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            return guarded.name().equals(name) ? Optional.of(guarded.run(arguments)) : Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | TimeoutException | ContributorException mute) {
            return Optional.empty();
        } finally {
            context.ungetService(reference);
        }
    }
}
