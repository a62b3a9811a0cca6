// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.verb;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.Contributors;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * A verb as consoles call it: it described itself when it came, runs on a thread for foreign code, and what it throws, or
 * that it doesn't return, becomes an answer. Whoever calls it waits a minute at most, and no longer than until he is
 * interrupted. Safe for all threads.
 */
public final class GuardedVerb implements Verb, AutoCloseable {
    /** How long a verb may take. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final Duration COMPLETION_PATIENCE = Duration.ofSeconds(3);

    private final Verb verb;
    private final Contributor contributor;
    private final String name;
    private final String description;
    private final String usage;

    private GuardedVerb(Verb verb, Contributor contributor) {
        this.verb = verb;
        this.contributor = contributor;
        this.name = contributor.require("name", verb::name);
        this.description = contributor.require("description", verb::description);
        this.usage = contributor.require("usage", verb::usage);
    }

    /** Lets a verb describe itself; fails with a {@link ContributorException} when it can't. Returns at once. */
    public static CompletionStage<GuardedVerb> describe(Verb verb, Contributors contributors) {
        Contributor contributor = contributors.join("verb " + verb.getClass().getName());
        return contributor.ask("its description", () -> new GuardedVerb(verb, contributor));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public String usage() {
        return usage;
    }

    /** What it offers in time; nothing when it fails. */
    @Override
    public List<String> complete(List<String> arguments) {
        try {
            return answer("complete", COMPLETION_PATIENCE, () -> List.copyOf(verb.complete(arguments)));
        } catch (ContributorException told) {
            return List.of();
        }
    }

    @Override
    public VerbResult run(List<String> arguments) {
        try {
            return answer("run", PATIENCE, () -> verb.run(arguments));
        } catch (ContributorException failure) {
            return VerbResult.failed(name + " isn't done: " + failure.getMessage() + ". The log has more.");
        }
    }

    /** It has left. */
    @Override
    public void close() {
        contributor.close();
    }

    private <T> T answer(String call, Duration patience, Supplier<T> code) {
        try {
            return contributor.ask(call, patience, code).toCompletableFuture().get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ContributorException("interrupted", null);
        } catch (ExecutionException | CompletionException failed) {
            throw failed.getCause() instanceof ContributorException told
                    ? told
                    : new ContributorException(String.valueOf(failed.getCause()), failed);
        }
    }
}
