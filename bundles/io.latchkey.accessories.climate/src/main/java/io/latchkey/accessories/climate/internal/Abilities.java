// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.climate.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a device is able to do: a radiator whose {@code AUTO} is a schedule never cools. Immutable.
 *
 * @param heats whether it can heat
 * @param cools whether it can cool
 */
record Abilities(boolean heats, boolean cools) {

    /**
     * Concludes from what people may choose.
     *
     * @param modes the modes that are offered
     * @param setpoints its temperatures to aim for; those of its own tell what {@code AUTO} does
     */
    static Abilities of(Collection<Mode> modes, Setpoints setpoints) {
        boolean isAuto = modes.contains(Mode.AUTO);
        boolean cools = modes.contains(Mode.COOL) || isAuto && setpoints.isFilled(setpoints.cooling());
        boolean heats = modes.contains(Mode.HEAT) || isAuto && setpoints.isFilled(setpoints.heating());
        return new Abilities(heats || !cools, cools);
    }

    /**
     * The codes of what it may be doing.
     *
     * @param idle the codes for doing nothing
     * @param heating the code for heating
     * @param cooling the code for cooling
     */
    List<Integer> codes(List<Integer> idle, int heating, int cooling) {
        List<Integer> all = new ArrayList<>(idle);
        if (heats) {
            all.add(heating);
        }
        if (cools) {
            all.add(cooling);
        }
        return all;
    }
}
