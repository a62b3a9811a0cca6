// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.latchkey.api.model.Format;
import io.latchkey.api.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** What holds for every body and query. */
class JsonPropertiesTest {

    @Property(tries = 300)
    void everyAddressIsReadAsWritten(@ForAll @NotEmpty List<Long> numbers, @ForAll boolean on)
            throws MalformedRequestException {
        String entries = numbers.stream()
                .map(number -> "{\"iid\":" + Long.toUnsignedString(~number) + ",\"ev\":" + on + ",\"aid\":"
                        + Long.toUnsignedString(number) + "}")
                .collect(Collectors.joining(","));
        WriteRequest request = WriteRequest.read(bytes("{\"characteristics\":[" + entries + "]}"));
        assertEquals(
                numbers.stream().map(number -> new Address(number, ~number)).toList(),
                request.entries().stream().map(WriteRequest.Entry::address).toList());
        assertEquals(Optional.of(on), request.entries().get(0).events());
    }

    @Property(tries = 300)
    void everyIdOfAQueryIsReadAsWritten(@ForAll @NotEmpty @Size(max = 50) List<Long> numbers)
            throws MalformedRequestException {
        String ids = numbers.stream()
                .map(number -> Long.toUnsignedString(number) + "." + Long.toUnsignedString(~number))
                .collect(Collectors.joining(","));
        assertEquals(
                numbers.stream().map(number -> new Address(number, ~number)).toList(),
                ReadQuery.read("meta=1&id=" + ids).ids());
    }

    @Property(tries = 300)
    void everyTextSurvivesWritingAndReading(@ForAll String text) throws MalformedRequestException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return;
        }
        byte[] written = JsonOutput.object(output -> output.array(
                "characteristics",
                List.of(text),
                each -> output.objectOf(members -> {
                    members.address(new Address(1, 2));
                    members.member("value", Value.of(each), false);
                })));
        assertEquals(
                Optional.of(new JsonScalar.Text(text)),
                WriteRequest.read(written).entries().get(0).value());
    }

    @Property(tries = 300)
    void everyNumberThatIsWrittenIsJson(@ForAll double number) {
        if (Double.isFinite(number)) {
            byte[] written = JsonOutput.object(output -> output.member("value", Value.of(number), false));
            JsonObject read = JsonParser.parseString(new String(written, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            double bounded = Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, number));
            assertEquals((float) bounded, read.get("value").getAsFloat());
        }
    }

    @Property(tries = 300)
    void wholeNumbersKeepAllTheirBits(@ForAll long number) {
        assertEquals(
                Optional.of(Value.of(number)), new JsonScalar.Number(Long.toUnsignedString(number)).as(Format.UINT64));
        byte[] written = JsonOutput.object(output -> output.member("value", Value.of(number), true));
        assertEquals("{\"value\":" + Long.toUnsignedString(number) + "}", new String(written, StandardCharsets.UTF_8));
    }

    @Property(tries = 300)
    void whateverComesIsReadOrRefused(@ForAll byte[] body, @ForAll String query) {
        readOrRefuse(() -> WriteRequest.read(body));
        readOrRefuse(() -> PrepareRequest.read(body));
        readOrRefuse(() -> ReadQuery.read(query));
    }

    @Property(tries = 20)
    void depthCostsNoStack(@ForAll @IntRange(min = 1_000, max = 100_000) int depth) throws MalformedRequestException {
        String deep = "[".repeat(depth) + "]".repeat(depth);
        String body = "{\"x\":" + deep + ",\"characteristics\":[{\"aid\":1,\"iid\":2,\"ev\":1}]}";
        assertEquals(1, WriteRequest.read(bytes(body)).entries().size());
        String value = "{\"characteristics\":[{\"aid\":1,\"iid\":2,\"value\":" + deep + "}]}";
        assertFalse(WriteRequest.read(bytes(value)).entries().get(0).readable());
        assertThrows(
                MalformedRequestException.class, () -> WriteRequest.read(bytes("{\"characteristics\":" + deep + "}")));
    }

    private interface Reading {
        void run() throws MalformedRequestException;
    }

    private static void readOrRefuse(Reading reading) {
        try {
            reading.run();
        } catch (MalformedRequestException refused) {
            assertEquals(0, refused.getStackTrace().length);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
