// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.live;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Shadow;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.language.Vocabulary;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One accessory at work: the definition that a bridge gets and the services behind it, none when it is a shadow.
 * Thread-safe.
 */
public final class LiveAccessory {
    private static final String SOURCE = "io.latchkey";

    private final Optional<AccessoryPlan> plan;
    private final Host host;
    private final List<LiveService> services;
    private final Accessory definition;
    private final Map<String, Map<CharacteristicType, Value>> lastValues;

    /**
     * Brings a plan to life; nothing is put or announced yet.
     *
     * @param host whose items it shows
     * @param stage where it plays
     */
    public LiveAccessory(AccessoryPlan plan, Host host, Stage stage) {
        this.plan = Optional.of(plan);
        this.host = host;
        this.lastValues = Map.of();
        String key = key(host, plan.owner().name());
        this.services = plan.services().stream()
                .map(service -> new LiveService(service, key, host, stage))
                .toList();
        services.forEach(service -> services.stream().filter(service::isAbove).forEach(service.kin()::link));
        Accessory.Builder builder = Accessory.of(key)
                .info(plan.info())
                .wishedId(AccessoryId.ofItem(plan.owner().name()));
        services.forEach(service -> builder.with(service.definition()));
        plan.identify().ifPresent(item -> builder.identify(() -> identify(item)));
        this.definition = builder.build();
    }

    private LiveAccessory(LiveAccessory left) {
        this.plan = Optional.empty();
        this.host = left.host;
        this.services = List.of();
        this.definition = Shadow.of(
                left.definition,
                "the type of the accessory is away",
                each -> each.type().equals(CharacteristicTypes.NAME));
        this.lastValues = left.values();
    }

    /** The key of the accessory that an item owns: never changes while host and item keep their names. */
    public static String key(Host host, String item) {
        return host.name() + ":" + item;
    }

    /** What stays of it when one of its types leaves: holds no object of that type's bundle. */
    public LiveAccessory shadow() {
        return new LiveAccessory(this);
    }

    /** Whether it was made of such a plan. */
    public boolean isMadeOf(AccessoryPlan other) {
        return plan.filter(other::equals).isPresent();
    }

    /** Whether all types that it is made of are there. */
    public boolean isMadeOf(Vocabulary vocabulary) {
        return plan.stream()
                .flatMap(each -> each.services().stream())
                .allMatch(service -> vocabulary.knows(service.type()));
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
        Map<String, Map<CharacteristicType, Value>> values = before.values();
        services.forEach(service ->
                service.announceUnlike(values.getOrDefault(service.definition().key(), Map.of())));
    }

    /** Ends its timers. */
    public void close() {
        services.forEach(LiveService::close);
    }

    private Map<String, Map<CharacteristicType, Value>> values() {
        return plan.isEmpty()
                ? lastValues
                : services.stream()
                        .collect(
                                Collectors.toMap(service -> service.definition().key(), LiveService::values));
    }

    private void identify(String item) {
        host.registry().ifPresent(registry -> Commands.send(registry, item, ItemState.OnOff.ON, SOURCE));
    }
}
