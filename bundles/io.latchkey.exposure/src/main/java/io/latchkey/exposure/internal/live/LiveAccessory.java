// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.MissingParts;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import io.latchkey.exposure.internal.plan.ServiceName;
import io.latchkey.exposure.internal.plan.ServicePlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One accessory at work: the definition that a bridge gets and the services behind it. Services go on while only what the
 * accessory says about itself, or what they are called, changes. Thread-safe.
 */
public final class LiveAccessory {
    private static final String SEPARATOR = ":";

    private final AccessoryPlan plan;
    private final Host host;
    private final BridgeContext context;
    private final List<LiveService> services;
    private final Map<String, ConfiguredName> names = new HashMap<>();
    private final Accessory definition;

    /**
     * Brings a plan to life; nothing is put or announced yet.
     *
     * @param host whose items it shows
     * @param context what it needs of its bridge
     * @param origin of which items it is made
     * @param parts what becomes of what it had before
     */
    public LiveAccessory(
            AccessoryPlan plan, Host host, BridgeContext context, AccessoryOrigin origin, MissingParts parts) {
        this(plan, host, context, services(plan, host, context), origin, parts);
        services.forEach(service -> services.stream().filter(service::isAbove).forEach(service.links()::link));
    }

    private LiveAccessory(
            AccessoryPlan plan,
            Host host,
            BridgeContext context,
            List<LiveService> services,
            AccessoryOrigin origin,
            MissingParts parts) {
        this.plan = plan;
        this.host = host;
        this.context = context;
        this.services = services;
        Accessory.Builder builder = Accessory.of(key(host, plan.owner()))
                .info(plan.info())
                .wishedId(AccessoryId.ofItem(plan.owner()))
                .origin(origin)
                .missingParts(parts);
        for (int place = 0; place < services.size(); place++) {
            builder.with(define(services.get(place), plan.services().get(place).name()));
        }
        plan.standalone().ifPresent(builder::standalone);
        plan.identify().ifPresent(item -> builder.identify(() -> identify(item)));
        this.definition = builder.build();
    }

    private Service define(LiveService service, Optional<ServiceName> name) {
        Optional<ConfiguredName> configured = name.filter(ServiceName::isConfigured)
                .map(called -> new ConfiguredName(key(host, plan.owner()), service.key(), called.text(), context));
        configured.ifPresent(each -> names.put(service.key(), each));
        return service.definition(name, configured);
    }

    private static List<LiveService> services(AccessoryPlan plan, Host host, BridgeContext context) {
        return plan.services().stream()
                .map(service -> new LiveService(service, key(host, plan.owner()), host, context))
                .toList();
    }

    /** The key of the accessory that an item owns: never changes while host and item keep their names. */
    public static String key(Host host, String item) {
        return host.name() + SEPARATOR + item;
    }

    /** The name of the host in a key. */
    public static String hostOf(String key) {
        return key.substring(0, Math.max(0, key.indexOf(SEPARATOR)));
    }

    /** The name of the item that owns the accessory of a key. */
    public static String ownerOf(String key) {
        return key.substring(key.indexOf(SEPARATOR) + SEPARATOR.length());
    }

    /**
     * The same accessory as another plan has it: this one when nothing is different, one with the same services when they
     * stay; empty when it has to be made anew.
     */
    public Optional<LiveAccessory> adapted(AccessoryPlan now, AccessoryOrigin origin, MissingParts parts) {
        if (!unnamed(plan).equals(unnamed(now))) {
            return Optional.empty();
        }
        boolean isSame = plan.services().equals(now.services())
                && plan.info().equals(now.info())
                && plan.identify().equals(now.identify())
                && plan.standalone().equals(now.standalone())
                && definition.origin().equals(Optional.of(origin))
                && definition.missingParts() == parts;
        return Optional.of(isSame ? this : new LiveAccessory(now, host, context, services, origin, parts));
    }

    private static List<ServicePlan> unnamed(AccessoryPlan plan) {
        return plan.services().stream().map(ServicePlan::unnamed).toList();
    }

    /** Whether another one is this one, or has its services. */
    public boolean lives(LiveAccessory other) {
        return services == other.services;
    }

    /** Whether all types that it is made of are there. */
    public boolean isMadeOf(Vocabulary vocabulary) {
        return plan.services().stream().allMatch(service -> vocabulary.knows(service.type()));
    }

    /** Whether it is a television, as one of its services at least. */
    public boolean isTelevision() {
        return plan.isTelevision();
    }

    /** Whose code it takes: the names of its types and of its item registry, as contributors. */
    public Set<String> contributors(String ofHosts) {
        Set<String> names = new HashSet<>(Set.of(ofHosts + host.name()));
        services.forEach(service -> names.add(service.contributor().name()));
        return names;
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

    /** Announces what isn't as it was with the accessory that this one replaces. */
    public void announceUnlike(LiveAccessory before) {
        names.forEach((key, name) -> Optional.ofNullable(before.names.get(key)).ifPresent(name::announceUnlike));
        if (!lives(before)) {
            Map<String, Map<CharacteristicType, Value>> values = before.values();
            services.forEach(service -> service.announceUnlike(values.getOrDefault(service.key(), Map.of())));
        }
    }

    /** Ends its timers. */
    public void close() {
        services.forEach(LiveService::close);
    }

    private Map<String, Map<CharacteristicType, Value>> values() {
        return services.stream()
                .collect(Collectors.toMap(
                        LiveService::key, service -> service.characteristics().values()));
    }

    private void identify(String item) {
        new CommandDispatcher(host).send(item, ItemState.OnOff.ON, CommandDispatcher.SOURCE);
    }
}
