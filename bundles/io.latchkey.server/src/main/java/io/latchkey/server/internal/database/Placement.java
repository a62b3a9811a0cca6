// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.database;

import io.latchkey.api.model.Accessory;
import io.latchkey.api.model.Service;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.store.Allocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which bridge shows what, within the limits that no controller forgives. An accessory stays where it is shown,
 * whatever becomes of the others; one that returns goes where it was, and a new one to the first bridge, if there is
 * room. Pure: the memory is what the bridges have allocated.
 *
 * @param shares what each bridge shows, the first one's first; there may be one or more bridges more than before
 * @param leftOut what is not shown and why
 */
record Placement(List<List<OfferedAccessory>> shares, List<LeftOut> leftOut) {
    /** How many accessories a bridge can show besides itself (HAP specification R2 section 2.5.3.2). */
    static final int MOST_ACCESSORIES = 149;
    /** How many bridges a configuration can have. */
    static final int MOST_BRIDGES = 10;

    static final int MOST_SERVICES = 100;
    static final int MOST_CHARACTERISTICS = 100;

    /** Places what is offered upon bridges with these allocations, at least one. */
    static Placement of(List<OfferedAccessory> offers, List<Allocation> bridges) {
        Spread spread = new Spread(bridges);
        List<OfferedAccessory> newcomers = new ArrayList<>();
        for (OfferedAccessory offer : offers) {
            Optional<String> fault = fault(offer.accessory());
            if (fault.isPresent()) {
                spread.leaveOut(offer, fault.get());
            } else if (!spread.putWhereShown(offer)) {
                newcomers.add(offer);
            }
        }
        newcomers.forEach(spread::putWhereRoomIs);
        return new Placement(List.copyOf(spread.shares), List.copyOf(spread.leftOut));
    }

    /** Whether nobody can show what is known of an accessory. */
    static boolean isFaulty(KnownAccessory accessory) {
        return accessory.merged().flatMap(shown -> fault(shown.accessory())).isPresent();
    }

    /** Why nobody can show an accessory, and what mends it. */
    static Optional<String> fault(Accessory accessory) {
        if (accessory.services().size() >= MOST_SERVICES) {
            return Optional.of("HomeKit takes " + MOST_SERVICES + " services at most: make several accessories of it");
        }
        for (Service service : accessory.services()) {
            if (service.characteristics().size() > MOST_CHARACTERISTICS) {
                return Optional.of("HomeKit takes " + MOST_CHARACTERISTICS
                        + " characteristics in a service at most: spread them over several services");
            }
            if (service.key().equals(SnapshotComposer.INFORMATION)
                    || service.type().equals(ServiceTypes.ACCESSORY_INFORMATION)) {
                return Optional.of("the bridge adds Accessory Information itself: leave that service out");
            }
        }
        return Optional.empty();
    }

    /** A placement in the making. */
    private static final class Spread {
        private final List<Allocation> bridges;
        private final List<List<OfferedAccessory>> shares = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();

        Spread(List<Allocation> bridges) {
            this.bridges = bridges;
            bridges.forEach(bridge -> shares.add(new ArrayList<>()));
        }

        void leaveOut(OfferedAccessory offer, String why) {
            leftOut.add(new LeftOut(offer.key().provider(), offer.key().accessory(), why));
        }

        boolean putWhereShown(OfferedAccessory offer) {
            OptionalInt place =
                    find(index -> entry(index, offer).filter(Allocator::isInUse).isPresent());
            place.ifPresent(index -> shares.get(index).add(offer));
            return place.isPresent();
        }

        void putWhereRoomIs(OfferedAccessory offer) {
            OptionalInt place = find(index -> entry(index, offer).isPresent());
            if (place.isEmpty()) {
                place = find(index -> true);
            }
            if (place.isEmpty() && shares.size() < MOST_BRIDGES) {
                place = OptionalInt.of(shares.size());
                shares.add(new ArrayList<>());
            }
            place.ifPresentOrElse(
                    index -> shares.get(index).add(offer),
                    () -> leaveOut(
                            offer,
                            MOST_BRIDGES + " bridges of " + MOST_ACCESSORIES
                                    + " accessories each are full: configure another bridge and select there what it is to show"));
        }

        private OptionalInt find(IntPredicate wanted) {
            return IntStream.range(0, shares.size())
                    .filter(index -> shares.get(index).size() < MOST_ACCESSORIES)
                    .filter(wanted)
                    .findFirst();
        }

        private Optional<Allocation.Entry> entry(int index, OfferedAccessory offer) {
            return index < bridges.size()
                    ? Optional.ofNullable(
                            bridges.get(index).accessories().get(offer.key().stored()))
                    : Optional.empty();
        }
    }
}
