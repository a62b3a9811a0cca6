// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** A shadow has the shape of its accessory, and nothing else of it. */
class ShadowTest {
    private final Characteristic name = Characteristic.constant(CharacteristicTypes.NAME, Value.of("Lamp"));
    private final Characteristic on = Characteristic.of(CharacteristicTypes.ON)
            .description("as it was")
            .value(() -> Value.TRUE)
            .onWrite(value -> {})
            .build();
    private final Accessory lamp = Accessory.of("lamp")
            .name("Lamp")
            .wishedId(new AccessoryId(42))
            .identify(() -> {})
            .with(Service.of(ServiceTypes.LIGHTBULB)
                    .key("light")
                    .primary()
                    .linkedTo("switch")
                    .with(on)
                    .with(name)
                    .build())
            .with(Service.of(ServiceTypes.SWITCH)
                    .key("switch")
                    .hidden()
                    .with(on)
                    .build())
            .build();

    private final Accessory shadow = Shadow.of(lamp, "away", each -> each == name);

    @Test
    void theShapeStays() {
        assertEquals("lamp", shadow.key());
        assertEquals(lamp.info(), shadow.info());
        assertEquals(lamp.wishedId(), shadow.wishedId());
        assertEquals(
                lamp.services().stream().map(ShadowTest::shape).toList(),
                shadow.services().stream().map(ShadowTest::shape).toList());
    }

    @Test
    void nothingOfItsMakerStaysButWhatIsKept() {
        Service light = shadow.services().get(0);
        assertSame(name, light.find(CharacteristicTypes.NAME).orElseThrow());
        assertTrue(shadow.identify().isEmpty());
        Characteristic gone = light.find(CharacteristicTypes.ON).orElseThrow();
        assertTrue(gone.isDirect());
        assertEquals(
                HapStatus.UNABLE_TO_COMMUNICATE,
                status(gone.reader().orElseThrow().get().toCompletableFuture()));
        assertEquals(
                HapStatus.UNABLE_TO_COMMUNICATE,
                status(gone.writer().orElseThrow().apply(null).toCompletableFuture()));
    }

    private static String shape(Service service) {
        return service.type()
                + service.key()
                + service.isPrimary()
                + service.isHidden()
                + service.linked()
                + service.characteristics().stream()
                        .map(each -> each.type() + " " + each.permissions() + each.constraints() + each.description())
                        .toList();
    }

    private static HapStatus status(CompletableFuture<Value> answer) {
        return ((HapStatusException)
                        assertThrows(CompletionException.class, answer::join).getCause())
                .status();
    }
}
