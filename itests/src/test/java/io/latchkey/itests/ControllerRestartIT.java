// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import static io.latchkey.itests.StageResults.assertFails;
import static io.latchkey.itests.StageResults.get;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.controller.CharacteristicWrite;
import io.latchkey.api.controller.ControllerException.Reason;
import io.latchkey.api.controller.PairingAttempt;
import io.latchkey.api.controller.ReadOption;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Our controller while our bridge goes and comes back, and when everything stops, with the oldest and the newest libraries. */
@ParameterizedClass
@EnumSource(Libraries.class)
class ControllerRestartIT extends ControllerHome {
    ControllerRestartIT(Libraries libraries) {
        super(libraries);
    }

    @Test
    void hearsEventsAlsoAfterTheBridgeWasRestarted() throws Exception {
        try (AccessoryClient client = paired()) {
            CharacteristicId lamp = lamp(client);
            assertTrue(get(client.subscribe(List.of(lamp))).get(0).isSuccess());
            heard.awaited("connected");
            send(ItemState.OnOff.ON);
            heard.awaited(lamp + " true");
            bridge.configuration().delete();
            heard.awaited("lost");
            bridge = FrameworkBridge.start(runtime, "home", Map.of());
            assertEquals(bridge.address(), client.address(), "the port is kept");
            heard.awaited("connected");
            send(ItemState.OnOff.OFF);
            heard.awaited(lamp + " false");
            get(client.unsubscribe(List.of(lamp)));
            assertEquals(
                    Optional.of(false),
                    get(client.read(List.of(lamp), ReadOption.EVENTS)).get(0).events());
        }
        Eventually.until(SOON, "the sessions to end", () -> sessions() == 0);
    }

    @Test
    void everyQuestionHasAnEndHoweverOftenTheBridgeGoes() throws Exception {
        try (AccessoryClient client = paired()) {
            List<CharacteristicId> lamp = List.of(lamp(client));
            get(client.subscribe(lamp));
            heard.awaited("connected");
            List<CompletionStage<?>> asked = new ArrayList<>();
            for (int restart = 0; restart < 3; restart++) {
                ask(client, lamp, asked);
                bridge.configuration().delete();
                ask(client, lamp, asked);
                heard.awaited("lost");
                ask(client, lamp, asked);
                bridge = FrameworkBridge.start(runtime, "home");
                heard.awaited("connected");
            }
            for (CompletionStage<?> stage : asked) {
                get(stage.handle((reports, failure) -> "ended"));
            }
            assertEquals(1, get(client.read(lamp)).size());
            assertEquals(1, sessions(), "one connection, however many there were");
        }
    }

    @Test
    void leavesNothingWhenItStops() throws Exception {
        AccessoryClient client = paired();
        get(client.subscribe(List.of(lamp(client))));
        PairingAttempt attempt = get(
                clients.startPairing(FrameworkBridge.start(runtime, "second").address()));
        assertEquals(1, sessions());
        runtime.bundle(Part.CONTROLLER).stop();
        Eventually.until(SOON, "the sessions to end", () -> sessions() == 0);
        assertFails(Reason.CLOSED, client.accessories());
        attempt.close();
        runtime.bundle(Part.CONTROLLER).start();
        clients = runtime.service(AccessoryClients.class);
        assertEquals(List.of(client.accessory()), get(clients.paired()), "what is paired stays");
        try (AccessoryClient again = clients.open(client.accessory(), bridge.address(), heard)) {
            get(again.connected());
            for (Part part : List.of(Part.SERVER, Part.TRANSPORT, Part.DISCOVERY, Part.STORE)) {
                runtime.bundle(part).stop();
            }
        }
        Eventually.until(
                SOON,
                "our threads to end",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().startsWith("latchkey-")));
    }

    private static void ask(AccessoryClient client, List<CharacteristicId> ids, List<CompletionStage<?>> asked) {
        for (int i = 0; i < 20; i++) {
            asked.add(client.read(ids));
            asked.add(client.writeTimed(List.of(CharacteristicWrite.value(ids.get(0), Value.TRUE)), SOON));
        }
    }
}
