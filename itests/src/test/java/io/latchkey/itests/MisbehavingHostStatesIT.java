// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.ItemChanges;
import io.latchkey.api.item.ItemListener;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.item.ItemState;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import io.latchkey.itests.wire.Accessories;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.ServiceRegistration;

/** States of a host while something of it hangs, or somebody hangs who hears of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehavingHostStatesIT extends HomeAmongStrangers {
    /** The thread that brought the state is held; the lamp beside it, of the same host, is heard of all the same. */
    @Test
    void otherStatesOfTheHostGoOn() throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour("toValue", Fault.BLOCKS);
        MisbehavingHome.Registry registry = new MisbehavingHome.Registry(misbehaviour);
        List<ServiceRegistration<?>> services = List.of(
                register(AccessoryType.class, new MisbehavingHome.Type(misbehaviour), Map.of()),
                register(ItemRegistry.class, registry, Map.of(ItemRegistry.PROPERTY_HOST, "odd")));
        try {
            Eventually.until(SOON, "the odd one", () -> isPresent("Odd") && isPresent("Neighbour"));
            String neighbour = Accessories.find(session.accessories(), "Neighbour", ON);
            onHostThread(() -> registry.update("Odd", ItemState.OnOff.ON));
            Eventually.until(SOON, "the fault", () -> misbehaviour.calls() > 0);
            Eventually.until(SOON, "the neighbour to be heard of", () -> {
                onHostThread(() -> registry.update("Neighbour", ItemState.OnOff.ON));
                return isOn(neighbour);
            });
            Eventually.until(SOON, "the odd one to be absent", () -> !isPresent("Odd"));
            misbehaviour.letGo();
            Eventually.until(SOON, "all threads to be back", () -> misbehaviour.threads() == 0 && areFree(hosts));
            Eventually.until(Duration.ofSeconds(30), "the odd one to be back", () -> isPresent("Odd"));
        } finally {
            misbehaviour.letGo();
            takeAway(services);
        }
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aListenerBesideOursDoesntHoldUpStates(Fault fault) throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour("updated", fault);
        ItemRegistry local = runtime.service(ItemRegistry.class);
        AutoCloseable listening = local.listen(misbehaviour.in(ItemListener.class, new Deaf()));
        try {
            onHostThread(() -> local.send("Ceiling", ItemState.OnOff.ON, "itests"));
            Eventually.until(SOON, "the fault", () -> misbehaviour.calls() > 0);
            Eventually.until(SOON, "the culprit to be named", () -> check().contains("item listener"));
            Eventually.until(SOON, "states to go on", () -> {
                onHostThread(() -> local.send("DeskLamp", ItemState.OnOff.ON, "itests"));
                return isOn(desk);
            });
        } finally {
            misbehaviour.letGo();
            Eventually.until(SOON, "all threads to be back", () -> misbehaviour.threads() == 0 && areFree(hosts));
            listening.close();
        }
        theDeskLampIsWell();
    }

    static Stream<Fault> faults() {
        return Stream.of(Fault.values());
    }

    /** Hears and says nothing. */
    private static final class Deaf implements ItemListener {
        @Override
        public void updated(String item, ItemState state) {}

        @Override
        public void replaced(ItemChanges changes) {}
    }
}
