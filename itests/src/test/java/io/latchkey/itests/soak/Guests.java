// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.api.store.Pairings;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.pairing.ControllerPairings;
import io.latchkey.pairing.Conversation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The controllers that administrators add and remove while others come to stay: each place is free or taken, and one
 * administrator at a time changes it. Safe for all threads.
 */
final class Guests {
    private final List<Place> places = new ArrayList<>();
    private final Map<ControllerId, Pairing> residents = new HashMap<>();

    /** A place for one controller at a time. */
    private static final class Place {
        private final ReentrantLock lock = new ReentrantLock();
        private final AtomicReference<Stay> stay = new AtomicReference<>();
        private int before;
    }

    /**
     * Prepares places, all of them free.
     *
     * @param residents the pairings that stay
     */
    Guests(int places, List<Pairing> residents) {
        for (int i = 0; i < places; i++) {
            this.places.add(new Place());
        }
        residents.forEach(pairing -> this.residents.put(pairing.controller(), pairing));
    }

    /** Who stays at a place now. */
    Optional<Stay> at(int place) {
        return Optional.ofNullable(places.get(place).stay.get());
    }

    /** Adds somebody where a place is free, or removes who stays there. */
    void change(Talk admin, Random random) throws IOException {
        change(admin, random.nextInt(places.size()), true);
    }

    /** Adds somebody wherever a place is free. */
    void fill(Talk admin) throws IOException {
        for (int place = 0; place < places.size(); place++) {
            change(admin, place, false);
        }
    }

    /** Changes what the pairing of somebody who stays may do, which closes nothing. */
    void promote(Talk admin, Random random) throws IOException {
        Place place = SoakTargets.pick(places, random);
        if (place.lock.tryLock()) {
            try {
                Stay stay = place.stay.get();
                if (stay != null) {
                    Permissions permissions = random.nextBoolean() ? Permissions.ADMIN : Permissions.REGULAR;
                    done(admin, ControllerPairings.add(WireClient.pairing(stay.keys(), permissions)));
                }
            } finally {
                place.lock.unlock();
            }
        }
    }

    /** Lists all pairings: those that stay are there, and each guest while nobody changes his place. */
    void list(Talk admin) throws IOException {
        Map<Place, Optional<Stay>> before = new HashMap<>();
        places.forEach(place -> before.put(place, stable(place)));
        Optional<Pairings> listed = done(admin, ControllerPairings.list());
        if (listed.isEmpty()) {
            return;
        }
        Map<ControllerId, Pairing> there = new HashMap<>();
        listed.get().pairings().forEach(pairing -> there.put(pairing.controller(), pairing));
        if (!there.entrySet().containsAll(residents.entrySet()) || there.size() > residents.size() + places.size()) {
            admin.fault("pairings listed wrongly", there.keySet().toString());
        }
        before.forEach((place, stay) -> {
            if (stay.isPresent()
                    && stay.equals(stable(place))
                    && !there.containsKey(stay.get().keys().id())) {
                admin.fault("pairing not listed", stay.get().keys().id().text());
            }
        });
    }

    private void change(Talk admin, int number, boolean orRemove) throws IOException {
        Place place = places.get(number);
        if (!place.lock.tryLock()) {
            return;
        }
        try {
            Stay stay = place.stay.get();
            if (stay == null) {
                ControllerKeys keys = WireClient.newKeys("guest " + number + "." + ++place.before);
                if (done(admin, ControllerPairings.add(WireClient.pairing(keys, Permissions.REGULAR)))
                        .isPresent()) {
                    place.stay.set(new Stay(keys));
                }
            } else if (orRemove) {
                stay.end();
                done(admin, ControllerPairings.remove(stay.keys().id()));
                stay.ended();
                place.stay.set(null);
            }
        } finally {
            place.lock.unlock();
        }
    }

    private static Optional<Stay> stable(Place place) {
        return Optional.ofNullable(place.stay.get()).filter(stay -> !stay.isEnding());
    }

    private static <R> Optional<R> done(Talk admin, Conversation<R> begun) throws IOException {
        Conversation<R> end = admin.lead("pairings", "/pairings", begun);
        if (end instanceof Conversation.Done<R> done) {
            return Optional.of(done.result());
        }
        admin.fault("pairings refused", ((Conversation.Failed<R>) end).reason().toString());
        return Optional.empty();
    }
}
