// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import com.google.gson.JsonElement;
import io.latchkey.conformance.ConformanceWait;
import io.latchkey.conformance.Entries;
import io.latchkey.conformance.Expect;
import io.latchkey.conformance.Put;
import io.latchkey.conformance.RawPairings;
import io.latchkey.pairing.PairingError;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

/**
 * Sequence B: a hub stays connected and polls; other devices with the owner's identity have subscriptions of their own;
 * somebody with unknown keys comes again and again. Nothing closes the hub's connection.
 */
public final class HubDaySequence {
    private static final Duration POLL = Duration.ofSeconds(62);
    private static final Duration KNOCK = Duration.ofSeconds(10);
    private static final Duration NOT_CLOSED = Duration.ofMillis(50);
    private static final Duration EVENT = Duration.ofSeconds(10);
    private static final int KNOCKS = 10;
    private static final int ROUNDS_PER_LIST = 15;
    private static final int LEAST_ROUNDS = 3;

    private final AppleHome home;
    private final Duration length;

    /**
     * The sequence in a home.
     *
     * @param length of the day, in full
     */
    public HubDaySequence(AppleHome home, Duration length) {
        this.home = home;
        this.length = length;
    }

    /** The whole day. */
    public void run() throws IOException {
        home.paired();
        try (Concurrently beside = new Concurrently();
                AppleConnection hub = home.verified(home.hub);
                AppleConnection writer = home.verified(home.owner);
                AppleConnection second = home.verified(home.second);
                AppleConnection third = home.verified(home.third)) {
            Future<Void> knocking = beside.begin(this::knock);
            List<AppleDatabase.Lamp> lamps = hub.subscribeToAll().lamps(2);
            second.write(Put.events(lamps.get(0).brightness(), true));
            third.write(Put.events(lamps.get(1).brightness(), true));
            rounds(hub, writer, second, lamps.get(0).brightness());
            third.expectSilence("changes of what another device of the same identity has subscribed", NOT_CLOSED);
            third.write(Put.events(lamps.get(1).brightness(), false));
            Concurrently.result(knocking);
        }
    }

    private void rounds(AppleConnection hub, AppleConnection writer, AppleConnection second, String brightness)
            throws IOException {
        List<String> firmwares = hub.database().firmwares();
        long end = home.pauses().end(length);
        for (int round = 0; System.nanoTime() - end < 0 || round < LEAST_ROUNDS; round++) {
            long next = home.pauses().end(POLL);
            String value = String.valueOf(20 + round % 60);
            int half = firmwares.size() / 2;
            hub.pollFirmwares(firmwares.subList(0, half));
            writer.write(Put.value(brightness, value));
            hub.pollFirmwares(firmwares.subList(half, firmwares.size()));
            hears(hub, brightness, value);
            hears(second, brightness, value);
            if (round % ROUNDS_PER_LIST == 0) {
                list(hub);
            }
            ConformanceWait.pass(Duration.ofNanos(next - System.nanoTime()));
        }
    }

    /** T8: each pairing letter by letter. */
    private void list(AppleConnection hub) throws IOException {
        Set<String> listed = RawPairings.list(AppleHome.list(hub));
        for (String pairing : List.of(
                RawPairings.entry(home.owner.admin()),
                RawPairings.entry(home.hub.admin()),
                RawPairings.entry(home.guest.guest()))) {
            Expect.that(listed.contains(pairing), "T8", pairing, listed);
        }
    }

    /** Somebody with keys that nobody knows; each time 200 and error 2, and it is left to him to close. */
    private Void knock() throws IOException {
        for (int i = 0; i < KNOCKS; i++) {
            try (AppleConnection connection = home.open(home.stranger)) {
                connection.tryToVerify(home.stranger.keys(), home.known()).refused(4, PairingError.AUTHENTICATION);
                connection.expectSilence("M4 with error 2", NOT_CLOSED);
            }
            home.pauses().pass(KNOCK);
        }
        return null;
    }

    private static void hears(AppleConnection listener, String id, String value) throws IOException {
        Optional<Entries> heard = listener.hear(EVENT);
        Optional<JsonElement> told = heard.filter(each -> each.has(id)).map(each -> each.value(id));
        boolean right = told.filter(each -> Entries.isSame(each, value)).isPresent();
        Expect.that(right, "a change of " + id + " to " + value, "an event of it", heard);
    }
}
