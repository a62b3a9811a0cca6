// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.diagnostics;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code diagnostics}: one file for a bug report, with all that whoever looks into it asks for, and without what he must not
 * know. Where the store can't tell what that is, there is no file: nothing leaves unblanked.
 */
@Component(service = Verb.class)
public final class DiagnosticsVerb implements Verb {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final long PATIENCE_SECONDS = 10;

    private final BridgeRuntime runtime;
    private final BridgeStore store;
    private final Workers workers;
    private final DiagnosticsContent content;

    /** Asks these. */
    @Activate
    public DiagnosticsVerb(
            BundleContext context,
            @Reference BridgeRuntime runtime,
            @Reference BridgeStore store,
            @Reference Workers workers,
            @Reference Contributors contributors) {
        this(
                runtime,
                store,
                workers,
                new DiagnosticsContent(runtime, new InstalledVerbs(context, contributors), context));
    }

    DiagnosticsVerb(BridgeRuntime runtime, BridgeStore store, Workers workers, DiagnosticsContent content) {
        this.runtime = runtime;
        this.store = store;
        this.workers = workers;
        this.content = content;
    }

    @Override
    public String name() {
        return "diagnostics";
    }

    @Override
    public String description() {
        return "Writes one file for a bug report, without keys, codes, ids, values and public addresses";
    }

    @Override
    public String usage() {
        return "[FILE]";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return List.of();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        if (arguments.size() > 1) {
            return VerbResult.failed("Usage: diagnostics [FILE]");
        }
        try {
            return write(file(arguments));
        } catch (InvalidPathException e) {
            return VerbResult.failed(arguments.get(0) + " can't be the name of a file");
        }
    }

    private Path file(List<String> arguments) {
        return arguments.isEmpty()
                ? store.location().resolve("diagnostics-" + STAMP.format(LocalDateTime.now()) + ".zip")
                : Path.of(arguments.get(0));
    }

    private VerbResult write(Path file) {
        try {
            Redaction redaction = redaction();
            Map<String, String> texts = content.texts(redaction);
            DiagnosticsArchive.write(file, texts);
            return VerbResult.done("Written: " + file.toAbsolutePath() + ". Look through it before you give it away");
        } catch (FileAlreadyExistsException e) {
            return VerbResult.failed(file + " is there already: name another file");
        } catch (IOException e) {
            return VerbResult.failed(file + " can't be written: " + e);
        } catch (StoreException | RejectedExecutionException e) {
            return VerbResult.failed("Not done, because what is secret can't be told: " + e.getMessage());
        }
    }

    private Redaction redaction() {
        Redaction redaction = new Redaction();
        CompletableFuture<Void> told = CompletableFuture.runAsync(
                () -> store.bridges().forEach(bridge -> StoredSecrets.tell(store.load(bridge), redaction)),
                workers.disk());
        try {
            told.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted");
        } catch (TimeoutException e) {
            throw new StoreException("the disk hasn't answered for " + PATIENCE_SECONDS + " s");
        } catch (ExecutionException e) {
            throw new StoreException(e.getCause().getMessage());
        }
        runtime.bridges().forEach(bridge -> {
            bridge.setupCode().ifPresent(code -> redaction.code(code.text()));
            StoredSecrets.tell(runtime.history(bridge.id()), redaction);
        });
        return redaction;
    }
}
