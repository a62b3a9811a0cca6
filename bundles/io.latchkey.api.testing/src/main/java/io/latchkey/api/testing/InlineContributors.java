// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.testing;

import io.latchkey.api.concurrent.Contributor;
import io.latchkey.api.concurrent.ContributorException;
import io.latchkey.api.concurrent.ContributorFailure;
import io.latchkey.api.concurrent.Contributors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/** Calls contributors where the caller is, or on threads of the test, and notes what they throw; nobody is watched. */
public final class InlineContributors implements Contributors {
    private final List<ContributorFailure> failures = new ArrayList<>();
    private final Executor threads;

    /** Calls them where the caller is. */
    public InlineContributors() {
        this(Runnable::run);
    }

    /** Calls what may wait on these threads. */
    public InlineContributors(Executor threads) {
        this.threads = threads;
    }

    @Override
    public Contributor join(String name) {
        return new Inline(name);
    }

    @Override
    public void execute(String what, Runnable work) {
        threads.execute(work);
    }

    @Override
    public synchronized List<ContributorFailure> failures() {
        return List.copyOf(failures);
    }

    private synchronized void failed(ContributorFailure failure) {
        failures.add(failure);
    }

    private final class Inline implements Contributor {
        private final String name;

        Inline(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public <T> T get(String call, Supplier<T> code, T otherwise) {
            try {
                return require(call, code);
            } catch (ContributorException told) {
                return otherwise;
            }
        }

        @Override
        public <T> T require(String call, Supplier<T> code) {
            try {
                return Objects.requireNonNull(code.get(), "it gives null");
            } catch (ContributorException inner) {
                throw inner;
            } catch (Throwable failure) {
                failed(new ContributorFailure(name, call, "threw " + failure));
                throw new ContributorException(name + " fails in " + call + ": " + failure, failure);
            }
        }

        @Override
        public <T> CompletionStage<T> ask(String call, Supplier<T> code) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            try {
                threads.execute(() -> answer(answer, call, code));
            } catch (RejectedExecutionException full) {
                answer.completeExceptionally(new ContributorException(name + " has too much to do", full));
            }
            return answer;
        }

        private <T> void answer(CompletableFuture<T> answer, String call, Supplier<T> code) {
            try {
                answer.complete(require(call, code));
            } catch (ContributorException failure) {
                answer.completeExceptionally(failure);
            }
        }

        @Override
        public <T> CompletionStage<T> ask(String call, Duration patience, Supplier<T> code) {
            return ask(call, code);
        }

        @Override
        public boolean isLeftOut() {
            return false;
        }

        @Override
        public void onChange(Runnable action) {
            // Nobody is ever left out here.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
