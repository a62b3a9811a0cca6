// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.ConformanceWait;
import io.latchkey.conformance.Expect;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import org.opentest4j.TestAbortedException;

/** Sequence C: the bridge is restarted, and twelve connections of eight devices come back within one second. */
public final class RestartSequence {
    private static final Duration STOP = Duration.ofSeconds(60);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration BETWEEN_CONNECTS = Duration.ofMillis(50);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    /** What a bridge should do where nothing else keeps the computer busy. */
    private static final Duration QUICK = Duration.ofSeconds(2);
    /** What Apple's controllers wait for. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final AppleHome home;
    private final AppleDevice secondHub = AppleDevice.of(22);
    private final AppleDevice thirdHub = AppleDevice.of(23);

    /** The sequence in a home. */
    public RestartSequence(AppleHome home) {
        this.home = home;
    }

    /** How many connections each device has; of two, one is given up again. */
    private List<Map.Entry<AppleDevice, Integer>> devices() {
        return List.of(
                Map.entry(home.hub, 1),
                Map.entry(secondHub, 1),
                Map.entry(thirdHub, 1),
                Map.entry(home.owner, 2),
                Map.entry(home.second, 2),
                Map.entry(home.third, 2),
                Map.entry(home.tablet, 2),
                Map.entry(home.guest, 1));
    }

    /** All of it; needs a bridge that can be restarted. */
    public void run() throws IOException {
        home.paired();
        Optional<AnnouncedBridge> before = record();
        int port = home.address().getPort();
        List<String> ids;
        try (Concurrently beside = new Concurrently()) {
            ids = addHubs();
            List<Callable<List<AppleConnection>>> coming = new ArrayList<>();
            for (Map.Entry<AppleDevice, Integer> device : devices()) {
                List<AppleConnection> its = verified(device.getKey(), device.getValue());
                coming.add(() -> comeBack(beside, device.getKey(), its, port));
            }
            Future<Boolean> restarting = restart(beside);
            List<List<AppleConnection>> back = beside.all(coming);
            Concurrently.result(restarting);
            judge(back, ids);
        }
        expectSamePlace(before, port);
        try (AppleConnection owner = home.verified(home.owner)) {
            AppleHome.remove(owner, secondHub.keys().id());
            AppleHome.remove(owner, thirdHub.keys().id());
        }
    }

    /** Brings in two more hubs; gives the ids of all values. */
    private List<String> addHubs() throws IOException {
        try (AppleConnection owner = home.verified(home.owner)) {
            AppleHome.add(owner, secondHub.admin());
            AppleHome.add(owner, thirdHub.admin());
            return owner.database().values();
        }
    }

    private List<AppleConnection> verified(AppleDevice device, int connections) throws IOException {
        List<AppleConnection> its = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            its.add(home.verified(device));
            its.get(i).subscribeToAll();
        }
        return its;
    }

    /** Begins to restart the bridge, and returns once it has ended a connection. */
    private Future<Boolean> restart(Concurrently beside) throws IOException {
        try (AppleConnection watching = home.verified(home.owner)) {
            Future<Boolean> restarting = beside.begin(home::restart);
            while (!watching.wire().isClosedWithin(BETWEEN_LOOKS)) {
                if (restarting.isDone() && !Concurrently.result(restarting)) {
                    throw new TestAbortedException("needs a server that the suite can restart");
                }
            }
            return restarting;
        }
    }

    /** The bridge's end, the questions of one device, and all its connections at once. */
    private List<AppleConnection> comeBack(
            Concurrently beside, AppleDevice device, List<AppleConnection> before, int port) throws IOException {
        for (AppleConnection connection : before) {
            connection.expectEnd("the stop of the bridge", STOP);
            connection.close();
        }
        awaitRecord(device, port);
        List<Callable<AppleConnection>> coming = new ArrayList<>();
        before.forEach(connection -> coming.add(() -> arrive(device)));
        return beside.all(coming);
    }

    /** Asks every second, or tries to connect where there is no record. */
    private void awaitRecord(AppleDevice device, int port) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!(home.isAnnounced() ? home.find(device, port).isPresent() : isListening(device))) {
            Expect.that(System.nanoTime() - end < 0, "a restart", "the bridge within " + START, "nothing");
            ConformanceWait.pass(home.isAnnounced() ? home.pauses().of(BETWEEN_QUESTIONS) : BETWEEN_CONNECTS);
        }
    }

    private boolean isListening(AppleDevice device) {
        try {
            home.open(device).close();
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private AppleConnection arrive(AppleDevice device) throws IOException {
        AppleConnection connection = verifiedInTheEnd(device);
        AppleDatabase database = connection.subscribeToAll();
        connection.pollFirmwares(database.firmwares());
        return connection;
    }

    /** Who is refused, or ended without a word, tries again: the record that it saw may be that of before. */
    private AppleConnection verifiedInTheEnd(AppleDevice device) throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                return home.verified(device);
            } catch (IOException notYet) {
                if (System.nanoTime() - end > 0) {
                    throw notYet;
                }
                ConformanceWait.pass(BETWEEN_CONNECTS);
            }
        }
    }

    /** All were answered in time; who has two connections gives up one, and every other goes on. */
    private void judge(List<List<AppleConnection>> back, List<String> ids) throws IOException {
        Duration limit = home.pauses().isFull() ? QUICK : LONGEST;
        for (List<AppleConnection> its : back) {
            for (AppleConnection connection : its) {
                boolean inTime = connection.longest().compareTo(limit) <= 0;
                Expect.that(inTime, "twelve at once", "answers within " + limit, connection.longest());
            }
            for (AppleConnection loser : its.subList(1, its.size())) {
                loser.close();
            }
        }
        for (List<AppleConnection> its : back) {
            its.get(0).read(ids);
            its.get(0).close();
        }
    }

    private void expectSamePlace(Optional<AnnouncedBridge> before, int port) throws IOException {
        Expect.that(home.addressNow().getPort() == port, "a restart", "port " + port, home.addressNow());
        if (before.isPresent()) {
            AnnouncedBridge after = record().orElseThrow(() -> new AssertionError("no record after a restart"));
            String expected = before.get().instance().text() + " c#="
                    + before.get().text().get("c#");
            String came = after.instance().text() + " c#=" + after.text().get("c#");
            Expect.that(came.equals(expected), "a restart", expected, came);
        }
    }

    private Optional<AnnouncedBridge> record() throws IOException {
        return home.isAnnounced() ? Optional.of(home.discovered(home.hub)) : Optional.empty();
    }
}
