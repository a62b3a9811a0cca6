// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.item.ItemRegistry;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.testing.Misbehaviour;
import io.latchkey.api.testing.Misbehaviour.Fault;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.ServiceRegistration;

/**
 * Strangers' services that throw or hang, in a framework and over sockets: the desk lamp answers, obeys and is heard as
 * usual, the verb check names the culprit, nothing leaves Home, and each thread comes back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehavingContributorIT extends HomeAmongStrangers {
    static Stream<Arguments> contributors() {
        return Stream.of(
                        "type roles",
                        "type behaviour",
                        "type toValue",
                        "type toCommand",
                        "type step",
                        "registry items",
                        "registry listen",
                        "registry isReady",
                        "registry send",
                        "provider id",
                        "provider open",
                        "provider read",
                        "provider write")
                .map(name -> name.split(" "))
                .flatMap(name -> Stream.of(Fault.NO_CLASS_DEF_FOUND, Fault.STACK_OVERFLOW, Fault.BLOCKS)
                        .map(fault -> Arguments.of(name[0], name[1], fault)));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("contributors")
    void othersDontNotice(String kind, String method, Fault fault) throws Exception {
        Misbehaviour misbehaviour = new Misbehaviour(method, fault);
        MisbehavingHome.Registry registry = new MisbehavingHome.Registry(misbehaviour);
        List<ServiceRegistration<?>> services = List.of(
                register(AccessoryType.class, new MisbehavingHome.Type(misbehaviour), Map.of()),
                register(ItemRegistry.class, registry, Map.of(ItemRegistry.PROPERTY_HOST, "odd")),
                register(AccessoryProvider.class, new MisbehavingHome.Provider(misbehaviour), Map.of()));
        try {
            poke(kind, registry);
            Eventually.until(SOON, "the fault", () -> misbehaviour.calls() > 0);
            theDeskLampIsWell();
            Eventually.until(SOON, "the culprit to be named", () -> isNamed(kind, method));
            theDeskLampIsWell();
        } finally {
            misbehaviour.letGo();
            Eventually.until(SOON, "all threads to be back", () -> misbehaviour.threads() == 0 && areFree(hosts));
            takeAway(services);
        }
        theDeskLampIsWell();
    }
}
