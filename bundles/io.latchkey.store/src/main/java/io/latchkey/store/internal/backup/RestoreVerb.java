// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.discovery.Browser;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import io.latchkey.crypto.Passphrase;
import io.latchkey.store.internal.BackupContents;
import io.latchkey.store.internal.BridgeCopy;
import io.latchkey.store.internal.JointChanges;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * {@code restore}: shows what is in a backup or a nightly copy and what restoring it would do, does it on a person's word, and
 * puts back what was there before. Called on a console's thread, which waits for the network and for the bridges.
 */
@Component(service = Verb.class)
public final class RestoreVerb implements Verb {
    static final String INSPECT = "--inspect";
    static final String APPLY = "--apply";
    static final String ROLLBACK = "--rollback";
    static final String WITH_REMOVED = "--with-removed";
    static final String NEW_PORT = "--new-port";
    private static final List<String> OPTIONS =
            List.of(INSPECT, APPLY, ROLLBACK, WITH_REMOVED, NEW_PORT, BackupOrder.PASSPHRASE_FILE);

    private final BridgeRuntime runtime;
    private final BridgeStore store;
    private final DiskTasks disk;
    private final ConfiguredSettings settings;
    private final RestoredBridges restored;
    private final PassphraseSource passphrases;
    private final Duration search;
    private volatile Optional<Browser> browser = Optional.empty();

    /** Called by SCR. */
    @Activate
    public RestoreVerb(
            @Reference BridgeRuntime runtime,
            @Reference BridgeControl control,
            @Reference BridgeStore store,
            @Reference JointChanges joint,
            @Reference Workers workers,
            @Reference ConfigurationAdmin configurations) {
        this(
                runtime,
                control,
                store,
                joint,
                workers,
                configurations,
                new PassphraseSource(System::getenv),
                AnsweringBridge.SEARCH);
    }

    RestoreVerb(
            BridgeRuntime runtime,
            BridgeControl control,
            BridgeStore store,
            JointChanges joint,
            Workers workers,
            ConfigurationAdmin configurations,
            PassphraseSource passphrases,
            Duration search) {
        this.runtime = runtime;
        this.store = store;
        this.disk = new DiskTasks(workers);
        this.settings = new ConfiguredSettings(configurations);
        this.restored = new RestoredBridges(control, store, joint, settings, disk);
        this.passphrases = passphrases;
        this.search = search;
    }

    /** Who looks whether the old bridge still answers. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    void setBrowser(Browser there) {
        browser = Optional.of(there);
    }

    /** It has gone. */
    void unsetBrowser(Browser gone) {
        browser = browser.filter(current -> current != gone);
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String description() {
        return "Puts bridges back from a backup or a nightly copy; shows first what it would do";
    }

    @Override
    public String usage() {
        return "FILE [BRIDGE...] [--inspect | --apply] [--with-removed] [--new-port] [--passphrase-file FILE]"
                + " | --rollback BRIDGE...";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        List<String> candidates = new ArrayList<>(OPTIONS);
        runtime.bridges().forEach(bridge -> candidates.add(bridge.id()));
        return arguments.size() < 2 ? List.of(ROLLBACK) : candidates;
    }

    @Override
    public VerbResult run(List<String> arguments) {
        Optional<BackupOrder> order = BackupOrder.of(arguments, Set.copyOf(OPTIONS))
                .filter(each -> !each.words().isEmpty())
                .filter(each -> !(each.has(APPLY) && each.has(INSPECT)));
        if (order.isEmpty()) {
            return VerbResult.failed("Usage: " + name() + " " + usage());
        }
        try {
            return order.get().has(ROLLBACK) ? rollback(order.get().words()) : restore(order.get());
        } catch (InvalidPathException noPath) {
            return VerbResult.failed("Not done: that is no name of a file");
        } catch (StoreException trouble) {
            return VerbResult.failed("Not done: " + trouble.getMessage());
        }
    }

    private VerbResult restore(BackupOrder order) {
        Path file = BackupOrder.absolute(order.words().get(0));
        byte[] bytes = BackupFile.read(file);
        Optional<Passphrase> passphrase = SealedBackup.isSealed(bytes)
                ? Optional.of(passphrases.passphrase(order.passphraseFile()))
                : Optional.empty();
        BackupContents contents = SealedBackup.open(file, bytes, passphrase);
        List<BridgeCopy> chosen =
                chosen(contents, order.words().subList(1, order.words().size()));
        List<Output> outputs = new ArrayList<>(RestoreReport.contents(contents, chosen));
        return order.has(INSPECT) ? new VerbResult(0, outputs) : restore(order, chosen, outputs);
    }

    private VerbResult restore(BackupOrder order, List<BridgeCopy> chosen, List<Output> outputs) {
        Map<String, Optional<Map<String, String>>> here = new HashMap<>();
        chosen.forEach(copy -> here.put(copy.bridge(), settings.of(copy.bridge())));
        Planning plan = (copy, now) ->
                new RestorePlan(copy, now, here.get(copy.bridge()), order.has(WITH_REMOVED), order.has(NEW_PORT));
        List<RestorePlan> plans = disk.run(() -> chosen.stream()
                .map(copy -> plan.of(copy, store.change(copy.bridge(), UnaryOperator.identity())))
                .toList());
        Set<String> configured = configured();
        List<String> lines = new ArrayList<>();
        plans.forEach(each -> lines.addAll(RestoreReport.differences(each, configured)));
        List<String> hindrances = new RestoreChecks(
                        runtime.bridges(), browser.map(each -> new AnsweringBridge(each, search)))
                .hindrances(plans, disk.run(store::bridges));
        lines.addAll(hindrances.isEmpty() ? List.of(RestoreReport.looked(plans)) : hindrances);
        boolean does = order.has(APPLY) && hindrances.isEmpty();
        if (does) {
            restored.restore(plans, plan, configured);
            lines.add("Done. What was there before can be put back with restore --rollback.");
        } else {
            lines.add("Nothing has been changed." + (hindrances.isEmpty() ? " With --apply it is done." : ""));
        }
        outputs.add(new Output.Text(String.join("\n", lines)));
        return new VerbResult(does || !order.has(APPLY) ? 0 : 1, outputs);
    }

    private VerbResult rollback(List<String> bridges) {
        Map<String, RestoredBridges.Restored> back = disk.run(() -> restored.restorable(bridges));
        for (String bridge : bridges) {
            if (!back.containsKey(bridge)) {
                return VerbResult.failed("Bridge " + bridge + " was not restored, so there is nothing to put back");
            }
        }
        restored.rollback(back, configured());
        return VerbResult.done("Done: " + String.join(", ", back.keySet()) + " is as it was before it was restored.");
    }

    /** Those that are named, with their further ones; all when none is named. */
    private static List<BridgeCopy> chosen(BackupContents contents, List<String> named) {
        for (String name : named) {
            if (contents.bridges().stream().noneMatch(each -> each.bridge().equals(name))) {
                throw new StoreException("there is no bridge " + name + " in the backup: see --inspect");
            }
        }
        return contents.bridges().stream()
                .filter(copy -> named.isEmpty()
                        || named.contains(copy.bridge())
                        || copy.furtherOf().filter(named::contains).isPresent())
                .toList();
    }

    private Set<String> configured() {
        return runtime.bridges().stream().map(BridgeStatus::id).collect(Collectors.toSet());
    }
}
