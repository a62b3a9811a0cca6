// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.bridge.AbsentAccessory;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.store.AccessoryShape;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is absent, for people: since when, why, and what could take its place. */
final class AbsenceReport {
    private static final Absence PARTS =
            new Absence(Cause.MISSING, "an item, an option or an extension that these parts are made of isn't there");

    private final AccessoryKeeper keeper;
    private final List<KnownAccessory> known;
    private final KeeperTime now;

    /** Takes a copy of this moment. */
    AbsenceReport(AccessoryKeeper keeper, KeeperTime now) {
        this.keeper = keeper;
        this.known = keeper.all();
        this.now = now;
    }

    /**
     * What is absent of one bridge, the longest absent first.
     *
     * @param isShown whether the bridge shows an accessory
     */
    List<AbsentAccessory> of(String bridge, Predicate<AccessoryKey> isShown) {
        return known.stream()
                .filter(each -> !each.isThere() || !each.missing().isEmpty())
                .filter(each -> isShown.test(each.key()))
                .map(each -> report(bridge, each))
                .sorted(Comparator.comparing(AbsentAccessory::since).thenComparing(AbsentAccessory::key))
                .toList();
    }

    private AbsentAccessory report(String bridge, KnownAccessory accessory) {
        Optional<AccessoryShape> shape = accessory.merged().map(MergedAccessory::shape);
        AccessoryKey key = accessory.key();
        return new AbsentAccessory(
                bridge,
                key.provider(),
                key.accessory(),
                shape.map(each -> each.info().name()).orElse(key.accessory()),
                shape.flatMap(AccessoryShape::origin),
                accessory.absence().map(CurrentAbsence::why).orElse(PARTS),
                since(accessory),
                accessory.isThere()
                        ? accessory.missing().keySet().stream().sorted().toList()
                        : List.of(),
                keeper.hindrance(key, now),
                shape.filter(each -> !accessory.isThere()).flatMap(each -> successor(key, each)));
    }

    private Instant since(KnownAccessory accessory) {
        return accessory
                .absence()
                .map(CurrentAbsence::since)
                .orElseGet(() -> accessory.missing().values().stream()
                        .map(MissingPart::since)
                        .min(Comparator.naturalOrder())
                        .orElse(now.instant()));
    }

    /** The only accessory that came in this run and has the same services. */
    private Optional<String> successor(AccessoryKey absent, AccessoryShape shape) {
        List<String> twins = known.stream()
                .filter(each -> each.came() && each.isThere())
                .filter(each -> each.key().provider().equals(absent.provider()))
                .filter(each ->
                        Adoption.isTwin(shape, each.merged().orElseThrow().shape()))
                .map(each -> each.key().accessory())
                .toList();
        return twins.size() == 1 ? Optional.of(twins.get(0)) : Optional.empty();
    }
}
