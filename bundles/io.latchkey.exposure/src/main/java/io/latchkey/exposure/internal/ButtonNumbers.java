// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal;

import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import io.latchkey.exposure.internal.live.ChoiceMemory;
import io.latchkey.exposure.internal.live.Host;
import io.latchkey.exposure.internal.live.LiveAccessory;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import io.latchkey.exposure.internal.plan.PreviousNumbers;

/**
 * Remembers the numbers of buttons among what was chosen, so that a button keeps its number when another one comes.
 *
 * @param memory what was chosen where no item keeps it
 */
record ButtonNumbers(ChoiceMemory memory) {

    /** The numbers that the buttons of a host had. */
    PreviousNumbers of(Host host) {
        return (owner, service) -> memory.value(
                        LiveAccessory.key(host, owner), service, CharacteristicTypes.SERVICE_LABEL_INDEX)
                .filter(Value.Whole.class::isInstance)
                .map(value -> ((Value.Whole) value).number());
    }

    /** An accessory has these numbers now. */
    void remember(Host host, AccessoryPlan plan) {
        String key = LiveAccessory.key(host, plan.owner());
        plan.services()
                .forEach(service -> service.number()
                        .ifPresent(number -> memory.keep(
                                key, service.key(), CharacteristicTypes.SERVICE_LABEL_INDEX, Value.of((long) number))));
    }
}
