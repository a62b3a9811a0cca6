// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.verb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.bridge.AccessoryPlace;
import io.latchkey.api.bridge.AccessoryStatus;
import io.latchkey.api.bridge.BridgeControl;
import io.latchkey.api.bridge.BridgeRuntime;
import io.latchkey.api.bridge.BridgeStatus;
import io.latchkey.api.bridge.PairingStatus;
import io.latchkey.api.bridge.SessionStatus;
import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.ConfigurationNumber;
import io.latchkey.api.identity.ControllerId;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.identity.Permissions;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.identity.SetupPayload;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.store.BridgeMemory;
import io.latchkey.api.verb.Verb;
import io.latchkey.api.verb.VerbResult;
import io.latchkey.api.verb.VerbResult.Output;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What people see and can do at a console. */
class VerbsTest {
    private static final SetupCode CODE = SetupCode.of("482-61-937");
    private final Office office = new Office();

    /** Two bridges: one to pair, one that is paired and has a problem. */
    private static final class Office implements BridgeRuntime, BridgeControl {
        private final List<String> done = new ArrayList<>();
        private Optional<RuntimeException> trouble = Optional.empty();
        private boolean empty;

        @Override
        public List<BridgeStatus> bridges() {
            return empty ? List.of() : List.of(status("attic", true), status("home", false));
        }

        private static BridgeStatus status(String id, boolean paired) {
            return new BridgeStatus(
                    id,
                    "My " + id,
                    BridgeStatus.State.READY,
                    Optional.of(paired ? new InetSocketAddress(21_001) : loopback(21_000)),
                    Optional.of(new DeviceId("11:22:33:44:55:66")),
                    paired ? 1 : 0,
                    1,
                    1,
                    new ConfigurationNumber(7),
                    paired ? Optional.empty() : Optional.of(CODE),
                    paired
                            ? Optional.empty()
                            : Optional.of(new SetupPayload(CODE, new SetupId("A1B2"), AccessoryCategory.BRIDGE)),
                    paired ? Optional.of("too many lamps") : Optional.empty());
        }

        private static InetSocketAddress loopback(int port) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        }

        @Override
        public List<AccessoryStatus> accessories(String bridge) {
            return List.of(new AccessoryStatus(
                    new AccessoryId(2), "Lamp", "items", "lamp", List.of("Lightbulb", "Battery"), false));
        }

        @Override
        public List<AccessoryPlace> places(String bridge) {
            return List.of();
        }

        @Override
        public List<PairingStatus> pairings(String bridge) {
            return bridge.equals("home")
                    ? List.of()
                    : List.of(new PairingStatus(new ControllerId("PHONE"), Permissions.ADMIN, 2));
        }

        @Override
        public List<SessionStatus> sessions(String bridge) {
            return List.of(new SessionStatus(5, loopback(40_000), Optional.empty(), Instant.EPOCH, 3));
        }

        private <T> CompletionStage<T> note(String what) {
            done.add(what);
            return trouble.<CompletionStage<T>>map(CompletableFuture::failedFuture)
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
        }

        @Override
        public CompletionStage<Void> reset(String bridge) {
            return note("reset " + bridge);
        }

        @Override
        public CompletionStage<Void> removePairing(String bridge, ControllerId controller) {
            return note("remove " + bridge + " " + controller);
        }

        @Override
        public CompletionStage<SetupCode> newSetupCode(String bridge) {
            return note("code " + bridge);
        }

        @Override
        public CompletionStage<Void> identify(String bridge, AccessoryId accessory) {
            return note("identify " + bridge);
        }

        @Override
        public CompletionStage<Void> purge(String bridge) {
            return note("purge " + bridge);
        }

