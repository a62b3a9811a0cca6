// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.CharacteristicWrite;
import io.latchkey.api.controller.ControllerException;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.ReadOption;
import io.latchkey.api.controller.SnapshotRequest;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.Value;
import io.latchkey.controller.internal.fake.ControllerRig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves for each question, and what its answers mean. */
class RequestsTest {
    private static final CharacteristicId ON = CharacteristicId.of(2, 9);
    private static final CharacteristicId LEVEL = CharacteristicId.of(2, 10);
    private static final CharacteristicId NOTHING = CharacteristicId.of(9, 9);
    private static final List<CharacteristicWrite> TURN_ON = List.of(CharacteristicWrite.value(ON, Value.TRUE));

    private final ControllerRig rig = new ControllerRig();
    private AccessoryClient client;

    @BeforeEach
    void connect() {
        rig.accessory.value(ON, "false");
        rig.accessory.value(LEVEL, "40");
        client = rig.client();
    }

    @Test
    void allAccessories() {
        rig.accessory.script(
                "GET /accessories", 200, "{\"accessories\":[{\"aid\":1,\"services\":[]},{\"aid\":2,\"services\":[]}]}");
        List<AccessoryDescription> accessories = rig.result(client.accessories());
        assertEquals(
                List.of(1L, 2L),
                accessories.stream().map(each -> each.id().value()).toList());
    }

    @Test
    void someCharacteristicsWithAllThatCanBeAsked() {
        List<CharacteristicReport> reports = rig.result(client.read(List.of(LEVEL, ON, NOTHING)));
        assertEquals("GET /characteristics?id=2.10,2.9,9.9", lastSent());
        assertEquals(Optional.of(Value.of(40)), reports.get(0).value());
        assertEquals(Optional.of(Value.FALSE), reports.get(1).value());
        assertEquals(CharacteristicReport.of(NOTHING, HapStatus.RESOURCE_DOES_NOT_EXIST), reports.get(2));
        rig.result(
                client.read(List.of(ON), ReadOption.EVENTS, ReadOption.TYPE, ReadOption.PERMISSIONS, ReadOption.META));
        assertEquals("GET /characteristics?id=2.9&meta=1&perms=1&type=1&ev=1", lastSent());
    }

    @Test
    void aWriteWithNothingToReport() {
        assertEquals(List.of(CharacteristicReport.of(ON, HapStatus.SUCCESS)), rig.result(client.write(TURN_ON)));
        assertEquals("true", rig.accessory.value(ON));
    }

    @Test
    void aWriteOfWhichEachEntryHasAFateOfItsOwn() {
        List<CharacteristicReport> reports = rig.result(client.write(List.of(
                CharacteristicWrite.value(ON, Value.TRUE).withResponse().asRemote(),
                CharacteristicWrite.value(NOTHING, Value.of(1)))));
        assertEquals(Optional.of(Value.TRUE), reports.get(0).value());
        assertTrue(reports.get(0).isSuccess());
        assertEquals(HapStatus.RESOURCE_DOES_NOT_EXIST, reports.get(1).status());
        assertEquals(
                "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":true,\"remote\":true,\"r\":true},"
                        + "{\"aid\":9,\"iid\":9,\"value\":1}]}",
                rig.network.last().lastBody());
    }

    @Test
    void aPreparedWrite() {
        rig.result(client.prepare(77, Duration.ofMillis(2500)));
        assertEquals("{\"ttl\":2500,\"pid\":77}", rig.network.last().lastBody());
        assertTrue(rig.result(client.write(TURN_ON, 77)).get(0).isSuccess());
        assertEquals(
                HapStatus.INVALID_VALUE,
                rig.result(client.write(TURN_ON, 77)).get(0).status(),
                "a preparation is good for one write");
    }

