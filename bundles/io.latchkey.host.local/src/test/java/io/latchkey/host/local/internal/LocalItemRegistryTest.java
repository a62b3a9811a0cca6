// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemState;
import io.latchkey.api.testing.InlineContributors;
import io.latchkey.api.testing.ManualWorkers;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalItemRegistryTest {
    private final ManualWorkers workers = new ManualWorkers();

    private LocalItemRegistry registry(String file, boolean demo) {
        return new LocalItemRegistry(workers, new InlineContributors(), configuration(file, demo));
    }

    private static LocalHostConfiguration configuration(String file, boolean demo) {
        return new LocalHostConfiguration() {
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
        };
    }

    @Test
    void whatAnotherFileDoesntDeclareWasDeleted(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("first.json"), home("Lamp", "Fan"));
        Path second = Files.writeString(folder.resolve("second.json"), home("Fan", "Door"));
        LocalItemRegistry registry = registry(first.toString(), false);
        RecordingItemListener heard = new RecordingItemListener();
        registry.listen(heard);
        registry.modified(configuration(folder.resolve("missing.json").toString(), false));
        assertEquals(List.of(), heard.changes, "the items stay until another file is read");
        registry.modified(configuration(second.toString(), false));
        assertEquals(Set.of("Lamp"), heard.changes.get(0).deleted());
        assertEquals(Set.of("Door"), heard.changes.get(0).added());
        registry.modified(configuration("", false));
        assertEquals(Set.of("Fan", "Door"), heard.changes.get(1).removed());
        assertEquals(Set.of(), heard.changes.get(1).deleted(), "no file deletes nothing");
        registry.deactivate();
        assertEquals(0, workers.pending());
    }

    @Test
    void theDemoHomeIsSwitchedOffAsAWhole(@TempDir Path folder) throws IOException {
        LocalItemRegistry registry = registry("", true);
        assertEquals(Set.of(), registry.switchedOff());
        registry.modified(configuration("", false));
        assertTrue(
                registry.switchedOff().contains("Demo_Fountain"),
                registry.switchedOff().toString());
        Path own = Files.writeString(folder.resolve("own.json"), home("Demo_Fountain"));
        registry.modified(configuration(own.toString(), true));
        assertEquals(Set.of(), registry.switchedOff(), "somebody made a file of the demo");
        registry.deactivate();
    }

    private static String home(String... names) {
        return Stream.of(names)
                .map(name -> "{\"type\":\"Switch\",\"name\":\"" + name + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
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
        RecordingItemListener heard = new RecordingItemListener();
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
