// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A verb whose first argument names a bridge. Called on the thread of a console session. */
abstract class BridgeVerb implements Verb {
    private static final long PATIENCE_SECONDS = 10;

    private final String name;
    private final String usage;
    private final String description;
    private final BridgeRuntime runtime;

    BridgeVerb(String name, String usage, String description, BridgeRuntime runtime) {
        this.name = name;
        this.usage = usage;
        this.description = description;
        this.runtime = runtime;
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

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() == 1
                ? runtime.bridges().stream().map(BridgeStatus::id).toList()
                : List.of();
    }

    BridgeRuntime runtime() {
        return runtime;
    }

    /** The result for a person who typed it wrong. */
    VerbResult wrong() {
        return VerbResult.failed("Usage: " + (name + " " + usage).trim());
    }

    /** The bridges that are meant: all, or the one that is named; none when there is no such. */
    List<BridgeStatus> meant(List<String> arguments) {
        return runtime.bridges().stream()
                .filter(bridge -> arguments.isEmpty() || bridge.id().equals(arguments.get(0)))
                .toList();
    }

    /** A table over all bridges that are meant, the bridge in its first column. */
    VerbResult table(List<String> arguments, List<String> headers, Function<String, List<List<String>>> rowsOf) {
        if (arguments.size() > 1) {
            return wrong();
        }
        List<BridgeStatus> bridges = meant(arguments);
        if (bridges.isEmpty()) {
            return noBridge(arguments);
        }
        List<String> allHeaders = new ArrayList<>(List.of("Bridge"));
        allHeaders.addAll(headers);
        List<List<String>> rows = new ArrayList<>();
        for (BridgeStatus bridge : bridges) {
            for (List<String> cells : rowsOf.apply(bridge.id())) {
                List<String> row = new ArrayList<>(List.of(bridge.id()));
                row.addAll(cells);
                rows.add(row);
            }
        }
        return VerbResult.done(new Output.Table(allHeaders, rows));
    }

    /** What to say when no bridge is meant. */
    static VerbResult noBridge(List<String> arguments) {
        return VerbResult.failed(
                arguments.isEmpty()
                        ? "No bridge is configured: make a configuration of io.latchkey.bridge"
                        : "There is no bridge " + arguments.get(0) + ": see bridges");
    }

    /** Waits for a change, a few seconds at most, and says how it went. */
    static VerbResult await(CompletionStage<?> change, String done) {
        try {
            change.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return VerbResult.done(done);
        } catch (ExecutionException e) {
            return VerbResult.failed("Not done: " + e.getCause().getMessage());
        } catch (TimeoutException e) {
            return VerbResult.failed("Not done yet after " + PATIENCE_SECONDS + " seconds: look again later");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return VerbResult.failed("Interrupted: look whether it was done");
        }
    }
}
