// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.latchkey.api.model.Characteristic;
import io.latchkey.api.model.HapStatusException;
import io.latchkey.api.model.Value;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.testing.FakeBridge;
import io.latchkey.api.testing.ShownCharacteristic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bridge that authors test with says and hears what a real one does, over the wire, with the same provider. */
class FakeBridgeIT {
    private final LampProvider lamp = new LampProvider();
    private final LampProvider realLamp = new LampProvider();
    private final FakeBridge fake = FakeBridge.open(lamp);
    private final List<ShownCharacteristic> shown = characteristics(lamp).stream()
            .map(each -> fake.characteristic(LampProvider.KEY, each.type()))
            .toList();
    private final List<String> differences = new ArrayList<>();
    private RealBridge real;

    @BeforeEach
    void startARealOne() throws Exception {
        real = RealBridge.start(realLamp);
    }

    @AfterEach
    void end() throws Exception {
        fake.close();
        real.close();
    }

    @Test
    void doesWhatARealBridgeDoes() throws Exception {
        compare("at first", each -> {});
        compare("a value", each -> each.sink.changed(each.on, Value.FALSE));
        compare("the same value", each -> each.sink.changed(each.on, Value.FALSE));
        compare("too large a value", each -> each.sink.changed(each.brightness, Value.of(140)));
        compare("a press", each -> each.sink.changed(each.press, Value.of(0)));
        compare("the same press", each -> each.sink.changed(each.press, Value.of(0)));
        compare("busy", each -> each.busy = true);
        compare("no longer busy", each -> each.busy = false);
        compare("absent", each -> each.sink.absent(LampProvider.KEY, new Absence(Absence.Cause.MISSING, "no power")));
        lamp.put();
        realLamp.put();
        real.events(); // a real one tells who has asked in vain
        compare("coming back", each -> {});
        assertEquals(List.of(), differences);
    }

    /** Has both lamps do something, then compares what was heard, is read, and becomes of writes. */
    private void compare(String what, Consumer<LampProvider> step) throws Exception {
        step.accept(lamp);
        step.accept(realLamp);
        Map<Characteristic, List<String>> heard = real.events();
        for (int index = 0; index < shown.size(); index++) {
            ShownCharacteristic one = shown.get(index);
            Characteristic other = characteristics(realLamp).get(index);
            String after = "after " + what + ", " + one;
            differ(after + " told", one.events().stream().map(RealBridge::text).toList(), heard.get(other));
            differ(after + " is", answer(one::read), real.read(other));
            for (Value value : List.of(Value.of(101), Value.of(1))) {
                differ(after + " takes " + value, answer(() -> one.write(value)), real.write(other, value));
            }
        }
    }

    private void differ(String what, Object found, Object wanted) {
        if (!found.equals(wanted)) {
            differences.add(what + ": " + found + ", and a real one " + wanted);
        }
    }

    private static List<Characteristic> characteristics(LampProvider of) {
        return List.of(of.on, of.brightness, of.press);
    }

    private static String answer(Supplier<Value> access) {
        try {
            return RealBridge.text(access.get());
        } catch (HapStatusException refused) {
            return String.valueOf(refused.status().code());
        }
    }
}
