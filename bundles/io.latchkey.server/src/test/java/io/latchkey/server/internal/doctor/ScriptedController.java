// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.doctor;

import io.latchkey.api.controller.AccessoryClient;
import io.latchkey.api.controller.AccessoryClients;
import io.latchkey.api.controller.AccessoryDescription;
import io.latchkey.api.controller.CharacteristicMeta;
import io.latchkey.api.controller.CharacteristicReport;
import io.latchkey.api.controller.ClientListener;
import io.latchkey.api.controller.ServiceDescription;
import io.latchkey.api.controller.TransientController;
import io.latchkey.api.identity.DeviceId;
import io.latchkey.api.model.AccessoryId;
import io.latchkey.api.model.CharacteristicId;
import io.latchkey.api.model.HapStatus;
import io.latchkey.api.model.HapUuid;
import io.latchkey.api.model.InstanceId;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** A controller that does what a test says, and remembers what was asked of it. */
final class ScriptedController {
    private static final CharacteristicId PULSE = new CharacteristicId(new AccessoryId(2), new InstanceId(9));

    final List<String> asked = new ArrayList<>();
    Optional<RuntimeException> refusal = Optional.empty();
    boolean isDeaf;

    /** It as the service that gives controllers. */
    AccessoryClients clients() {
        return proxy(AccessoryClients.class, this::answer);
    }

    private Object answer(Method method, Object[] arguments) {
        asked.add(method.getName());
        return switch (method.getName()) {
            case "inMemory" -> proxy(TransientController.class, this::answer);
            case "pair" ->
                refusal.<CompletableFuture<?>>map(CompletableFuture::failedFuture)
                        .orElseGet(() -> CompletableFuture.completedFuture(new DeviceId("11:22:33:44:55:66")));
            case "open" -> proxy(AccessoryClient.class, (call, with) -> client(call, (ClientListener) arguments[2]));
            default -> null;
        };
    }

    private Object client(Method method, ClientListener listener) {
        asked.add(method.getName());
        return switch (method.getName()) {
            case "accessories" -> CompletableFuture.completedFuture(List.of(described()));
            case "subscribe" -> {
                if (!isDeaf) {
                    listener.event(List.of(CharacteristicReport.of(PULSE, HapStatus.SUCCESS)));
                }
                yield CompletableFuture.completedFuture(List.of());
            }
            case "unpair" -> CompletableFuture.completedFuture(null);
            default -> null;
        };
    }

    private static AccessoryDescription described() {
        CharacteristicReport pulse = new CharacteristicReport(
                PULSE,
                HapStatus.SUCCESS,
                Optional.empty(),
                Optional.of(CopiedHome.PULSE.uuid()),
                Set.of(),
                Optional.empty(),
                CharacteristicMeta.NONE);
        HapUuid anyType = CopiedHome.PULSE.uuid();
        return new AccessoryDescription(
                new AccessoryId(2),
                List.of(new ServiceDescription(new InstanceId(8), anyType, false, false, List.of(), List.of(pulse))));
    }

    private interface Answering {
        Object answer(Method method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Answering answering) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answering.answer(method, arguments)));
    }
}
