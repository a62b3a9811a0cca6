// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.Identities;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.host.openhab.internal.settings.OldConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.openhab.core.storage.StorageService;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code import-openhab}: lets a bridge take the place of one of openHAB's own HomeKit add-on, so that Home goes on
 * without pairing anew. Shows what would happen unless it is told to do it; what was before is kept and can be put back.
 * Called on a console's thread, which waits until the bridge has changed.
 */
@Component(service = Verb.class)
public final class ImportOpenhabVerb implements Verb {
    private static final long PATIENCE_SECONDS = 30;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    private final StorageService storages;
    private final BridgeStore store;
    private final BridgeRuntime runtime;
    private final BridgeControl control;
    private final Identities identities;
    private final ConfigurationAdmin configurations;
    private final Workers workers;
    private final OldAddOn addon;

    /** Reads openHAB's storage and configuration, and changes bridges through their control. */
    @Activate
    public ImportOpenhabVerb(
            BundleContext context,
            @Reference StorageService storages,
            @Reference BridgeStore store,
            @Reference BridgeRuntime runtime,
            @Reference BridgeControl control,
            @Reference Identities identities,
            @Reference ConfigurationAdmin configurations,
            @Reference Workers workers) {
        this.storages = storages;
        this.store = store;
        this.runtime = runtime;
        this.control = control;
        this.identities = identities;
        this.configurations = configurations;
        this.workers = workers;
        this.addon = new OldAddOn(context);
    }

    @Override
    public String name() {
        return "import-openhab";
    }

    @Override
    public String description() {
        return "Takes over pairings and accessories from openHAB's own HomeKit add-on; shows first what it would do";
    }

    @Override
    public String usage() {
        return "[--bridge BRIDGE] [--from homekit|homekit1|...] [--apply | --rollback]";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        String before = arguments.size() < 2 ? "" : arguments.get(arguments.size() - 2);
        return switch (before) {
            case "--bridge" -> runtime.bridges().stream().map(BridgeStatus::id).toList();
            case "--from" -> List.of("homekit", "homekit1", "homekit2");
            default -> List.of("--bridge", "--from", "--apply", "--rollback");
        };
    }

    @Override
    public VerbResult run(List<String> arguments) {
        Optional<TakeoverArguments> order = TakeoverArguments.of(arguments);
        if (order.flatMap(TakeoverArguments::instance).isEmpty()) {
            return VerbResult.failed("Usage: " + name() + " " + usage());
        }
        List<BridgeStatus> meant = runtime.bridges().stream()
                .filter(each -> each.standalone().isEmpty())
                .filter(each -> order.get().bridge().map(each.id()::equals).orElse(true))
                .toList();
        if (meant.size() != 1) {
            return VerbResult.failed(
                    meant.isEmpty()
                            ? "There is no such bridge: see bridges, or make a configuration of io.latchkey.bridge"
                            : "There are several bridges: say which one is meant with --bridge");
        }
        try {
            BridgeStatus bridge = meant.get(0);
            return order.get().deed() == TakeoverArguments.Deed.ROLLBACK
                    ? rollback(bridge)
                    : takeOver(bridge, order.get());
        } catch (StoreException | IllegalStateException trouble) {
            return VerbResult.failed("Not done: " + trouble.getMessage());
        }
    }

    private VerbResult takeOver(BridgeStatus bridge, TakeoverArguments order) {
        Optional<OldBridge> old = OldBridge.read(storages.getStorage(order.from()), identities);
        if (old.isEmpty()) {
            return VerbResult.failed("openHAB has stored nothing under " + order.from()
                    + ": the old HomeKit add-on has never run here, or had fewer bridges");
        }
        OldConfiguration settings = OldConfiguration.read(configurations);
        Takeover takeover = Takeover.plan(old.get(), settings.setupId(), stored(bridge.id()));
        BridgeSettings own = new BridgeSettings(configurations, bridge.id());
        boolean keepsOwnCode = settings.usedCode().map(own::hasOther).orElse(false);
        List<Output> outputs =
                new ArrayList<>(new TakeoverReport(old.get(), settings, takeover, keepsOwnCode).outputs());
        Optional<String> hindrance = hindrance(bridge, old.get())
                .or(() -> addon.hindrance(settings.usedPort() + order.instance().orElseThrow(), ports()));
        if (order.deed() == TakeoverArguments.Deed.SHOW) {
            outputs.add(new Output.Text(hindrance.map(why -> why + "\n").orElse("")
                    + "Nothing has been changed. With --apply it is done."));
            return VerbResult.done(outputs.toArray(Output[]::new));
        }
        return hindrance.map(VerbResult::failed).orElseGet(() -> {
            outputs.add(apply(bridge.id(), old.get(), settings));
            return VerbResult.done(outputs.toArray(Output[]::new));
        });
    }

