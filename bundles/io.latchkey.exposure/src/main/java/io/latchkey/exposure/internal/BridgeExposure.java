// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.exposure.internal.check.CompositionReport;
import io.latchkey.exposure.internal.describe.StoredDescriptions;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.live.BridgeContext;
import io.latchkey.exposure.internal.live.BridgeMemoryWriter;
import io.latchkey.exposure.internal.live.ChoiceMemory;
import io.latchkey.exposure.internal.live.Host;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The items that one bridge shows: hears what changes, on threads of hosts and of the framework, and returns at once. What
 * becomes of it is composed by {@link BridgeComposition}.
 */
final class BridgeExposure implements AutoCloseable {
    private final BridgeView bridge;
    private final ChoiceMemory memory;
    private final StoredDescriptions descriptions;
    private final BridgeHosts hosts;
    private final HostReadings readings;
    private final BridgeComposition composition;

    /**
     * Begins to compose.
     *
     * @param contributors where it composes
     * @param memory what was chosen where no item keeps it
     * @param writer writes how the items are described that the bridge uses
     */
    BridgeExposure(
            BridgeView bridge,
            AccessorySink sink,
            Workers workers,
            Contributors contributors,
            ChoiceMemory memory,
            BridgeMemoryWriter writer,
            BridgeHosts hosts,
            Supplier<Vocabulary> vocabulary) {
        this.bridge = bridge;
        this.memory = memory;
        this.descriptions = new StoredDescriptions(writer);
        this.hosts = hosts;
        this.readings = new HostReadings(CompositionRules.of(bridge), descriptions.memory());
        this.composition = new BridgeComposition(
                bridge,
                new BridgeContext(bridge.id(), sink, workers, memory),
                contributors,
                hosts,
                vocabulary,
                readings,
                descriptions);
        changed();
    }

    /** What it made of the items when it composed them last. */
    CompositionReport showing() {
        return composition
                .showing()
                .on(hosts.known().get().stream().map(Host::name).collect(Collectors.toSet()));
    }

    /** The names of the accessories that it shows by the code of a contributor. */
    List<String> served(String contributor) {
        return composition.served(contributor);
    }

    /** What is known of the bridge. */
    BridgeView bridge() {
        return bridge;
    }

    /** An item got a state: on a host's thread. */
    void updated(String host, String item, ItemState state) {
        composition.index().updated(host, item, state);
    }

    /** Items of a host came, went or changed: composes anew when that has settled. */
    void changed(Host host, ItemChanges changes) {
        readings.of(host).changed(changes.names());
        changed();
    }

    /** The registry of a host came or went. */
    void changed(Host host) {
        readings.of(host).allChanged();
        changed();
    }

    /** Types came or went. */
    void changed() {
        composition.changed();
    }

    /**
     * A type or a host is left out or back: what is under way may be what it hangs in, so that is given up. Whoever is in
     * there changes nothing any more when he is back.
     */
    void giveUp() {
        composition.giveUp();
    }

    @Override
    public void close() {
        composition.close();
        memory.save();
        descriptions.save();
    }
}
