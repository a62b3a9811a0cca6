// SPDX-License-Identifier: EPL-2.0
package io.latchkey.conformance.apple;

import io.latchkey.conformance.CharacteristicsReply;
import io.latchkey.conformance.ConformanceWait;
import io.latchkey.conformance.Expect;
import io.latchkey.conformance.Put;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Sequence G: locks and a thermostat are written in two steps, as Apple's controllers do though nothing demands it. */
public final class TimedWriteSequence {
    private static final String LOCK = "1E";
    private static final String MODE = "33";
    private static final String TEMPERATURE = "35";
    private static final String SMALL = "905522117";
    private static final String LARGE = "6407123398845507132";
    private static final String LARGEST = "18446744073709551615";
    private static final Duration BETWEEN = Duration.ofMillis(5);

    private final AppleHome home;

    /** The sequence in a home. */
    public TimedWriteSequence(AppleHome home) {
        this.home = home;
    }

    /** All of it; lamps take the place of locks and of the thermostat where there are none. */
    public void run() throws IOException {
        home.paired();
        try (AppleConnection phone = home.verified(home.owner)) {
            AppleDatabase database = phone.database();
            List<String> locks = locks(database);
            for (String secured : List.of("0", "1")) {
                timed(phone, locks(locks, secured).pid(SMALL), SMALL);
                phone.expectValues(Map.of(locks.get(0), secured, locks.get(1), secured));
            }
            for (String pid : List.of(LARGE, LARGEST)) {
                timed(phone, thermostat(database).pidFirst(pid), pid);
            }
            overlapping(phone, locks);
            phone.read(database.values());
        }
    }

    /** Two are prepared before the first is written: only the second one need work, and the session goes on. */
    private static void overlapping(AppleConnection phone, List<String> locks) throws IOException {
        phone.prepare(SMALL);
        phone.prepare(LARGE);
        CharacteristicsReply first =
                phone.reply(AppleRequest.write(locks(locks, "0").pid(SMALL)));
        int status = first.message().status();
        Expect.that(status < 500, "T24 of the first of two pids", "any answer but a fault", status);
        phone.prepare(LARGE);
        phone.write(locks(locks, "0").pid(LARGE));
    }

    private static void timed(AppleConnection phone, Put body, String pid) throws IOException {
        phone.prepare(pid);
        ConformanceWait.pass(BETWEEN);
        phone.write(body);
    }

    private static Put locks(List<String> locks, String value) {
        return Put.value(locks.get(0), value).andValue(locks.get(1), value);
    }

    private static List<String> locks(AppleDatabase database) {
        List<String> locks = database.ofType(LOCK);
        return locks.size() >= 2
                ? locks
                : database.lamps(2).stream().map(AppleDatabase.Lamp::on).toList();
    }

    private static Put thermostat(AppleDatabase database) {
        List<String> modes = database.ofType(MODE);
        List<String> temperatures = database.ofType(TEMPERATURE);
        if (modes.isEmpty() || temperatures.isEmpty()) {
            AppleDatabase.Lamp lamp = database.lamps(1).get(0);
            return Put.value(lamp.on(), "1").andValue(lamp.brightness(), "22");
        }
        return Put.value(modes.get(0), "1").andValue(temperatures.get(0), "21.5");
    }
}
