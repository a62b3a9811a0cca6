// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonParser;
import io.latchkey.api.model.Constraints;
import io.latchkey.api.model.Format;
import java.nio.charset.StandardCharsets;

/** Bodies and queries of nobody's making: each is read or refused, and what is read can be judged for every format. */
class BodyFuzzTest {

    @FuzzTest
    void writeRequest(byte[] body) {
        try {
            WriteRequest request = WriteRequest.read(body);
            assertFalse(request.entries().isEmpty());
            for (WriteRequest.Entry entry : request.entries()) {
                repeat(entry.address());
                entry.value().ifPresent(BodyFuzzTest::judge);
            }
        } catch (MalformedRequestException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    @FuzzTest
    void prepareRequest(byte[] body) {
        try {
            assertTrue(PrepareRequest.read(body).ttlMillis() >= 0);
        } catch (MalformedRequestException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    @FuzzTest
    void readQuery(byte[] query) {
        try {
            ReadQuery.read(new String(query, StandardCharsets.UTF_8)).ids().forEach(BodyFuzzTest::repeat);
        } catch (MalformedRequestException refused) {
            assertFalse(refused.getMessage().isEmpty());
        }
    }

    private static void repeat(RequestedAddress address) {
        String answer = new String(JsonOutput.object(output -> output.address(address)), StandardCharsets.UTF_8);
        assertEquals(2, JsonParser.parseString(answer).getAsJsonObject().size());
    }

    private static void judge(JsonScalar scalar) {
        for (Format format : Format.values()) {
            scalar.as(format)
                    .flatMap(value -> Constraints.NONE.accept(format, value))
                    .ifPresent(value -> assertTrue(
                            Constraints.NONE.fit(format, value).isPresent(), () -> format + " refuses what it took"));
        }
    }
}
