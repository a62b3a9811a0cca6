// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Setup codes, payloads and hashes come out as HomeKitADK makes them. */
class SetupVectorsTest {
    private static final JsonObject VECTORS = read();

    private static JsonObject read() {
        try (Reader reader = new InputStreamReader(
                SetupVectorsTest.class.getResourceAsStream("/vectors/setup.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<JsonObject> payloads() {
        return all("payloads").map(JsonElement::getAsJsonObject).filter(SetupVectorsTest::isOurKind);
    }

    static Stream<JsonObject> hashes() {
        return all("setup_hashes").map(JsonElement::getAsJsonObject);
    }

    static Stream<String> forbidden() {
        return all("invalid_setup_codes").map(JsonElement::getAsString);
    }

    static Stream<String> malformed() {
        return all("malformed_setup_codes").map(JsonElement::getAsString);
    }

    static Stream<String> valid() {
        return all("valid_setup_codes").map(JsonElement::getAsString);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void payloadIsTheOneOfTheVector(JsonObject vector) {
        SetupPayload payload = new SetupPayload(
                SetupCode.of(vector.get("setup_code").getAsString()),
                new SetupId(vector.get("setup_id").getAsString()),
                AccessoryCategory.of(vector.get("category").getAsInt()).orElseThrow());
        assertEquals(vector.get("payload").getAsString(), payload.uri());
    }

    @ParameterizedTest
    @MethodSource("hashes")
    void setupHashIsTheOneOfTheVector(JsonObject vector) {
        SetupHash hash = SetupHash.of(
                new SetupId(vector.get("setup_id").getAsString()),
                new DeviceId(vector.get("device_id").getAsString()));
        assertEquals(vector.get("sh_txt").getAsString(), hash.text());
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void refusesForbiddenCodesWithoutRepeatingThem(String text) {
        assertTrue(SetupCode.isWellFormed(text));
        String message = assertThrows(IllegalArgumentException.class, () -> SetupCode.of(text))
                .getMessage();
        assertFalse(message.contains(text));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesMalformedCodesWithoutRepeatingThem(String text) {
        assertFalse(SetupCode.isWellFormed(text));
        String message = assertThrows(IllegalArgumentException.class, () -> SetupCode.of(text))
                .getMessage();
        assertTrue(text.isEmpty() || !message.contains(text));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void keepsValidCodes(String text) {
        assertEquals(text, SetupCode.of(text).text());
        assertEquals(Integer.parseInt(text.replace("-", "")), SetupCode.of(text).number());
    }

    private static boolean isOurKind(JsonObject vector) {
        JsonObject flags = vector.getAsJsonObject("flags");
        return flags.get("ip").getAsBoolean()
                && !flags.get("ble").getAsBoolean()
                && !flags.get("paired").getAsBoolean()
                && forbidden().noneMatch(vector.get("setup_code").getAsString()::equals)
                && AccessoryCategory.of(vector.get("category").getAsInt()).isPresent();
    }

    private static Stream<JsonElement> all(String name) {
        return StreamSupport.stream(VECTORS.getAsJsonArray(name).spliterator(), false);
    }
}