    private Output apply(String bridge, OldBridge old, OldConfiguration settings) {
        Path backup = await(control.backup(bridge));
        await(control.replace(
                bridge, now -> Takeover.plan(old, settings.setupId(), now).memory()));
        settings.usedCode().ifPresent(code -> configured(() -> new BridgeSettings(configurations, bridge).take(code)));
        return new Output.Text("Done: bridge " + bridge
                + " has taken over. --rollback puts back what it was before; the ids" + " that it had given lie in "
                + backup + " as well. Don't let the old add-on run again meanwhile.");
    }

    private VerbResult rollback(BridgeStatus bridge) {
        Optional<BridgeMemory> earlier = earlier(bridge.id());
        if (Takeover.before(stored(bridge.id())).or(() -> earlier).isEmpty()) {
            return VerbResult.failed("Bridge " + bridge.id() + " has taken over nothing that could be put back");
        }
        configured(() -> {
            if (new BridgeSettings(configurations, bridge.id()).giveBack()) {
                await(codeGone(bridge));
            }
        });
        await(control.replace(
                bridge.id(), now -> Takeover.before(now).or(() -> earlier).orElseThrow()));
        if (earlier.isPresent()) {
            await(CompletableFuture.runAsync(() -> store.purge(formerName(bridge.id())), workers.disk()));
        }
        return VerbResult.done("Done: bridge " + bridge.id() + " is what it was. The old add-on has kept all it had.");
    }

    private BridgeMemory stored(String bridge) {
        return await(CompletableFuture.supplyAsync(() -> store.load(bridge), workers.disk()));
    }

    /** What a take-over by an earlier version has put aside: it lies in the store under a name of its own. */
    private Optional<BridgeMemory> earlier(String bridge) {
        return Optional.of(stored(formerName(bridge)))
                .filter(memory -> !memory.domains().isEmpty())
                .map(memory -> memory.without(Domain.PAIRINGS));
    }

    private static String formerName(String bridge) {
        return bridge + " before take-over";
    }

    /** The bridge hears of its configuration later, and would take a code out of what is put back. */
    private CompletionStage<Void> codeGone(BridgeStatus before) {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        lookForCode(before, gone);
        return gone.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    private void lookForCode(BridgeStatus before, CompletableFuture<Void> gone) {
        boolean there = before.setupCode().isPresent()
                && runtime.bridges().stream()
                        .anyMatch(now ->
                                now.id().equals(before.id()) && now.setupCode().equals(before.setupCode()));
        if (!there) {
            gone.complete(null);
        } else if (!gone.isDone()) {
            workers.schedule(LOOK_AGAIN, () -> lookForCode(before, gone));
        }
    }

    private Optional<String> hindrance(BridgeStatus bridge, OldBridge old) {
        if (old.identity().isEmpty()) {
            return old.problems().stream().findFirst();
        }
        if (bridge.deviceId().equals(old.identity().map(each -> each.deviceId()))) {
            return Optional.of("Bridge " + bridge.id() + " has taken over already; --rollback undoes it.");
        }
        return bridge.controllers() == 0
                ? Optional.empty()
                : Optional.of("Bridge " + bridge.id() + " is paired, and its pairings would be lost. Choose another"
                        + " bridge, or make it a new one with reset.");
    }

    private Set<Integer> ports() {
        return runtime.bridges().stream()
                .flatMap(bridge -> bridge.address().stream())
                .map(address -> address.getPort())
                .collect(Collectors.toSet());
    }

    private static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer for " + PATIENCE_SECONDS + " seconds: see bridges later", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void configured(Configuring change) {
        try {
            change.run();
        } catch (IOException refused) {
            throw new IllegalStateException(
                    "the setup code could not be written into the configuration of the bridge: change it there",
                    refused);
        }
    }

    /** Changes a configuration. */
    private interface Configuring {
        void run() throws IOException;
    }
}
