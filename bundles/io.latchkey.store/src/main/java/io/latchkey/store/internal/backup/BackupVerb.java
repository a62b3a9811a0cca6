// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.store.BridgeStore;
import io.latchkey.api.store.Domain;
import io.latchkey.api.store.StoreException;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.crypto.Passphrase;
import io.latchkey.store.internal.BackupContents;
import io.latchkey.store.internal.BridgeCopy;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code backup}: writes bridges into one file that is sealed with a passphrase: identity, pairings, ids, memory and
 * settings. Called on a console's thread, which computes for a second or more.
 */
@Component(service = Verb.class)
public final class BackupVerb implements Verb {
    private final BridgeRuntime runtime;
    private final BridgeStore store;
    private final DiskTasks disk;
    private final ConfiguredSettings settings;
    private final PassphraseSource passphrases;
    private final String program;

    /** Called by SCR. */
    @Activate
    public BackupVerb(
            BundleContext context,
            @Reference BridgeRuntime runtime,
            @Reference BridgeStore store,
            @Reference Workers workers,
            @Reference ConfigurationAdmin configurations) {
        this(
                runtime,
                store,
                workers,
                configurations,
                new PassphraseSource(System::getenv),
                context.getBundle().getVersion().toString());
    }

    BackupVerb(
            BridgeRuntime runtime,
            BridgeStore store,
            Workers workers,
            ConfigurationAdmin configurations,
            PassphraseSource passphrases,
            String program) {
        this.runtime = runtime;
        this.store = store;
        this.disk = new DiskTasks(workers);
        this.settings = new ConfiguredSettings(configurations);
        this.passphrases = passphrases;
        this.program = program;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String description() {
        return "Writes bridges, with pairings and settings, into one file that is sealed with a passphrase";
    }

    @Override
    public String usage() {
        return "FILE [BRIDGE...] [--passphrase-file FILE]";
    }

    @Override
    public List<String> complete(List<String> arguments) {
        return arguments.size() < 2
                ? List.of()
                : runtime.bridges().stream().map(BridgeStatus::id).toList();
    }

    @Override
    public VerbResult run(List<String> arguments) {
        Optional<BackupOrder> order =
                BackupOrder.of(arguments, Set.of()).filter(each -> !each.words().isEmpty());
        if (order.isEmpty()) {
            return VerbResult.failed("Usage: " + name() + " " + usage());
        }
        try {
            Path file = BackupOrder.absolute(order.get().words().get(0));
            Passphrase passphrase = passphrases.passphrase(order.get().passphraseFile());
            List<String> named =
                    order.get().words().subList(1, order.get().words().size());
            BackupContents contents = new BackupContents(Instant.now(), program, copies(named));
            BackupFile.write(file, SealedBackup.seal(contents, passphrase, new SecureRandom()));
            return VerbResult.done(
                    contents.bridges().stream().map(BridgeCopy::bridge).collect(Collectors.joining(", "))
                            + " is saved in " + file + ". Keep the passphrase: nobody can open the file without it.");
        } catch (InvalidPathException noPath) {
            return VerbResult.failed("Not done: that is no name of a file");
        } catch (StoreException trouble) {
            return VerbResult.failed("Not done: " + trouble.getMessage());
        }
    }

    /** Those that are named, with their further ones; all when none is named. */
    private List<BridgeCopy> copies(List<String> named) {
        List<BridgeCopy> all = disk.run(this::stored);
        List<BridgeCopy> meant = all.stream()
                .filter(copy -> named.isEmpty()
                        || named.contains(copy.bridge())
                        || copy.furtherOf().filter(named::contains).isPresent())
                .toList();
        for (String name : named) {
            if (meant.stream().noneMatch(each -> each.bridge().equals(name))) {
                throw new StoreException("nothing is stored of a bridge " + name + ": see bridges");
            }
        }
        if (meant.isEmpty()) {
            throw new StoreException("nothing is stored of any bridge yet");
        }
        return meant;
    }

    private List<BridgeCopy> stored() {
        List<BridgeCopy> stored = new ArrayList<>();
        for (String id : store.bridges()) {
            BridgeMemory memory = store.change(id, UnaryOperator.identity());
            if (memory.get(Domain.IDENTITY).isPresent()) {
                stored.add(new BridgeCopy(id, settings.of(id).orElse(Map.of()), addresses(id), memory));
            }
        }
        return stored;
    }

    private List<InetSocketAddress> addresses(String id) {
        return runtime.bridges().stream()
                .filter(bridge -> bridge.id().equals(id))
                .findFirst()
                .map(LastAddresses::of)
                .orElse(List.of());
    }
}