        @Override
        public CompletionStage<Void> replace(String bridge, UnaryOperator<BridgeMemory> change) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletionStage<Path> backup(String bridge) {
            return note("backup " + bridge);
        }
    }

    private static Output.Table table(VerbResult result) {
        assertEquals(0, result.status());
        return (Output.Table) result.outputs().get(0);
    }

    private static String text(VerbResult result) {
        return ((Output.Text) result.outputs().get(0)).text();
    }

    @Test
    void bridgesShowsAllAndTheirProblems() {
        VerbResult result = new BridgesVerb(office).run(List.of());
        assertEquals(
                List.of("home", "My home", "ready", "127.0.0.1:21000", "11:22:33:44:55:66", "0", "1", "1", "7"),
                table(result).rows().get(1));
        assertEquals("*:21001", table(result).rows().get(0).get(3));
        assertEquals(new Output.Text("attic: too many lamps"), result.outputs().get(1));
        assertEquals(1, new BridgesVerb(office).run(List.of("home")).status());
    }

    @Test
    void accessoriesShowsIdsAndKeys() {
        Output.Table table = table(new AccessoriesVerb(office).run(List.of("home")));
        assertEquals(
                List.of(List.of("home", "2", "Lamp", "Lightbulb, Battery", "items", "lamp", "away")), table.rows());
        assertEquals(2, table(new AccessoriesVerb(office).run(List.of())).rows().size());
    }

    @Test
    void sessionsShowsWhoIsThere() {
        assertEquals(
                List.of("home", "5", "127.0.0.1:40000", "not verified", "1970-01-01T00:00:00Z", "3"),
                table(new SessionsVerb(office).run(List.of("home"))).rows().get(0));
    }

    @Test
    void pairingsShowsAndRemoves() {
        PairingsVerb verb = new PairingsVerb(office, office);
        assertEquals(
                List.of(List.of("attic", "PHONE", "admin", "2")),
                table(verb.run(List.of())).rows());
        assertEquals(0, verb.run(List.of("attic", "remove", "PHONE")).status());
        assertEquals(List.of("remove attic PHONE"), office.done);
        assertEquals(1, verb.run(List.of("attic", "remove", "OTHER")).status());
        assertEquals(1, verb.run(List.of("cellar", "remove", "PHONE")).status());
        assertEquals(1, verb.run(List.of("attic", "forget", "PHONE")).status());
    }

    @Test
    void qrShowsTheCodeWhereThereIsOne() {
        VerbResult result = new QrVerb(office).run(List.of("home"));
        assertTrue(text(result).contains("482-61-937"));
        assertTrue(((Output.Qr) result.outputs().get(1)).payload().startsWith("X-HM://"));
        VerbResult paired = new QrVerb(office).run(List.of("attic"));
        assertEquals(1, paired.outputs().size());
        assertTrue(text(paired).contains("is paired"));
        assertEquals(3, new QrVerb(office).run(List.of()).outputs().size());
    }

    @Test
    void resetWantsTheBridgeNamed() {
        ResetVerb verb = new ResetVerb(office, office);
        assertEquals(1, verb.run(List.of()).status());
        assertEquals(1, verb.run(List.of("cellar")).status());
        assertEquals(List.of(), office.done);
        assertEquals(0, verb.run(List.of("home")).status());
        assertEquals(List.of("reset home"), office.done);
    }

    @Test
    void whatFailsIsToldInPlainWords() {
        office.trouble = Optional.of(new IllegalStateException("the disk is full"));
        VerbResult result = new ResetVerb(office, office).run(List.of("home"));
        assertEquals(1, result.status());
        assertEquals("Not done: the disk is full", text(result));
    }

    @Test
    void withoutBridgesPeopleAreToldHowToMakeOne() {
        office.empty = true;
        assertTrue(text(new AccessoriesVerb(office).run(List.of())).contains("io.latchkey.bridge"));
        assertTrue(text(new QrVerb(office).run(List.of("x"))).contains("no bridge x"));
        assertEquals(1, new SessionsVerb(office).run(List.of("a", "b")).status());
    }

    @Test
    void bridgesAndControllersAreCompleted() {
        PairingsVerb verb = new PairingsVerb(office, office);
        assertEquals(List.of("attic", "home"), verb.complete(List.of("")));
        assertEquals(List.of("remove"), verb.complete(List.of("attic", "")));
        assertEquals(List.of("PHONE"), verb.complete(List.of("attic", "remove", "")));
        assertEquals(List.of(), new BridgesVerb(office).complete(List.of("")));
        assertEquals(List.of(), new QrVerb(office).complete(List.of("home", "")));
    }

    @Test
    void everyVerbSaysWhatItIs() {
        List<Verb> verbs = List.of(
                new BridgesVerb(office),
                new AccessoriesVerb(office),
                new PairingsVerb(office, office),
                new SessionsVerb(office),
                new QrVerb(office),
                new ResetVerb(office, office));
        assertEquals(
                List.of("bridges", "accessories", "pairings", "sessions", "qr", "reset"),
                verbs.stream().map(Verb::name).toList());
        verbs.forEach(verb -> assertFalse(verb.description().isBlank()));
        assertEquals(
                List.of("", "[BRIDGE]", "[BRIDGE [remove CONTROLLER]]", "[BRIDGE]", "[BRIDGE]", "BRIDGE"),
                verbs.stream().map(Verb::usage).toList());
    }
}
