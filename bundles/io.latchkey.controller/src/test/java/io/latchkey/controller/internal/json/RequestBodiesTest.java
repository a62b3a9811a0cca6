// SPDX-License-Identifier: EPL-2.0
package io.latchkey.controller.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.controller.CharacteristicWrite;
import io.latchkey.api.controller.SnapshotRequest;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The JSON of requests, letter by letter. */
class RequestBodiesTest {
    private static final CharacteristicId ID = CharacteristicId.of(2, 9);

    @Test
    void eachKindOfValueHasItsForm() {
        assertEquals("true", written(Value.TRUE));
        assertEquals("-3", written(Value.of(-3)));
        assertEquals("21.5", written(Value.of(21.5)));
        assertEquals("\"a\\\"\u00e9<\"", written(Value.of("a\"\u00e9<")));
        assertEquals("\"AQID\"", written(Value.of(new byte[] {1, 2, 3})));
    }

    @Test
    void whatIsNotWantedIsNotWritten() {
        CharacteristicWrite all = CharacteristicWrite.value(ID, Value.FALSE)
                .withEvents(false)
                .withAuthorization(new byte[] {1})
                .asRemote()
                .withResponse();
        assertEquals(
                "{\"characteristics\":[{\"aid\":2,\"iid\":9,\"value\":false,\"ev\":false,\"authData\":\"AQ==\","
                        + "\"remote\":true,\"r\":true},{\"aid\":2,\"iid\":9,\"ev\":true}],\"pid\":11122333}",
                text(RequestBodies.write(
                        List.of(all, CharacteristicWrite.events(ID, true)), OptionalLong.of(11_122_333))));
    }

    @Test
    void numbersOfPreparationsAreUnsigned() {
        assertEquals(
                "{\"ttl\":2500,\"pid\":18446744073709551615}",
                text(RequestBodies.prepare(-1, Duration.ofMillis(2500))));
    }

    @Test
    void accessoriesHaveIdsOf64Bits() {
        CharacteristicWrite write = CharacteristicWrite.value(CharacteristicId.of(-2, 9), Value.TRUE);
        assertEquals(
                "{\"characteristics\":[{\"aid\":18446744073709551614,\"iid\":9,\"value\":true}]}",
                text(RequestBodies.write(List.of(write), OptionalLong.empty())));
    }

    @Test
    void aPictureOfAnAccessoryThatIsNoBridge() {
        assertEquals(
                "{\"resource-type\":\"image\",\"image-width\":1,\"image-height\":2}",
                text(RequestBodies.snapshot(new SnapshotRequest(1, 2, Optional.empty(), OptionalInt.empty()))));
    }

    private static String written(Value value) {
        String body = text(RequestBodies.write(List.of(CharacteristicWrite.value(ID, value)), OptionalLong.empty()));
        return body.replaceFirst(".*\"value\":", "").replaceFirst("}]}$", "");
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
