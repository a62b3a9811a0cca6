// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import io.latchkey.api.model.Write;
import io.latchkey.api.transport.Answer;
import io.latchkey.server.internal.bridge.BridgeRig;
import io.latchkey.server.internal.fake.FakeProvider;
import io.latchkey.server.internal.fake.FakeSession;
import io.latchkey.server.internal.fake.SampleCharacteristics;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PUT of {@code /prepare} and what follows it. The one characteristic is 2.9. */
class TimedWriteTest {
    private static final String PLAIN = "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":1}]}";
    private static final String REFUSED = "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"status\":-70410}]}";

    private final List<Write> writes = new CopyOnWriteArrayList<>();
    private BridgeRig rig;

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aTimedWriteNeedsItsPreparation() {
        show("pw,tw");
        FakeSession session = rig.session(BridgeRig.ADMIN);
        check(207, REFUSED, put(session, PLAIN));
        prepare(session, 2500, 11);
        check(204, "", put(session, timed(11)));
        check(207, REFUSED, put(session, timed(11)));
        assertEquals(1, writes.size());
    }

    @Test
    void aTimedWriteMustComeInTime() {
        show("pw,tw");
        FakeSession session = rig.session(BridgeRig.ADMIN);
        prepare(session, 2500, 11);
        rig.pass(Duration.ofMillis(2500));
        check(204, "", put(session, timed(11)));
        prepare(session, 2500, 12);
        rig.pass(Duration.ofMillis(2501));
        check(207, REFUSED, put(session, timed(12)));
    }

    @Test
    void aNumberThatNamesNoneUsesNothingUp() {
        show("pw,tw");
        FakeSession session = rig.session(BridgeRig.ADMIN);
        prepare(session, 2500, 11);
        check(207, REFUSED, put(session, timed(12)));
        check(207, REFUSED, put(rig.session(BridgeRig.ADMIN), timed(11)));
        check(204, "", put(session, timed(11)));
    }

    @Test
    void severalAreOpenAtOnceEachWithItsOwnEnd() {
        show("pw,tw");
        FakeSession session = rig.session(BridgeRig.ADMIN);
        prepare(session, 1000, 1);
        prepare(session, 3000, 2);
        prepare(session, 2000, 3);
        rig.pass(Duration.ofMillis(1500));
        check(207, REFUSED, put(session, timed(1)));
        check(204, "", put(session, timed(3)));
        rig.pass(Duration.ofMillis(1500));
        check(204, "", put(session, timed(2)));
        assertEquals(2, writes.size());
    }

    @Test
    void preparingTheSameNumberAgainBeginsItsTimeAnew() {
        show("pw,tw");
        FakeSession session = rig.session(BridgeRig.ADMIN);
        prepare(session, 1000, 1);
        rig.pass(Duration.ofMillis(900));
        prepare(session, 1000, 1);
        rig.pass(Duration.ofMillis(900));
        check(204, "", put(session, timed(1)));
        check(207, REFUSED, put(session, timed(1)));
    }

    @Test
    void ofTooManyTheOldestGivesWay() {
        show("pw,tw");
        FakeSession session = rig.session(BridgeRig.ADMIN);
        for (int pid = 1; pid <= 9; pid++) {
            prepare(session, 2500, pid);
        }
        check(207, REFUSED, put(session, timed(1)));
        for (int pid = 2; pid <= 9; pid++) {
            check(204, "", put(session, timed(pid)));
        }
    }

    @Test
    void whatIsOverTakesNoRoom() {
        show("pw,tw");
        FakeSession session = rig.session(BridgeRig.ADMIN);
        prepare(session, 5000, 1);
        for (int pid = 2; pid <= 8; pid++) {
            prepare(session, 100, pid);
        }
        rig.pass(Duration.ofSeconds(1));
        prepare(session, 2500, 9);
        check(204, "", put(session, timed(1)));
        check(204, "", put(session, timed(9)));
    }

    @Test
    void aPlainWriteLeavesThePreparationAlone() {
        show("pw");
        FakeSession session = rig.session(BridgeRig.ADMIN);
        prepare(session, 2500, 11);
        check(204, "", put(session, PLAIN));
        check(204, "", put(session, timed(11)));
        assertEquals(2, writes.size());
    }

    private void show(String permissions) {
        Characteristic characteristic = Characteristic.of(SampleCharacteristics.type(1, Format.UINT8, permissions))
                .write(write -> {
                    writes.add(write);
                    return CompletableFuture.completedFuture(Value.NULL);
                })
                .direct()
                .build();
        rig = BridgeRig.paired(new FakeProvider("test", SampleCharacteristics.of("g", characteristic)));
    }

    private Answer put(FakeSession session, String body) {
        return rig.ask(session, "PUT", "/characteristics", body);
    }

    private void prepare(FakeSession session, int ttl, int pid) {
        check(200, "{\"status\":0}", rig.ask(session, "PUT", "/prepare", "{\"ttl\":" + ttl + ",\"pid\":" + pid + "}"));
    }

    private static void check(int status, String body, Answer answer) {
        assertEquals(body, BridgeRig.text(answer));
        assertEquals(status, answer.status());
    }

    private static String timed(int pid) {
        return "{\"pid\":" + pid + ",\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":1}]}";
    }
}
