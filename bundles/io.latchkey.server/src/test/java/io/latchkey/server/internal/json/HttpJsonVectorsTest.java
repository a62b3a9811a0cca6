// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import static io.latchkey.server.internal.json.HttpJsonVectors.body;
import static io.latchkey.server.internal.json.HttpJsonVectors.cases;
import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The verdicts of HomeKitADK on queries, preparations and numbers, and where we are more liberal on purpose. */
class HttpJsonVectorsTest {
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
}
