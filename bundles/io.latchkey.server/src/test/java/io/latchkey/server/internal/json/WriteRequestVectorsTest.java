// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import static io.latchkey.server.internal.json.HttpJsonVectors.body;
import static io.latchkey.server.internal.json.HttpJsonVectors.cases;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The verdicts of HomeKitADK's parser on requests to write, and where we are more liberal on purpose. */
class WriteRequestVectorsTest {
    private static final Set<String> LIBERAL_BODIES =
            Set.of("{\"characteristics\":[{\"aid\":1,\"iid\":9,\"value\":1e2}]}");
    /** One entry with a member that is none, which spoils nothing beside it. */
    private static final Set<String> SPOILT_VALUES = Set.of(
            "\"value\":-2147483649",
            "\"value\":18446744073709551616",
            "\"value\":null",
            "\"value\":[1]",
            "\"value\":{}",
            "\"ev\":2",
            "\"ev\":\"true\"",
            "\"value\":1,\"remote\":2",
            "\"value\":1,\"authData\":5");

    /** The same with an address that nothing can have. */
    private static final Set<String> ODD_ADDRESSES = Set.of(
            "\"aid\":\"1\",\"iid\":9,\"value\":1",
            "\"aid\":-1,\"iid\":9,\"value\":1",
            "\"aid\":1.0,\"iid\":9,\"value\":1",
            "\"aid\":18446744073709551616,\"iid\":9,\"value\":1");

    @TestFactory
    Stream<DynamicTest> writeRequests() throws IOException {
        return cases("write_requests")
                .map(each -> DynamicTest.dynamicTest("body " + body(each), () -> checkWrite(each)));
    }

    private static void checkWrite(JsonObject vector) throws MalformedRequestException {
        byte[] body = body(vector).getBytes(StandardCharsets.UTF_8);
        if (LIBERAL_BODIES.contains(body(vector))) {
            JsonScalar value = WriteRequest.read(body).entries().get(0).value().orElseThrow();
            assertEquals(Optional.of(Value.of(100L)), value.as(Format.UINT8));
            return;
        }
        if (SPOILT_VALUES.stream().anyMatch(each -> body(vector).equals(bodyOf("\"aid\":1,\"iid\":9," + each)))) {
            WriteRequest.Entry spoilt = WriteRequest.read(body).entries().get(0);
            assertEquals(new Address(1, 9), spoilt.address());
            assertFalse(spoilt.readable());
            return;
        }
        if (ODD_ADDRESSES.stream().anyMatch(each -> body(vector).equals(bodyOf(each)))) {
            WriteRequest.Entry odd = WriteRequest.read(body).entries().get(0);
            assertEquals(Optional.empty(), odd.address().id());
            assertEquals("9", odd.address().iidLiteral());
            return;
        }
        if (vector.has("http")) {
            assertThrows(MalformedRequestException.class, () -> WriteRequest.read(body));
            return;
        }
        WriteRequest request = WriteRequest.read(body);
        JsonElement pid = vector.get("pid");
        assertEquals(
                pid.isJsonNull() ? Optional.empty() : Optional.of(pid.getAsString()),
                request.pid().map(Long::toUnsignedString));
        JsonArray items = vector.getAsJsonArray("items");
        assertEquals(items.size(), request.entries().size());
        for (int i = 0; i < items.size(); i++) {
            checkEntry(items.get(i).getAsJsonObject(), request.entries().get(i));
        }
    }

    private static void checkEntry(JsonObject item, WriteRequest.Entry entry) {
        assertEquals(item.get("aid").getAsString(), entry.address().aidLiteral());
        assertEquals(item.get("iid").getAsString(), entry.address().iidLiteral());
        assertTrue(entry.readable());
        boolean undefined = item.get("ev").getAsString().equals("undefined");
        assertEquals(undefined ? Optional.empty() : Optional.of(item.get("ev").getAsBoolean()), entry.events());
        assertEquals(item.get("remote").getAsBoolean(), entry.remote());
        assertEquals(item.get("r").getAsBoolean(), entry.response());
        assertEquals(item.get("authData").isJsonNull(), entry.authorization().isEmpty());
        assertEquals(item.get("value").isJsonNull(), entry.value().isEmpty());
        entry.value().ifPresent(value -> checkValue(item.getAsJsonObject("value"), value));
    }

    private static void checkValue(JsonObject expected, JsonScalar actual) {
        switch (expected.get("type").getAsString()) {
            case "uint" ->
                assertEquals(Long.parseUnsignedLong(expected.get("value").getAsString()), bits(actual, Format.UINT64));
            case "int" -> assertEquals(expected.get("value").getAsLong(), bits(actual, Format.INT));
            case "float" ->
                assertEquals(Optional.of(Value.of(expected.get("value").getAsDouble())), actual.as(Format.FLOAT));
            default -> {
                byte[] utf8 = HexFormat.of().parseHex(expected.get("utf8_hex").getAsString());
                assertEquals(new JsonScalar.Text(new String(utf8, StandardCharsets.UTF_8)), actual);
            }
        }
    }

    private static long bits(JsonScalar scalar, Format format) {
        Value value = scalar.as(format).orElseThrow();
        if (value instanceof Value.Bool bool) {
            return bool.on() ? 1 : 0;
        }
        return ((Value.Whole) value).number();
    }

    private static String bodyOf(String members) {
        return "{\"characteristics\":[{" + members + "}]}";
    }
}
