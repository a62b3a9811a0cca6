// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.item.ItemType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.ServiceType;
import io.latchkey.api.model.ServiceTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.BehaviourTester;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A socket that is in use while it is on. */
class DerivationTest {
    private static final Role ON = Role.required("OnState", CharacteristicTypes.ON)
            .items(ItemType.SWITCH, ItemType.CONTACT)
            .by(Mappings.bool());
    private static final Role LEVEL = Role.optional("Level", CharacteristicTypes.BRIGHTNESS)
            .items(ItemType.DIMMER)
            .by(Mappings.percent());
    private static final Role IN_USE = Role.required("InUse", CharacteristicTypes.OUTLET_IN_USE)
            .preset(Value.TRUE)
            .by(Mappings.bool());

    private static final Role NAME = Role.optional("Label", CharacteristicTypes.CONFIGURED_NAME)
            .items(ItemType.STRING)
            .preset(Value.of("Socket"))
            .kept()
            .by(Mappings.text());

    private static final AccessoryType SOCKET = new AccessoryType() {
        @Override
        public String name() {
            return "Socket";
        }

        @Override
        public ServiceType service() {
            return ServiceTypes.OUTLET;
        }

        @Override
        public List<Role> roles() {
            return List.of(ON, LEVEL, IN_USE, NAME);
        }

        @Override
        public Optional<Behaviour<?>> behaviour() {
            return Optional.of(new Derivation(
                    roles(),
                    scene -> scene.value(ON).map(on -> Map.of(IN_USE, on)).orElse(Map.of())));
        }
    };

    @Test
    void whatNoItemTellsFollows() {
        BehaviourTester.of(SOCKET)
                .with("S", "Switch", "OnState", "")
                .with("D", "Dimmer", "Level", "")
                .check(
                        "S NULL  | | OnState=false InUse=true",
                        "S ON    | | OnState=true InUse=true",
                        "S OFF   | | OnState=false InUse=false",
                        "S UNDEF | | InUse=true",
                        "write Level=30 OnState=true | S ON, D 30 |");
    }

    @Test
    void whatIsKeptIsTakenWhereNoItemPlaysIt() {
        BehaviourTester.of(SOCKET)
                .with("C", "Contact", "OnState", "")
                .check(
                        "write Label=Pump              |            | Label=Pump",
                        "write Label=Fan OnState=true  | !READ_ONLY | Label=Pump");
        BehaviourTester.of(SOCKET).with("N", "String", "Label", "").check("write Label=Pump | N Pump | Label=Socket");
        assertTrue(NAME.isKept());
        assertFalse(NAME.isAdjustable(), "what metadata fixes stays");
        assertFalse(LEVEL.isKept());
    }

    @Test
    void whatCantBeToldIsRefused() {
        BehaviourTester.of(SOCKET)
                .with("C", "Contact", "OnState", "")
                .with("D", "Dimmer", "Level", "")
                .check(
                        "write Level=30 OnState=true | D 30, !READ_ONLY |",
                        "write Level=40              | D 40 |",
                        "write InUse=true            | !READ_ONLY |");
    }
}
