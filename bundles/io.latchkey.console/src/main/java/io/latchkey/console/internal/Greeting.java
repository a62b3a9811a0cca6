// SPDX-License-Identifier: EPL-2.0
package io.latchkey.console.internal;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Greets the person who started the process in a terminal: where the framework property {@code latchkey.greet} is set, it
 * prints each bridge's setup code, QR code and ready line to the standard output once the bridge is ready, or what keeps
 * it from that. It is silent for good when all bridges are ready.
 *
 * <p>Looks on threads for foreign code, a few times a second; standard output that nobody reads can hold up one of them.
 */
@Component(
        service = {},
        immediate = true)
public final class Greeting {
    private static final String PROPERTY = "latchkey.greet";
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final BridgeRuntime bridges;
    private final Workers workers;
    private final Contributors contributors;
    private final PrintStream out;
    private final boolean colours;
    private final Map<String, String> said = new HashMap<>();
    private Future<?> next;
    private boolean closed;

    /** Begins to look for bridges if the property asks for it. */
    @Activate
    public Greeting(
            BundleContext context,
            @Reference BridgeRuntime bridges,
            @Reference Workers workers,
            @Reference Contributors contributors) {
        this(bridges, workers, contributors, terminal(), System.console() != null);
        if (context.getProperty(PROPERTY) != null) {
            lookLater();
        }
    }

    Greeting(BridgeRuntime bridges, Workers workers, Contributors contributors, PrintStream out, boolean colours) {
        this.bridges = bridges;
        this.workers = workers;
        this.contributors = contributors;
        this.out = out;
        this.colours = colours;
    }

    /** Ends in silence where the threads are gone already: then this component goes too. */
    synchronized void lookLater() {
        if (closed) {
            return;
        }
        try {
            next = workers.schedule(PAUSE, this::handOver);
        } catch (RejectedExecutionException stopped) {
            close();
        }
    }

    @Deactivate
    synchronized void close() {
        closed = true;
        if (next != null) {
            next.cancel(false);
        }
    }

    /** Not the shell's view of the standard output, but the process's own, in UTF-8 whatever the locale. */
    private static PrintStream terminal() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    }

    private void handOver() {
        try {
            contributors.execute("greeting", this::look);
        } catch (RejectedExecutionException busy) {
            lookLater();
        }
    }

    private void look() {
        List<BridgeStatus> now = bridges.bridges();
        for (BridgeStatus bridge : now) {
            GreetingText.of(bridge, colours).ifPresent(text -> sayOnce(bridge.id(), text));
        }
        out.flush();
        boolean allReady = now.stream().allMatch(bridge -> bridge.state() == BridgeStatus.State.READY);
        if (now.isEmpty() || !allReady) {
            lookLater();
        }
    }

    private void sayOnce(String bridge, String text) {
        if (!text.equals(said.put(bridge, text))) {
            out.print(text);
        }
    }
}
