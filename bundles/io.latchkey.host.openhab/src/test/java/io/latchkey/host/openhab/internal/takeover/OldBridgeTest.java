// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.takeover;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.identity.Permissions;
import io.latchkey.api.model.Catalogue;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the old add-on has stored, as it is and as damage leaves it. */
class OldBridgeTest {
    private static final String MAC = "5e:54:18:f0:b:1";
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String LAMP =
            "[{\"type\":\"" + Catalogue.service("Lightbulb").uuid().full()
                    + "\",\"c\":[{\"iid\":0,\"type\":\"25\",\"perms\":[\"pr\"],\"value\":false}],\"ls\":[{\"type\":\"96\",\"c\":[]}]}]";

    private static OldStorage notes() {
        return new OldStorage().with("mac", MAC).with("privateKey", KEY).with("salt", "-17");
    }

    private static OldBridge read(OldStorage notes) {
        return OldBridge.read(notes, OldStorage.IDENTITIES).orElseThrow();
    }

    @Test
    void theIdIsKeptCharacterForCharacter() {
        OldBridge old = read(notes());
        assertEquals(MAC, old.identity().orElseThrow().deviceId().text());
        assertArrayEquals(new byte[32], old.identity().orElseThrow().seed());
        assertFalse(old.toString().contains(KEY));
    }

    @Test
    void anEmptyStorageIsNoBridge() {
        assertTrue(OldBridge.read(new OldStorage(), OldStorage.IDENTITIES).isEmpty());
    }

    @Test
    void everyControllerOfThisIdentityIsAnAdministrator() {
        OldBridge old = read(notes().with("user_" + MAC + "6A1F-1", KEY)
                .with("user_" + MAC + "6A1F-2", Map.of("class", "java.lang.String", "value", KEY))
                .with("user_aa:bb:cc:dd:ee:ff6A1F-3", KEY)
                .with("user_" + MAC + "6A1F-4", "no key"));
        assertEquals(
                List.of("6A1F-1", "6A1F-2"),
                old.pairings().stream().map(each -> each.controller().text()).toList());
        assertTrue(old.pairings().stream().allMatch(each -> each.permissions() == Permissions.ADMIN));
        assertTrue(old.problems().toString().contains("former identity"));
        assertTrue(old.problems().toString().contains("key can't be read"));
    }

    @Test
    void aDamagedKeyIsTold() {
        OldBridge old = read(notes().with("privateKey", "AAAA"));
        assertTrue(old.identity().isEmpty());
        assertTrue(old.problems().get(0).contains("Pair anew"));
        assertFalse(old.problems().toString().contains("AAAA"));
    }

    @ParameterizedTest
    @CsvSource({"41,42", "41.0,42", "65534,65535", "65535,1", "0,1", "nonsense,2"})
    void theNumberRisesAndIsNeverZero(String stored, int next) {
        assertEquals(next, read(notes().with("revision", stored)).number().value());
    }

    @Test
    void aTypedNumberIsReadToo() {
        assertEquals(OptionalInt.of(7), read(notes().with("revision", 7.0)).revision());
        assertEquals(2, read(notes()).number().value(), "it began with 1");
    }

    @Test
    void notesAreReadInAnyWrapping() {
        Map<String, Object> accessories = Map.of("Lamp", LAMP, "Broken", "[{");
        List<Object> wrappings = List.of(
                accessories,
                Map.of("class", "java.util.HashMap", "value", accessories),
                "{\"Lamp\": " + LAMP + ", \"Broken\": \"[{\"}");
        for (Object wrapped : wrappings) {
            OldBridge old = read(notes().with("known_accessories", wrapped));
            List<OldService> lamp = old.accessories().get("Lamp");
            assertEquals(
                    List.of("43", "96"),
                    lamp.stream().map(each -> each.type().text()).toList());
            assertEquals(List.of(OldStorage.characteristic("On")), lamp.get(0).characteristics());
            assertTrue(old.problems().toString().contains("Broken"));
        }
    }

    @Test
    void noNotesAreTold() {
        assertTrue(read(notes().with("accessory_count", "4")).problems().get(0).contains("noted no accessories"));
    }

    @Test
    void whatIsTypedMakesSenseOrNot() {
        TakeoverArguments order = TakeoverArguments.of(List.of("--bridge", "attic", "--from", "homekit2", "--apply"))
                .orElseThrow();
        assertEquals(new TakeoverArguments(Optional.of("attic"), "homekit2", TakeoverArguments.Deed.APPLY), order);
        assertEquals(Optional.of(2), order.instance());
        assertEquals(
                Optional.of(0), TakeoverArguments.of(List.of()).orElseThrow().instance());
        for (List<String> wrong : List.of(
                List.of("now"), List.of("--bridge"), List.of("--apply", "--rollback"), List.of("--from", "users"))) {
            assertTrue(
                    TakeoverArguments.of(wrong)
                            .flatMap(TakeoverArguments::instance)
                            .isEmpty(),
                    wrong.toString());
        }
    }
}
