// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
    private static Characteristic on() {
        return Characteristic.of(CharacteristicTypes.ON)
                .value(() -> Value.TRUE)
                .onWrite(value -> {})
                .build();
    }

    @Test
    void aCharacteristicReadsAndWritesThroughItsFunctions() {
        AtomicReference<Value> written = new AtomicReference<>();
        Characteristic on = Characteristic.of(CharacteristicTypes.ON)
                .value(() -> Value.FALSE)
                .onWrite(written::set)
                .build();
        assertEquals(
                Value.FALSE,
                on.reader().orElseThrow().get().toCompletableFuture().join());
        on.writer().orElseThrow().apply(write(Value.TRUE)).toCompletableFuture().join();
        assertEquals(Value.TRUE, written.get());
        assertFalse(on.isDirect(), "what others write is trusted on a thread of the network only if they promise it");
    }

    private static Write write(Value value) {
        return new Write(
                value, new io.latchkey.api.identity.ControllerId("phone"), Optional.empty(), false, Runnable::run);
    }

    @Test
    void aPermissionNeedsItsFunction() {
        Characteristic.Builder unread =
                Characteristic.of(CharacteristicTypes.ON).onWrite(value -> {});
        assertThrows(IllegalStateException.class, unread::build);
        Characteristic.Builder unwritten =
                Characteristic.of(CharacteristicTypes.ON).value(() -> Value.TRUE);
        assertThrows(IllegalStateException.class, unwritten::build);
        Characteristic.Builder timedOnly = Characteristic.of(CharacteristicTypes.ON)
                .permissions(Set.of(Permission.PAIRED_READ, Permission.TIMED_WRITE))
                .value(() -> Value.TRUE);
        assertThrows(IllegalStateException.class, timedOnly::build);
    }

    @Test
    void aButtonHasNothingToRead() {
        Characteristic button =
                Characteristic.of(CharacteristicTypes.PROGRAMMABLE_SWITCH_EVENT).build();
        assertTrue(button.reader().isEmpty());
    }

    @Test
    void aServiceHasWhatItsTypeRequiresAndEachTypeOnce() {
        Service.Builder empty = Service.of(ServiceTypes.LIGHTBULB);
        assertThrows(IllegalStateException.class, empty::build);
        Service.Builder twice = Service.of(ServiceTypes.LIGHTBULB).with(on()).with(on());
        assertThrows(IllegalStateException.class, twice::build);
        Service light = Service.of(ServiceTypes.LIGHTBULB).with(on()).build();
        assertEquals("Lightbulb", light.key());
        assertTrue(light.find(CharacteristicTypes.ON).isPresent());
        assertFalse(light.find(CharacteristicTypes.HUE).isPresent());
    }

    @Test
    void anAccessoryIsWholeInItself() {
        Service first = Service.of(ServiceTypes.LIGHTBULB).with(on()).primary().build();
        Service second = Service.of(ServiceTypes.LIGHTBULB)
                .key("second")
                .with(on())
                .primary()
                .build();
        Service astray = Service.of(ServiceTypes.LIGHTBULB)
                .key("third")
                .with(on())
                .linkedTo("nowhere")
                .build();
        assertThrows(IllegalStateException.class, Accessory.of("lamp")::build);
        assertThrows(
                IllegalStateException.class, Accessory.of("lamp").with(first).with(first)::build);
        assertThrows(
                IllegalStateException.class, Accessory.of("lamp").with(first).with(second)::build);
        assertThrows(IllegalStateException.class, Accessory.of("lamp").with(astray)::build);
        assertThrows(
                IllegalArgumentException.class,
                () -> Service.of(ServiceTypes.LIGHTBULB).key("a/b"));
        assertEquals(
                1,
                Accessory.of("lamp").name("Lamp").with(first).build().services().size());
    }

    @Test
    void aTypeIsShortOnlyWhenItIsApples() {
        assertEquals("3E", new HapUuid("0000003e-0000-1000-8000-0026bb765291").text());
        assertEquals("00000001-0000-1000-8000-0026BB765291", new HapUuid("1").full());
        assertEquals(
                "E863F10A-079E-48FF-8F27-9C2605A29F52", new HapUuid("e863f10a-079e-48ff-8f27-9c2605a29f52").text());
        assertThrows(IllegalArgumentException.class, () -> new HapUuid("lamp"));
    }

    @Test
    void accessoriesMayHaveIdsOf64BitsWithoutSign() {
        AccessoryId largest = new AccessoryId(-1);
        assertEquals("18446744073709551615", largest.toString());
        assertTrue(largest.compareTo(new AccessoryId(AccessoryId.MAXIMUM)) > 0);
    }

    @Test
    void idsStayWithinWhatReadersKeep() {
        assertEquals("1.9", CharacteristicId.of(1, 9).toString());
        assertThrows(IllegalArgumentException.class, () -> CharacteristicId.of(0, 9));
        assertThrows(IllegalArgumentException.class, () -> CharacteristicId.of(1, 1L << 53));
        assertTrue(CharacteristicId.of(2, 1).compareTo(CharacteristicId.of(1, 9)) > 0);
    }

    @Test
    void bytesAreCopiedAndHidden() {
        byte[] content = {1, 2, 3};
        Value.Bytes value = new Value.Bytes(content);
        content[0] = 9;
        assertEquals(Value.of(new byte[] {1, 2, 3}), value);
        assertEquals("Bytes[3 bytes]", value.toString());
        assertThrows(IllegalArgumentException.class, () -> Value.of(Double.NaN));
    }

    @Test
    void aStatusIsFoundByItsNumber() {
        assertEquals(Optional.of(HapStatus.TIMED_OUT), HapStatus.of(-70408));
        assertEquals(Optional.empty(), HapStatus.of(-1));
        assertThrows(IllegalArgumentException.class, () -> new HapStatusException(HapStatus.SUCCESS, "no"));
    }

    @Test
    void anItemHasTheAidThatItHadBefore() {
        assertEquals(629 + "Lamp".hashCode(), AccessoryId.ofItem("Lamp").value());
        String negative = "gLivingRoomLight";
        assertTrue(negative.hashCode() < -629);
        assertEquals(
                629 + negative.hashCode() + (long) Integer.MAX_VALUE,
                AccessoryId.ofItem(negative).value());
    }
}
