// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.concurrent;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Somebody whose code Latchkey calls. A call that hasn't returned after three seconds is told, and no other call of this
 * contributor begins until it has returned and a while has passed, so that it holds a few threads at most. Nobody is
 * interrupted. Safe for all threads.
 */
@ProviderType
public interface Contributor extends AutoCloseable {

    /** What people are told of it. */
    String name();

    /**
     * Calls a function that returns at once, on the thread of the caller.
     *
     * @param call its name, for people
     * @param otherwise the result when it throws, gives {@code null} or isn't called because it is left out
     */
    <T> T get(String call, Supplier<T> code, T otherwise);

    /**
     * The same where nothing can stand in for the result.
     *
     * @throws ContributorException when it throws, gives {@code null} or is left out
     */
    <T> T require(String call, Supplier<T> code);

    /**
     * Calls a function that may wait, on a thread for foreign code; returns at once.
     *
     * @return the result; fails with a {@link ContributorException} when the function throws, gives {@code null}, hasn't
     *     returned after three seconds, has no thread left, or when the contributor is left out
     */
    <T> CompletionStage<T> ask(String call, Supplier<T> code);

    /** The same for a function that may take longer than three seconds, or has to be faster. */
    <T> CompletionStage<T> ask(String call, Duration patience, Supplier<T> code);

    /** Whether it is left out at the moment, because a call hasn't returned or has only just done so. */
    boolean isLeftOut();

    /** Runs an action, which returns at once, each time it is left out or back; on a thread that must not be held up. */
    void onChange(Runnable action);

    /** Ends it: nothing is called any more, and nothing is told of it. */
    @Override
    void close();
}
