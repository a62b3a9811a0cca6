// SPDX-License-Identifier: EPL-2.0
package io.latchkey.pairing;

import static io.latchkey.pairing.PairingVectors.bytes;
import static io.latchkey.pairing.PairingVectors.hex;
import static io.latchkey.pairing.PairingVectors.text;
import static io.latchkey.pairing.Transcript.assertAnswer;
import static io.latchkey.pairing.Transcript.assertBadRequest;
import static io.latchkey.pairing.Transcript.assertBody;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.gson.JsonObject;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.Pairing;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.store.Pairings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Changes of pairings against the recorded messages, and the rules on administrators. */
class AccessoryPairingsTest {
    private static final byte[] DONE = hex("060102");
    private static final byte[] KEY = new byte[32];

    private final Pairing anna = pairing("Anna", Permissions.ADMIN);
    private final Pairing ben = pairing("Ben", Permissions.REGULAR);
    private final Pairing carl = pairing("Carl", Permissions.ADMIN);

    @TestFactory
    Stream<DynamicTest> answersAsRecorded() {
        return PairingVectors.cases("pairings.json", "cases")
                .map(v -> dynamicTest(text(v, "name"), () -> {
                    Recorded recorded = new Recorded(text(v, "name"));
                    assertAnswer(
                            v,
                            AccessoryPairings.answer(recorded.pairings, recorded.requester, bytes(v, "request"))
                                    .reply());
                }));
    }

    @Test
    void addingKeepsTheOrder() {
        Outcome outcome = add(anna.controller(), carl, anna, ben);
        assertBody(DONE, outcome.reply());
        Effect expected = new Effect.PairingsChanged(new Pairings(List.of(anna, ben, carl)), Set.of());
        assertEquals(List.of(expected), outcome.effects());
        assertBody(hex("060102070101"), outcome.notKept());
    }

    @Test
    void addingAgainChangesThePermissionsInPlace() {
        Outcome outcome = add(carl.controller(), anna.with(Permissions.REGULAR), anna, ben, carl);
        Pairings expected = new Pairings(List.of(anna.with(Permissions.REGULAR), ben, carl));
        assertEquals(List.of(new Effect.PairingsChanged(expected, Set.of())), outcome.effects());
    }

    @Test
    void addingTheSameAgainChangesNothing() {
        Outcome outcome = add(anna.controller(), ben, anna, ben);
        assertBody(DONE, outcome.reply());
        assertTrue(outcome.effects().isEmpty());
    }

    @Test
    void withoutAnAdministratorAllGo() {
        Outcome outcome = add(anna.controller(), anna.with(Permissions.REGULAR), anna, ben);
        Set<ControllerId> everybody = Set.of(anna.controller(), ben.controller());
        assertEquals(List.of(new Effect.PairingsChanged(Pairings.NONE, everybody)), outcome.effects());
        Effect removed = AccessoryPairings.without(pairings(anna, ben), anna.controller());
        assertEquals(new Effect.PairingsChanged(Pairings.NONE, everybody), removed);
    }

    @Test
    void removingOneOfTwoAdministratorsKeepsTheRest() {
        Outcome outcome = answer(carl.controller(), ControllerPairings.remove(anna.controller()), anna, ben, carl);
        assertBody(DONE, outcome.reply());
        Pairings left = new Pairings(List.of(ben, carl));
        assertEquals(List.of(new Effect.PairingsChanged(left, Set.of(anna.controller()))), outcome.effects());
    }

    @Test
    void removingAStrangerSucceedsAndChangesNothing() {
        Outcome outcome = answer(anna.controller(), ControllerPairings.remove(new ControllerId("x")), anna, ben);
        assertBody(DONE, outcome.reply());
        assertTrue(outcome.effects().isEmpty());
    }

    @Test
    void onlyAnAdministratorOfThisMomentMayAsk() {
        byte[] refused = hex("060102070102");
        assertBody(
                refused,
                answer(ben.controller(), ControllerPairings.list(), anna, ben).reply());
        assertBody(
                refused,
                answer(carl.controller(), ControllerPairings.list(), anna, ben).reply());
        byte[] malformedAdd = hex("060101000103");
        assertBody(
                refused,
                AccessoryPairings.answer(pairings(anna, ben), ben.controller(), malformedAdd)
                        .reply());
    }

    @Test
    void aBridgeIsFullAtItsCapacity() {
        List<Pairing> many = new ArrayList<>(List.of(anna));
        for (int i = 1; i < AccessoryPairings.CAPACITY; i++) {
            many.add(pairing("c" + i, Permissions.REGULAR));
        }
        Pairing[] full = many.toArray(Pairing[]::new);
        assertBody(hex("060102070104"), add(anna.controller(), ben, full).reply());
        Pairing known = full[1].with(Permissions.ADMIN);
        assertBody(DONE, add(anna.controller(), known, full).reply());
    }

    @Test
    void malformedRequestsAreRefused() {
        String add = "060101000103010461626364";
        String key = "0320" + "00".repeat(32);
        for (String request : List.of(
                "",
                "06",
                "060101",
                "000105",
                "060103000105",
                "06010100020505",
                "06010100010300",
                add,
                add + key,
                add + "031f" + "00".repeat(31) + "0b0100",
                add + key + "0b020000",
                "0601010001030100" + key + "0b0100",
                "060101000103010280ff" + key + "0b0100",
                "060101000104",
                "0601010001040100",
                "0601010001040125" + "61".repeat(37),
                "060101000105060101")) {
            Outcome outcome = AccessoryPairings.answer(pairings(anna), anna.controller(), hex(request));
            assertBadRequest(outcome.reply());
            assertTrue(outcome.effects().isEmpty());
        }
    }

    private static Outcome add(ControllerId requester, Pairing added, Pairing... pairings) {
        return answer(requester, ControllerPairings.add(added), pairings);
    }

    private static Outcome answer(ControllerId requester, Conversation<?> exchange, Pairing... pairings) {
        byte[] request = ((Conversation.Send<?>) exchange).request();
        return AccessoryPairings.answer(pairings(pairings), requester, request);
    }

    private static Pairings pairings(Pairing... pairings) {
        return new Pairings(List.of(pairings));
    }

    private static Pairing pairing(String name, Permissions permissions) {
        return new Pairing(new ControllerId(name), KEY, permissions);
    }

    /** What the accessory knows in a recorded case; the names say what came before. */
    private static final class Recorded {
        private final Pairings pairings;
        private final ControllerId requester;

        Recorded(String name) {
            JsonObject fixed = PairingVectors.load("pairings.json").getAsJsonObject("fixed");
            Pairing admin = pairing(fixed, "admin", Permissions.ADMIN);
            Pairing second = pairing(fixed, "second", Permissions.REGULAR);
            this.requester = (name.equals("by non-admin") ? second : admin).controller();
            this.pairings = switch (name) {
                case "add admin", "add regular user" -> new Pairings(List.of(admin));
                case "store full" -> full(admin);
                default -> new Pairings(List.of(admin, second));
            };
        }

        private static Pairings full(Pairing admin) {
            List<Pairing> all = new ArrayList<>(List.of(admin));
            while (all.size() < AccessoryPairings.CAPACITY) {
                all.add(AccessoryPairingsTest.pairing("c" + all.size(), Permissions.REGULAR));
            }
            return new Pairings(all);
        }

        private static Pairing pairing(JsonObject fixed, String who, Permissions permissions) {
            ControllerId id = new ControllerId(text(fixed, who + "_id"));
            return new Pairing(id, bytes(fixed, who + "_ltpk"), permissions);
        }
    }
}
