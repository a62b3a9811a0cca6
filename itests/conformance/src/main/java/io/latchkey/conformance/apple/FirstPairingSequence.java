// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.ConformanceWait;
import io.latchkey.conformance.DatabaseRules;
import io.latchkey.conformance.Expect;
import io.latchkey.conformance.Put;
import io.latchkey.conformance.RawPairings;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Future;

/** Sequence A: a phone pairs, brings in the hub and the owner's tablet, and both devices begin to use the bridge. */
public final class FirstPairingSequence {
    /** Somebody looks for the code. */
    private static final Duration LOOKING = Duration.ofSeconds(75);

    private static final Duration TYPING = Duration.ofSeconds(9);
    private static final Duration RETRY = Duration.ofSeconds(20);
    /** What a phone waits for each answer of pair-setup; the time in which somebody types is not counted. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Duration PHONE_CLOSES = Duration.ofMillis(15);
    private static final Duration PHONE_DISLIKES = Duration.ofMillis(100);
    /** Longer than the second in which changes are gathered. */
    private static final Duration NO_EVENT = Duration.ofMillis(1300);

    private static final int RACING = 4;

    private final AppleHome home;

    /** The sequence in a home. */
    public FirstPairingSequence(AppleHome home) {
        this.home = home;
    }

    /** All of it, from nobody paired to two devices in use. */
    public void run() throws IOException {
        home.unpaired();
        discover();
        setUp(LOOKING);
        bringIn();
        try (Concurrently beside = new Concurrently();
                AppleConnection hub = home.open(home.hub)) {
            Future<AppleDatabase> arriving = beside.begin(() -> arrive(hub));
            use();
            AppleDatabase database = Concurrently.result(arriving);
            hub.expectSilence("T14 of the hub", NO_EVENT);
            hub.read(database.values());
        }
        home.expectUnpaired(false);
    }

    /** The code is mistyped; the phone starts anew, on the same connection and then on another. */
    public void mistyped() throws IOException {
        home.unpaired();
        try (AppleConnection phone = home.open(home.owner)) {
            home.mistype(phone, TYPING);
            ConformanceWait.pass(atLeastASecond(RETRY));
            home.mistype(phone, TYPING);
            ConformanceWait.pass(atLeastASecond(RETRY));
        }
        setUp(TYPING);
    }

    /** The phone dislikes the database and removes its own pairing; the bridge can be paired again. */
    public void refused() throws IOException {
        home.unpaired();
        setUp(TYPING);
        try (AppleConnection phone = home.verified(home.owner)) {
            phone.database();
            ConformanceWait.pass(PHONE_DISLIKES);
            AppleHome.remove(phone, home.owner.keys().id());
            home.forget();
            phone.expectEnd("T9 for itself", Duration.ofSeconds(3));
        }
        home.expectUnpaired(true);
        setUp(TYPING);
    }

    /** Steps 1: the record is found, reconfirmed, and has the name that the phone writes as Host. */
    private void discover() throws IOException {
        home.expectUnpaired(true);
        if (home.isAnnounced()) {
            AnnouncedBridge record = home.discovered(home.owner);
            Expect.that(record.instance().equals(home.name()), "the record", "the name " + home.name(), record);
            AnnouncedBridge again = home.find(home.owner, record.port())
                    .orElseThrow(() -> new AssertionError("no record at a second look"));
            Expect.that(again.place().equals(record.place()), "a second look", record.place(), again.place());
        }
    }

    /** Steps 2 to 4: connections race, T1, the pause, T2, T3; the phone closes, nobody else does. */
    private void setUp(Duration typing) throws IOException {
        try (AppleConnection phone = home.raced(home.owner, RACING)) {
            home.pair(phone, typing);
            boolean inTime = phone.longest().compareTo(LONGEST) <= 0;
            Expect.that(inTime, "T1 to T3", "each answer within " + LONGEST, phone.longest());
            phone.expectSilence("M6", PHONE_CLOSES);
        }
    }

    /** Steps 5 and 6. */
    private void bringIn() throws IOException {
        try (AppleConnection phone = home.verified(home.owner)) {
            AppleDatabase database = phone.database();
            List<String> violations = DatabaseRules.check(database.accessories());
            Expect.that(violations.isEmpty(), "T6", "a database by the rules", violations);
            AppleHome.add(phone, home.hub.admin());
            AppleHome.add(phone, home.tablet.admin());
            AppleHome.add(phone, home.owner.admin());
            AppleHome.add(phone, home.guest.guest());
            Set<String> expected = Set.of(
                    RawPairings.entry(home.owner.admin()),
                    RawPairings.entry(home.hub.admin()),
                    RawPairings.entry(home.tablet.admin()),
                    RawPairings.entry(home.guest.guest()));
            Set<String> listed = RawPairings.list(AppleHome.list(phone));
            Expect.that(listed.equals(expected), "T8", expected.toString(), listed);
        }
    }

    /** Step 7: the phone looks at everything. */
    private void use() throws IOException {
        try (AppleConnection phone = home.verified(home.owner)) {
            AppleDatabase database = phone.subscribeToAll();
            for (List<String> ids : database.informations()) {
                phone.read(ids);
            }
            phone.read(database.names());
            phone.read(database.values());
            phone.pollFirmwares(database.firmwares());
            phone.write(Put.value(database.identify(), "1"));
            phone.expectSilence("T10 to T13 and T27", NO_EVENT);
        }
    }

    /** Step 8: the hub comes and stays. */
    private AppleDatabase arrive(AppleConnection hub) throws IOException {
        hub.verify(home.hub.keys(), home.known());
        AppleDatabase database = hub.subscribeToAll();
        hub.pollFirmwares(database.firmwares());
        return database;
    }

    private Duration atLeastASecond(Duration full) {
        Duration here = home.pauses().of(full);
        Duration second = Duration.ofSeconds(1);
        return here.compareTo(second) < 0 ? second : here;
    }
}
