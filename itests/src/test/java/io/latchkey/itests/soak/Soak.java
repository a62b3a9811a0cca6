// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.soak;

import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.ControllerKeys;
import io.latchkey.itests.BridgeProcess;
import io.latchkey.itests.Eventually;
import io.latchkey.itests.FrameworkBridge;
import io.latchkey.itests.wire.WireClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * Leads 64 sessions of up to 15 controllers, and two strangers, through a time of work against a bridge in a process of its own,
 * and then to the point at which all must know the same.
 */
final class Soak {
    /** As many as work, room for those whose end the bridge has not noticed yet, and for strangers. */
    static final int MAXIMUM_SESSIONS = 160;

    private static final int SESSIONS = 64;
    private static final int PLACES = 6;
    private static final int GUESTS = 2 * PLACES;
    private static final int RESIDENTS = 7;
    private static final int STRANGERS = 2;
    private static final int MOMENTS = 4;
    private static final int TELLING_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final BridgeProcess process;
    private final long seed;
    private final ControllerKeys keys = WireClient.newKeys("admin 0");
    private final Map<String, Gauge> gauges = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private int gauged;

    Soak(BridgeProcess process, long seed) {
        this.process = process;
        this.seed = seed;
    }

    /** Runs for that long, and a little longer for what follows. */
    SoakReport run(int seconds) throws IOException {
        ControllerKeys.Peer bridge = WireClient.pair(process.address(), keys, FrameworkBridge.CODE);
        try (WireClient client = WireClient.verified(process.address(), keys, bridge)) {
            SoakTargets home = new SoakTargets(client.accessories());
            SoakRun stage = new SoakRun(process.address(), bridge, home, seed);
            Stay stay = new Stay(keys);
            List<Lodging> lodgings = new ArrayList<>();
            Guests guests = lodge(client, stay, lodgings);
            gauges.put("idle", gauge());
            start(stage, lodgings);
            work(stage, seconds);
            settle(stage, guests, new Talk(home, stage.score(), "conductor", stay, client));
            gauges.put("calm, all connected", gauge());
            stage.end();
            await(stage, "threads left", 0, () ->
                    (int) threads.stream().filter(Thread::isAlive).count());
            await(stage, "sessions left", 1, () -> (int) gauge().sessions());
            gauges.put("idle again", gauge());
            return new SoakReport(seed, seconds, stage.score(), gauges);
        }
    }

    private Guests lodge(WireClient conductor, Stay first, List<Lodging> lodgings) throws IOException {
        List<Pairing> pairings = new ArrayList<>(List.of(WireClient.pairing(keys, Permissions.ADMIN)));
        Stay second = added(conductor, "admin 1", Permissions.ADMIN, pairings);
        List<Stay> residents = new ArrayList<>();
        for (int i = 0; i < RESIDENTS; i++) {
            residents.add(added(conductor, "resident " + i, Permissions.REGULAR, pairings));
        }
        Guests guests = new Guests(PLACES, pairings);
        lodgings.add(Lodging.administrator(first, guests));
        lodgings.add(Lodging.administrator(second, guests));
        for (int i = 0; i < GUESTS; i++) {
            lodgings.add(Lodging.guest(guests, i % PLACES));
        }
        while (lodgings.size() < SESSIONS) {
            lodgings.add(Lodging.resident(residents.get(lodgings.size() % RESIDENTS)));
        }
        return guests;
    }

    private static Stay added(WireClient conductor, String name, Permissions permissions, List<Pairing> pairings)
            throws IOException {
        ControllerKeys keys = WireClient.newKeys(name);
        Pairing pairing = WireClient.pairing(keys, permissions);
        conductor.add(pairing);
        pairings.add(pairing);
        return new Stay(keys);
    }

    private void start(SoakRun stage, List<Lodging> lodgings) {
        for (int number = 0; number < SESSIONS; number++) {
            threads.add(new Thread(new Visitor(stage, number, lodgings.get(number)), "soak-" + number));
        }
        for (int number = 0; number < STRANGERS; number++) {
            Random random = new Random(seed - 1 - number);
            threads.add(new Thread(new Stranger(stage, random), "soak-stranger-" + number));
        }
        threads.forEach(thread -> thread.setDaemon(true));
        threads.forEach(Thread::start);
    }

    private void work(SoakRun stage, int seconds) throws IOException {
        long began = System.nanoTime();
        for (int second = 1; second <= seconds; second++) {
            long until = began + TimeUnit.SECONDS.toNanos(second);
            Eventually.until(PATIENCE, "time to pass", () -> System.nanoTime() > until);
            if (second % TELLING_SECONDS == 0 || second == seconds) {
                System.out.printf(
                        "soak: %d of %d s, %s, %d faults%n",
                        second,
                        seconds,
                        stage.score().traffic(),
                        stage.score().faults().count());
            }
            if (second * MOMENTS / seconds > (second - 1) * MOMENTS / seconds && second < seconds) {
                gauges.put("after " + second + " s", gauge());
            }
        }
    }

    private void settle(SoakRun stage, Guests guests, Talk conductor) throws IOException {
        stage.close();
        await(stage, "sessions gathered", SESSIONS, () -> {
            guests.fill(conductor);
            return stage.arrived();
        });
        long since = System.nanoTime();
        Entry calm = Entry.of(stage.home().of(Kind.CALM).get(0), ",\"value\":true", Kind.SUCCESS);
        conductor.expect(conductor.ask("write", SoakRequests.put("/characteristics", calm.request())), 204, "calm");
        stage.calm(since);
        await(stage, "sessions that compared", SESSIONS, stage::compared);
    }

    private static void await(SoakRun stage, String what, int wanted, Callable<Integer> count) {
        int[] last = {-1};
        try {
            Eventually.until(PATIENCE, what, () -> {
                last[0] = count.call();
                return last[0] == wanted;
            });
        } catch (AssertionError late) {
            stage.score().faults().add(what, "conductor", last[0] + " and not " + wanted);
        }
    }

    private Gauge gauge() throws IOException {
        return Gauge.of(process, "gauge-" + ++gauged);
    }
}
