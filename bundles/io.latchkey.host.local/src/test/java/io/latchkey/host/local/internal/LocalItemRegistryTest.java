// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.testing.ManualWorkers;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class LocalItemRegistryTest {
    private final ManualWorkers workers = new ManualWorkers();

    private LocalItemRegistry registry(String file, boolean demo) {
        return new LocalItemRegistry(workers, new LocalHostConfiguration() {
            @Override
            public String file() {
                return file;
            }

            @Override
            public boolean demo() {
                return demo;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return LocalHostConfiguration.class;
            }
        });
    }

    @Test
    void theDemoHomeIsAnItemsFileWithoutFaults() throws ItemsFormatException {
        ItemsText demo = ItemsText.read(DemoHome.text());
        assertEquals(List.of(), demo.problems());
        assertTrue(demo.items().size() >= 12);
    }

    @Test
    void theDemoHomeMovesByItself() {
        LocalItemRegistry registry = registry("", true);
        Heard heard = new Heard();
        registry.listen(heard);
        workers.pass(Duration.ofMinutes(2));
        for (String item : List.of("Demo_Study_Temperature", "Demo_Hall_Motion", "Demo_Front_Door")) {
            assertTrue(heard.states.stream().anyMatch(state -> state.startsWith(item + "=")), item);
        }
        assertTrue(registry.isReady());
        registry.deactivate();
        assertEquals(0, workers.pending());
    }

    @Test
    void aCommandEndsWhenItIsObeyed() {
        LocalItemRegistry registry = registry("", true);
        registry.send("Demo_Fountain", ItemState.OnOff.ON, "test")
                .toCompletableFuture()
                .join();
        assertEquals(
                ItemState.OnOff.ON, registry.item("Demo_Fountain").orElseThrow().state());
        Exception failed = assertThrows(
                CompletionException.class,
                () -> registry.send("Nowhere", ItemState.OnOff.ON, "test")
                        .toCompletableFuture()
                        .join());
        assertInstanceOf(IllegalArgumentException.class, failed.getCause());
    }

    @Test
    void withoutFileAndDemoTheHomeIsEmptyAndWhole() {
        LocalItemRegistry registry = registry(" ", false);
        assertTrue(registry.isReady());
        assertEquals(List.of(), List.copyOf(registry.items()));
    }

    @Test
    void aMissingFileIsNoEmptyHome() {
        assertFalse(registry("/nowhere/home.json", true).isReady());
    }
}