    @Test
    void twoTimedWritesAtOnceDoNotDisturbEachOther() {
        CompletionStage<List<CharacteristicReport>> first = client.writeTimed(TURN_ON, Duration.ofSeconds(1));
        CompletionStage<List<CharacteristicReport>> second = client.writeTimed(TURN_ON, Duration.ofSeconds(1));
        assertTrue(rig.result(first).get(0).isSuccess());
        assertTrue(rig.result(second).get(0).isSuccess());
        List<String> sent = rig.network.last().sent();
        assertEquals(
                List.of("PUT /prepare", "PUT /characteristics", "PUT /prepare", "PUT /characteristics"),
                sent.subList(2, sent.size()));
    }

    @Test
    void aPreparationThatIsRefusedFailsTheWrite() {
        rig.accessory.script("PUT /prepare", 200, "{\"status\":-70403}");
        ControllerException refusal = rig.failure(client.writeTimed(TURN_ON, Duration.ofSeconds(1)));
        assertEquals(Optional.of(HapStatus.BUSY), refusal.status());
        assertEquals("false", rig.accessory.value(ON));
    }

    @Test
    void aPicture() {
        rig.accessory.script("POST /resource", 200, "a picture");
        SnapshotRequest wanted = new SnapshotRequest(640, 480, Optional.of(new AccessoryId(3)), OptionalInt.of(1));
        assertArrayEquals("a picture".getBytes(StandardCharsets.UTF_8), rig.result(client.snapshot(wanted)));
        assertEquals(
                "{\"resource-type\":\"image\",\"image-width\":640,\"image-height\":480,\"aid\":3,\"reason\":1}",
                rig.network.last().lastBody());
        rig.accessory.unscript("POST /resource");
        assertEquals(
                Optional.of(HapStatus.RESOURCE_DOES_NOT_EXIST),
                rig.failure(client.snapshot(wanted)).status());
    }

    @Test
    void aRefusalNamesTheRequestAndNotWhatWasInIt() {
        rig.accessory.script("GET /characteristics", 500, "{\"status\":-70407}");
        ControllerException refusal = rig.failure(client.read(List.of(ON)));
        assertEquals(Optional.of(HapStatus.OUT_OF_RESOURCES), refusal.status());
        assertEquals(
                client.accessory() + " at 127.0.0.1:51826: it refuses (GET /characteristics: 500)",
                refusal.getMessage());
        assertTrue(rig.network.last().isOpen(), "a refusal costs no connection");
    }

    @Test
    void anAnswerThatIsNoJsonIsToldAsSuch() {
        rig.accessory.script("GET /accessories", 200, "<html>");
        assertEquals(Reason.PROTOCOL, rig.reason(client.accessories()));
    }

    @Test
    void whatMakesNoSenseIsRefusedAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> client.read(List.of()));
        assertThrows(IllegalArgumentException.class, () -> client.write(List.of()));
        assertThrows(IllegalArgumentException.class, () -> client.subscribe(List.of()));
        assertThrows(IllegalArgumentException.class, () -> client.prepare(1, Duration.ofNanos(1)));
        assertThrows(IllegalArgumentException.class, () -> client.writeTimed(TURN_ON, Duration.ZERO));
    }

    @Test
    void answersAreWorkedOutOnWorkThreads() {
        boolean[] working = new boolean[1];
        client.read(List.of(ON)).thenRun(() -> working[0] = rig.threads.isWorking());
        rig.threads.settle();
        assertTrue(working[0]);
    }

    @Test
    void aListenerThatFailsMissesNothingOfWhatFollows() {
        client.close();
        int[] heard = new int[1];
        AccessoryClient other = rig.clients.open(client.accessory(), ControllerRig.ADDRESS, changes -> {
            heard[0]++;
            throw new IllegalStateException("on purpose");
        });
        rig.result(other.subscribe(List.of(ON)));
        rig.accessory.change(ON, "true");
        rig.accessory.change(ON, "false");
        rig.threads.settle();
        assertEquals(2, heard[0]);
        assertEquals(1, rig.network.open().size());
    }

    private String lastSent() {
        List<String> sent = rig.network.last().sent();
        return sent.get(sent.size() - 1);
    }
}
