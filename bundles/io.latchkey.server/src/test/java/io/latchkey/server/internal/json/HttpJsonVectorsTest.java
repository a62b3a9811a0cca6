// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The verdicts of HomeKitADK's parsers, and where we are more liberal on purpose. */
class HttpJsonVectorsTest {
    private static final Set<String> LIBERAL_BODIES =
            Set.of("{\"characteristics\":[{\"aid\":1,\"iid\":9,\"value\":1e2}]}");
    /** How many ids each of these has. */
    private static final Map<String, Integer> LIBERAL_QUERIES = Map.ofEntries(
            entry("id=1.9&foo=1", 1),
            entry("ID=1.9", 0),
            entry("id=1.9%2C1.10", 2),
            entry("id=1.9&meta=true", 1),
            entry("id=1.9,", 1),
            entry("id=1.9,,1.10", 2),
            entry("id=1", 1),
            entry("id=1.", 1),
            entry("id=.9", 1),
            entry("id=-1.9", 1),
            entry("id=18446744073709551616.1", 1));
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

    @TestFactory
    Stream<DynamicTest> readQueries() throws IOException {
        return cases("read_queries")
                .map(each -> DynamicTest.dynamicTest("?" + each.get("query").getAsString(), () -> checkQuery(each)));
    }

    @TestFactory
    Stream<DynamicTest> prepareRequests() throws IOException {
        return cases("prepare_requests")
                .map(each -> DynamicTest.dynamicTest("body " + body(each), () -> checkPrepare(each)));
    }

    @TestFactory
    Stream<DynamicTest> floats() throws IOException {
        return cases("float_output")
                .map(each -> DynamicTest.dynamicTest(
                        each.get("float32").getAsString(),
                        () -> assertEquals(
                                each.get("json").getAsString(),
                                JsonNumbers.decimal(
                                        Float.parseFloat(each.get("float32").getAsString())))));
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

    private static void checkQuery(JsonObject vector) throws MalformedRequestException {
        String text = vector.get("query").getAsString();
        if (LIBERAL_QUERIES.containsKey(text)) {
            assertEquals(LIBERAL_QUERIES.get(text), ReadQuery.read(text).ids().size());
            return;
        }
        if (vector.has("http")) {
            assertThrows(MalformedRequestException.class, () -> ReadQuery.read(text));
            return;
        }
        ReadQuery query = ReadQuery.read(text);
        List<String> ids = query.ids().stream()
                .map(id -> id.aidLiteral() + "." + id.iidLiteral())
                .toList();
        assertEquals(
                StreamSupport.stream(vector.getAsJsonArray("ids").spliterator(), false)
                        .map(JsonElement::getAsString)
                        .toList(),
                ids);
        assertEquals(vector.get("meta").getAsBoolean(), query.meta());
        assertEquals(vector.get("perms").getAsBoolean(), query.permissions());
        assertEquals(vector.get("type").getAsBoolean(), query.type());
        assertEquals(vector.get("ev").getAsBoolean(), query.events());
    }

    private static void checkPrepare(JsonObject vector) throws MalformedRequestException {
        byte[] body = body(vector).getBytes(StandardCharsets.UTF_8);
        if (vector.has("http")) {
            assertThrows(MalformedRequestException.class, () -> PrepareRequest.read(body));
            return;
        }
        PrepareRequest request = PrepareRequest.read(body);
        assertEquals(vector.get("ttl").getAsLong(), request.ttlMillis());
        assertEquals(vector.get("pid").getAsString(), Long.toUnsignedString(request.pid()));
    }

    private static String bodyOf(String members) {
        return "{\"characteristics\":[{" + members + "}]}";
    }

    private static String body(JsonObject vector) {
        return vector.get("body").getAsString();
    }

    private static Stream<JsonObject> cases(String name) throws IOException {
        try (InputStream file = HttpJsonVectorsTest.class.getResourceAsStream("http-json.json")) {
            JsonObject all = JsonParser.parseReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            return StreamSupport.stream(all.getAsJsonArray(name).spliterator(), false)
                    .map(JsonElement::getAsJsonObject);
        }
    }
}
