// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.controls.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.latchkey.api.accessory.AccessoryType;
import io.latchkey.api.accessory.Role;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.api.testing.Conversion;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlsTest {
    private static AccessoryType type(String name) {
        return name.equals("Outlet") ? new Outlet() : new Switchable();
    }

    @ParameterizedTest
    @CsvSource({
        "Switchable, OnState, Switch, , ON, true",
        "Switchable, OnState, Switch, inverted=true, ON, false",
        "Switchable, OnState, Dimmer, , 0, false",
        "Switchable, OnState, Dimmer, , 3, true",
        "Outlet, OnState, Switch, , OFF, false",
        "Outlet, InUseStatus, Contact, , OPEN, true",
        "Outlet, InUseStatus, Switch, inverted=true, OFF, true",
    })
    void aStateIsShownAs(String type, String role, String item, String options, String state, boolean shown) {
        assertEquals(
                Optional.of(Value.of(shown)),
                Conversion.of(type(type), role, item, options).shown(state));
    }

    @ParameterizedTest
    @CsvSource({
        "Switchable, Switch, , true, ON",
        "Switchable, Switch, inverted=true, true, OFF",
        "Switchable, Dimmer, , false, OFF",
        "Outlet, Switch, , false, OFF",
    })
    void aWriteIsToldAs(String type, String item, String options, boolean written, String told) {
        assertEquals(
                Optional.of(told),
                Conversion.of(type(type), "OnState", item, options).told(Value.of(written)));
    }

    @Test
    void anOutletWithoutAMeterIsAlwaysInUse() {
        Role inUse = new Outlet()
                .roles().stream()
                        .filter(role -> role.type().equals(CharacteristicTypes.OUTLET_IN_USE))
                        .findFirst()
                        .orElseThrow();
        assertEquals(Optional.of(Value.TRUE), inUse.preset());
        assertTrue(inUse.isRequired());
    }
}
