// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.model.MissingParts;
import io.latchkey.api.model.Service;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.store.AccessoryState;
import io.latchkey.server.internal.fake.LampAccessory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A keeper of lamps that one provider puts, by a clock of the test's own. */
final class KeeperRig {
    static final String PROVIDER = "test";

    final Object owner = new Object();
    private Duration passed = Duration.ofDays(1);
    final AccessoryKeeper keeper = new AccessoryKeeper(now());

    KeeperTime now() {
        return new KeeperTime(passed.toNanos(), Instant.EPOCH.plus(passed));
    }

    void pass(Duration time) {
        passed = passed.plus(time);
    }

    static AccessoryKey key(String name) {
        return new AccessoryKey(PROVIDER, name);
    }

    static Accessory lamp(String name) {
        return whole(name, MissingParts.REMOVE);
    }

    static Accessory whole(String name, MissingParts rule) {
        return of(name, new LampAccessory(name).accessory().services(), rule);
    }

    /** A lamp that can't be dimmed. */
    static Accessory part(String name, MissingParts rule) {
        Service full = new LampAccessory(name).accessory().services().get(0);
        Service less = Service.of(full.type())
                .primary()
                .with(full.characteristics().get(0))
                .build();
        return of(name, List.of(less), rule);
    }

    static Accessory of(String name, List<Service> services, MissingParts rule) {
        Accessory.Builder accessory = Accessory.of(name)
                .name(name)
                .origin(new AccessoryOrigin("local", Set.of(name)))
                .missingParts(rule);
        services.forEach(accessory::with);
        return accessory.build();
    }

    void put(String... names) {
        for (String name : names) {
            keeper.put(owner, key(name), lamp(name), now());
        }
    }

    void remembered(String... names) {
        for (String name : names) {
            keeper.remember(key(name), Optional.of(ShapeTranslation.shape(lamp(name))), AccessoryState.UNKNOWN, now());
        }
    }

    void absent(Cause cause, String... names) {
        for (String name : names) {
            keeper.absent(owner, key(name), new Absence(cause, "because"), now());
        }
    }

    Set<String> shown() {
        keeper.settle(now(), key -> 0);
        return names(keeper.offers(now()));
    }

    private static Set<String> names(Collection<OfferedAccessory> offers) {
        Set<String> names = new HashSet<>();
        offers.forEach(each -> names.add(each.key().accessory()));
        return names;
    }

    OfferedAccessory offer(String name) {
        return keeper.offers(now()).stream()
                .filter(each -> each.key().equals(key(name)))
                .findFirst()
                .orElseThrow();
    }

    static String[] lamps(int from, int until) {
        return IntStream.range(from, until).mapToObj(i -> "Lamp " + i).toArray(String[]::new);
    }
}
