// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.TimeLimits;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.controller.internal.fake.ControllerRig;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An accessory that has gone without a word is noticed, and one that has little to say is left in peace. */
class SilenceWatchTest {
    private static final CharacteristicId ON = CharacteristicId.of(2, 9);
    private static final String READ = "GET /characteristics?id=1.2";
    private static final String DATABASE = "{\"accessories\":[{\"aid\":1,\"services\":[{\"iid\":1,\"type\":\"3E\","
            + "\"characteristics\":[{\"iid\":7,\"type\":\"52\",\"format\":\"string\",\"perms\":[\"pr\"],"
            + "\"value\":\"1.0\"}]}]}]}";

    private final ControllerRig rig = new ControllerRig();

    @BeforeEach
    void giveAValue() {
        rig.accessory.value(ON, "false");
    }

    @Test
    void aDeadAccessoryIsNoticedWithinAMinuteAndComesBackWithItsSubscriptions() {
        AccessoryClient client = rig.client();
        rig.result(client.subscribe(List.of(ON)));
        rig.heard.take();
        rig.accessory.silent(true);
        rig.threads.advance(Duration.ofSeconds(60).minusNanos(1));
        assertEquals("lost TIMED_OUT", rig.heard.take().get(0));
        rig.accessory.silent(false);
        rig.threads.advance(Duration.ofMinutes(1));
        List<String> notices = rig.heard.take();
        assertEquals("connected", notices.get(notices.size() - 1));
        rig.accessory.change(ON, "true");
        rig.threads.settle();
        assertEquals(List.of("2.9=Bool[on=true]"), rig.heard.take());
    }

    @Test
    void aLiveOneIsAskedOnceInAWhileAndKeepsItsConnection() {
        rig.client();
        rig.threads.advance(Duration.ofSeconds(45).minusNanos(1));
        assertEquals(0, reads(READ));
        rig.threads.advance(Duration.ofNanos(1));
        assertEquals(1, reads(READ));
        rig.threads.advance(Duration.ofMinutes(60));
        assertEquals(2, rig.network.requests().size(), "one to pair, one since");
        assertTrue(reads(READ) > 60, "asked about once a minute: " + reads(READ));
        assertEquals(List.of("connected"), rig.heard.take());
    }

    @Test
    void itIsAskedForItsFirmwareRevisionWhereThatIsKnown() {
        AccessoryClient client = rig.client();
        rig.accessory.script("GET /accessories", 200, DATABASE);
        rig.result(client.accessories());
        rig.threads.advance(Duration.ofSeconds(45));
        assertEquals(1, reads("GET /characteristics?id=1.7"));
        rig.network.last().closeByPeer();
        rig.threads.advance(Duration.ofSeconds(46));
        assertEquals(1, reads("GET /characteristics?id=1.7"), "on the next connection too");
    }

    @Test
    void whoSaysSomethingIsNotAsked() {
        AccessoryClient client = rig.client();
        for (int i = 0; i < 10; i++) {
            rig.threads.advance(Duration.ofSeconds(40));
            rig.network.last().event("{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":1}]}");
            rig.threads.advance(Duration.ofSeconds(40));
            rig.result(client.read(List.of(ON)));
        }
        assertEquals(0, reads(READ));
    }

    @Test
    void whoMayTakeItsTimeForAnAnswerHasThatTime() {
        TimeLimits limits = new TimeLimits(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofMinutes(9));
        AccessoryClient client = rig.clients.open(rig.pair(), ControllerRig.ADDRESS, rig.heard, limits);
        rig.result(client.connected());
        rig.accessory.silent(true);
        CompletionStage<List<CharacteristicReport>> reading = client.read(List.of(ON));
        rig.threads.advance(Duration.ofMinutes(9).minusNanos(1));
        assertEquals(List.of("connected"), rig.heard.take());
        rig.accessory.silent(false);
        rig.network.last().answerNow();
        assertEquals(1, rig.result(reading).size());
        rig.accessory.silent(true);
        rig.threads.advance(Duration.ofSeconds(60).minusNanos(1));
        assertEquals("lost TIMED_OUT", rig.heard.take().get(0), "its patience for answers makes no difference here");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 207, 400, 404, 500})
    void anyAnswerWillDo(int status) {
        rig.client();
        rig.accessory.script("GET /characteristics", status, "");
        rig.threads.advance(Duration.ofMinutes(5));
        assertEquals(List.of("connected"), rig.heard.take());
    }

    @Test
    void whoDoesNotKnowUsAnyMoreIsNoticedSo() {
        rig.client();
        rig.accessory.script("GET /characteristics", 470, "{\"status\":-70411}");
        rig.threads.advance(Duration.ofSeconds(45));
        assertEquals(List.of("connected", "lost NOT_VERIFIED"), rig.heard.take());
    }

    @Test
    void whatWasClosedAsksNothing() {
        AccessoryClient client = rig.client();
        client.close();
        rig.threads.settle();
        assertEquals(0, rig.threads.pending(), "timers");
    }

    private long reads(String request) {
        return rig.network.last().sent().stream().filter(request::equals).count();
    }
}
