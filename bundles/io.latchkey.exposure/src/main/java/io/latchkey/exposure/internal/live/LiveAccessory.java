// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import java.util.List;

/**
 * One accessory at work: the definition that a bridge gets and the services behind it. Thread-safe.
 */
public final class LiveAccessory {
    private static final String SOURCE = "io.latchkey";

    private final AccessoryPlan plan;
    private final Host host;
    private final List<LiveService> services;
    private final Accessory definition;

    /**
     * Brings a plan to life; nothing is put or announced yet.
     *
     * @param host whose items it shows
     * @param stage where it plays
     */
    public LiveAccessory(AccessoryPlan plan, Host host, Stage stage) {
        this.plan = plan;
        this.host = host;
        this.services = plan.services().stream()
                .map(service -> new LiveService(service, host, stage))
                .toList();
        Accessory.Builder builder = Accessory.of(key(host, plan.owner().name()))
                .info(plan.info())
                .wishedId(wish(plan.owner().name()));
        services.forEach(service -> builder.with(service.definition()));
        plan.identify().ifPresent(item -> builder.identify(() -> identify(item)));
        this.definition = builder.build();
    }

    /** The key of the accessory that an item owns: never changes while host and item keep their names. */
    public static String key(Host host, String item) {
        return host.name() + ":" + item;
    }

    /** What it was made of. */
    public AccessoryPlan plan() {
        return plan;
    }

    /** What the bridge gets. */
    public Accessory definition() {
        return definition;
    }

    /** The host whose items it shows. */
    public Host host() {
        return host;
    }

    /** The services, to be told of states. */
    List<LiveService> services() {
        return services;
    }

    /** Reads the states of all its items anew. */
    public void refresh() {
        services.forEach(LiveService::refresh);
    }

    /** Ends its timers. */
    public void close() {
        services.forEach(LiveService::close);
    }

    /**
     * The aid that openHAB's own add-on gives to an item of that name, so that a home can be taken over without pairing
     * anew.
     */
    static AccessoryId wish(String item) {
        int hash = 629 + item.hashCode();
        int positive = hash < 0 ? hash + Integer.MAX_VALUE : hash;
        return new AccessoryId(Math.max(positive, 2));
    }

    private void identify(String item) {
        host.registry().ifPresent(registry -> Commands.send(registry, item, ItemState.OnOff.ON, SOURCE));
    }
}
