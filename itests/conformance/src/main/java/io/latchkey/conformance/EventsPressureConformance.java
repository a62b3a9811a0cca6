// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance;

import com.google.gson.JsonObject;
import io.latchkey.itests.home.Probe;
import io.latchkey.itests.wire.WireClient;
import io.latchkey.itests.wire.WireFault;
import io.latchkey.itests.wire.WireMessage;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Who does not read harms nobody but himself: what waits for him is bounded, and he either finds the newest values when he
 * reads on or has lost his connection.
 */
@OverTheWire
@Order(ConformanceOrder.MEANWHILE)
class EventsPressureConformance {
    private static final int RECEIVE_BUFFER = 4096;
    private static final int UNREAD = 6 << 20;
    private static final int MOST_WAITING = 128;
    private static final String PRESSES = "300 presses that nobody read";
    private static final String STORM = "10,000 changes a second";
    private static final int MOST_EVENTS = 20;
    private static final int CHANGES = 20_000;
    private static final int CHANGES_PER_SECOND = 10_000;

    @Test
    @DisplayName("B127 Who stops to read finds each value once and the newest, or has lost his connection")
    void newestWins(Server server) throws IOException {
        TestedHome home = server.home();
        try (Stalled stalled = Stalled.of(server, home.brightness());
                SuiteController actor = SuiteController.admin(server)) {
            for (int i = 0; i < 300; i++) {
                actor.write(home.brightness(), Integer.toString(i % 100));
            }
            actor.write(home.brightness(), "100");
            List<JsonObject> heard = stalled.readOn(home.brightness(), "100");
            Expect.that(
                    heard.size() <= MOST_WAITING, "300 changes that nobody read", "one event, or a few", heard.size());
        }
    }

    @Test
    @DisplayName("B127 The presses that wait for one who does not read are bounded; another hears them all")
    void presses(Server server) throws IOException {
        TestedHome home = server.home();
        int bursts = 10;
        int burst = 30;
        try (Stalled stalled = Stalled.of(server, home.button());
                SuiteController good = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            good.subscribe(home.button());
            for (int i = 0; i < bursts; i++) {
                actor.order(home, "press " + burst);
                for (int press = 0; press < burst; press++) {
                    good.hears(home.button(), "0");
                }
            }
            List<JsonObject> heard = stalled.readOn(home.button(), "\"nothing more\"");
            Expect.that(stalled.isLost(), PRESSES, "the end of the connection", "none");
            Expect.that(heard.size() <= MOST_WAITING, PRESSES, "64 or so at the most", heard.size());
        }
    }

    @Test
    @DisplayName("B128 With 10,000 changes a second and one who does not read, another hears the newest in time")
    void tenThousandASecond(Server server) throws IOException {
        TestedHome home = server.home();
        String counter = home.probe(Probe.COUNTER);
        try (Stalled stalled = Stalled.of(server, counter);
                SuiteController good = SuiteController.admin(server);
                SuiteController actor = SuiteController.admin(server)) {
            long last = actor.value(counter).getAsLong() + CHANGES;
            good.subscribe(counter);
            actor.order(home, "count " + CHANGES + " " + CHANGES_PER_SECOND);
            long heard = 0;
            int events = 0;
            while (heard < last) {
                long told = good.hear().value(counter).getAsLong();
                long now = actor.value(counter).getAsLong();
                Expect.that(told > heard && told <= now, STORM, "a value later than " + heard, told);
                Expect.that(now - told < CHANGES_PER_SECOND, STORM, "a value not a second older than " + now, told);
                heard = told;
                events++;
            }
            Expect.that(events <= MOST_EVENTS, STORM, "one event a second", events);
            stalled.readOn(counter, Long.toString(last));
        }
    }

    /** A session that has asked for more than the network holds and reads nothing of it until told. */
    private static final class Stalled implements AutoCloseable {
        private final SuiteController controller;
        private int answers;
        private boolean lost;

        private Stalled(SuiteController controller) {
            this.controller = controller;
        }

        static Stalled of(Server server, String id) throws IOException {
            WireClient session = WireClient.open(server.address(), RECEIVE_BUFFER);
            session.verify(server.adminKeys(), server.paired());
            Stalled stalled = new Stalled(new SuiteController(session));
            stalled.controller.subscribe(id);
            int length = session.get("/accessories").body().length;
            for (int unread = 0; unread < UNREAD; unread += length) {
                stalled.controller.begin("GET", "/accessories");
                stalled.answers++;
            }
            return stalled;
        }

        /** Reads everything until that value has been told, or the connection ends; gives the events. */
        List<JsonObject> readOn(String id, String last) throws IOException {
            List<JsonObject> heard = new ArrayList<>();
            boolean told = false;
            try {
                while (answers > 0 || !told) {
                    WireMessage message = controller.wire().receive();
                    if (message.isEvent()) {
                        Entries entries = Entries.of(message);
                        heard.addAll(entries.all());
                        told = entries.tell(id, last);
                    } else {
                        answers--;
                    }
                }
            } catch (WireFault broken) {
                throw broken;
            } catch (SocketTimeoutException silence) {
                throw new AssertionError("expected " + last + " or the end at last, came " + heard, silence);
            } catch (IOException end) {
                lost = true;
            }
            return heard;
        }

        boolean isLost() {
            return lost;
        }

        @Override
        public void close() throws IOException {
            controller.close();
        }
    }
}
