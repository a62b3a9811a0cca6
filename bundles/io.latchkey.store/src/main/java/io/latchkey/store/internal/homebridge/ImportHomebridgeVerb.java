// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.homebridge;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.Identities;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.Configuration;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.Pairings;
import io.latchkey.api.store.Setup;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code import-homebridge}: lets a bridge take the place of one of Homebridge's, so that its controllers go on without
 * pairing anew; an accessory that Homebridge publishes outside its bridge is taken by one of ours that stands alone. Only
 * identity and pairings: the accessories are other ones. Shows what would happen unless it is told to
 * do it. Called on a console's thread, which waits until the bridge has changed.
 */
@Component(service = Verb.class)
public final class ImportHomebridgeVerb implements Verb {
    private static final List<String> HEADERS =
            List.of("Device ID", "Name", "Kind", "Controllers", "Administrators", "Configuration number", "Remark");
    private static final long PATIENCE_SECONDS = 30;

    private final BridgeRuntime runtime;
    private final BridgeControl control;
    private final Identities identities;

    /** Reads a folder and changes bridges through their control. */
    @Activate
    public ImportHomebridgeVerb(
            @Reference BridgeRuntime runtime, @Reference BridgeControl control, @Reference Identities identities) {
        this.runtime = runtime;
        this.control = control;
        this.identities = identities;
    }

    @Override
    public String name() {
        return "import-homebridge";
    }

    @Override
    public String description() {
        return "Takes over identity and pairings from Homebridge or HAP-NodeJS; shows first what it would do";
    }

    @Override
    public String usage() {
        return "FOLDER [--from DEVICE_ID] [--bridge BRIDGE] [--apply]";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        if (arguments.size() < 2) {
            return List.of();
        }
        return arguments.get(arguments.size() - 2).equals("--bridge")
                ? runtime.bridges().stream().map(BridgeStatus::id).toList()
                : List.of("--from", "--bridge", "--apply");
    }

    @Override
    public VerbResult run(List<String> arguments) {
        Optional<TakeoverOrder> order = TakeoverOrder.of(arguments);
        if (order.isEmpty()) {
            return VerbResult.failed("Usage: " + name() + " " + usage());
        }
        try {
            Path folder = Path.of(order.get().folder());
            List<PersistedBridge> found = PersistFolder.of(folder).bridges(identities).stream()
                    .filter(order.get()::takes)
                    .toList();
            return found.isEmpty()
                    ? VerbResult.failed(
                            folder + " holds no such bridge: name the folder persist of Homebridge, where the"
                                    + " files AccessoryInfo.*.json lie")
                    : taken(found, order.get());
        } catch (InvalidPathException | IOException unreadable) {
            return VerbResult.failed("The folder can't be read: " + unreadable.getMessage());
        } catch (IllegalStateException trouble) {
            return VerbResult.failed("Not done: " + trouble.getMessage());
        }
    }

    private VerbResult taken(List<PersistedBridge> found, TakeoverOrder order) {
        List<Output> outputs = new ArrayList<>();
        outputs.add(new Output.Table(
                HEADERS, found.stream().map(ImportHomebridgeVerb::row).toList()));
        Optional<String> hindrance = hindrance(found, order);
        if (hindrance.isPresent()) {
            outputs.add(new Output.Text(hindrance.get()));
            return new VerbResult(order.apply() ? 1 : 0, outputs);
        }
        String bridge = meant(found.get(0), order).get(0).id();
        outputs.add(new Output.Text(
                order.apply()
                        ? apply(found.get(0), bridge)
                        : "Nothing has been changed. With --apply bridge " + bridge
                                + " becomes this one. Stop Homebridge"
                                + " before, and don't let it run again with this Device ID."));
        return new VerbResult(0, outputs);
    }

    private Optional<String> hindrance(List<PersistedBridge> found, TakeoverOrder order) {
        if (found.size() > 1) {
            return Optional.of("There are several: say which one is meant with --from DEVICE_ID.");
        }
        if (found.get(0).identity().isEmpty()) {
            return found.get(0).problems().stream().findFirst();
        }
        List<BridgeStatus> bridges = meant(found.get(0), order);
        if (bridges.size() != 1) {
            return Optional.of(bridges.isEmpty() ? none(found.get(0)) : several(found.get(0)));
        }
        BridgeStatus bridge = bridges.get(0);
        return bridge.controllers() == 0
                ? Optional.empty()
                : Optional.of("Bridge " + bridge.id() + " is paired, and its pairings would be lost. Choose another"
                        + " bridge, or make it a new one with reset.");
    }

    private String apply(PersistedBridge from, String bridge) {
        Path backup = await(control.backup(bridge));
        await(control.replace(bridge, now -> taken(from, now)));
        return "Done: bridge " + bridge + " has the identity and the controllers of " + from.deviceId()
                + ". The ids that it had given before lie in " + backup
                + ". For the old setup code set it in the configuration.";
    }

    private static BridgeMemory taken(PersistedBridge from, BridgeMemory now) {
        Setup setup = now.get(Domain.SETUP).orElseThrow();
        Configuration configuration = now.get(Domain.CONFIGURATION)
                .orElseGet(() -> new Configuration(from.number(), "", OptionalInt.empty(), ""));
        return now.with(Domain.IDENTITY, from.identity().orElseThrow())
                .with(Domain.PAIRINGS, new Pairings(from.pairings()))
                .with(Domain.CONFIGURATION, configuration.with(from.number(), ""))
                .with(
                        Domain.SETUP,
                        new Setup(from.setupId().orElse(setup.setupId()), Optional.empty(), Optional.empty(), 0));
    }

    /** A bridge takes the place of a bridge; what stands alone, that of an external accessory. */
    private List<BridgeStatus> meant(PersistedBridge from, TakeoverOrder order) {
        List<BridgeStatus> fitting = runtime.bridges().stream()
                .filter(each -> order.bridge().map(each.id()::equals).orElse(true))
                .filter(each -> each.standalone().isEmpty() == from.isBridge())
                .toList();
        List<BridgeStatus> ofThatName = fitting.stream()
                .filter(each -> !from.isBridge() && each.name().equals(from.name()))
                .toList();
        return ofThatName.size() == 1 ? ofThatName : fitting;
    }

    private static String none(PersistedBridge from) {
        return from.isBridge()
                ? "There is no such bridge here: see bridges, or configure one."
                : "Homebridge publishes this accessory outside its bridge, and none that stands alone is here to take its"
                        + " place: write standalone=true at its item first, then see bridges.";
    }

    private static String several(PersistedBridge from) {
        return from.isBridge()
                ? "There are several bridges here: say which one is meant with --bridge BRIDGE."
                : "Several accessories stand alone here: say which one takes its place with --bridge BRIDGE.";
    }

    private static List<String> row(PersistedBridge bridge) {
        return List.of(
                bridge.deviceId().text(),
                bridge.name(),
                bridge.isBridge() ? "bridge" : "external accessory",
                bridge.pairings().stream()
                        .map(pairing -> pairing.controller().text())
                        .collect(Collectors.joining(", ")),
                Long.toString(bridge.pairings().stream()
                        .filter(pairing -> pairing.isAdmin())
                        .count()),
                bridge.number().toString(),
                String.join(" ", bridge.problems()));
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
}
