// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;

/** Where a session gets its keys from, and what it may do with the pairings of others. */
interface Lodging {
    /** The keys to come with now, if there are any. */
    Optional<Stay> stay();

    /** Whether it may ask for pairings. */
    boolean mayManage();

    /** Changes the pairings of others now and then. */
    default void manage(Talk talk, Random random) throws IOException {}

    /** Stays from beginning to end. */
    static Lodging resident(Stay stay) {
        return new Lodging() {
            @Override
            public Optional<Stay> stay() {
                return Optional.of(stay);
            }

            @Override
            public boolean mayManage() {
                return false;
            }
        };
    }

    /** Stays from beginning to end, and lets guests come and go. */
    static Lodging administrator(Stay stay, Guests guests) {
        return new Lodging() {
            @Override
            public Optional<Stay> stay() {
                return Optional.of(stay);
            }

            @Override
            public boolean mayManage() {
                return true;
            }

            @Override
            public void manage(Talk talk, Random random) throws IOException {
                switch (random.nextInt(60)) {
                    case 0, 1, 2, 3 -> guests.change(talk, random);
                    case 4, 5 -> guests.fill(talk);
                    case 6 -> guests.promote(talk, random);
                    case 7 -> guests.list(talk);
                    default -> {}
                }
            }
        };
    }

    /** Comes and goes; may be an administrator for a while. */
    static Lodging guest(Guests guests, int place) {
        return new Lodging() {
            @Override
            public Optional<Stay> stay() {
                return guests.at(place).filter(stay -> !stay.isEnding());
            }

            @Override
            public boolean mayManage() {
                return true;
            }
        };
    }
}
