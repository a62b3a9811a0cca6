// SPDX-License-Identifier: EPL-2.0
package io.latchkey.adaptive.internal;

import io.latchkey.api.model.CharacteristicType;
import io.latchkey.api.model.CharacteristicTypes;
import io.latchkey.api.model.Value;
import java.util.Optional;

/**
 * Tells what a lamp says because of our own command from what a person has done to it. Lamps fade, round to steps of several
 * mired and tell a colour of their own making; what they say within a few seconds counts as said by our doing, later only
 * what resembles the command. For one thread at a time.
 */
final class ChangeAttribution {
    /** For how long all that a lamp says is taken for the result of a command. */
    static final long PATIENCE_MILLIS = 5_000;

    private static final double MIRED_SLACK = 10;

    private Optional<Long> commanded = Optional.empty();
    private Optional<Value> told = Optional.empty();
    private long since;

    /** What a change is. */
    enum Origin {
        /** The lamp does what it was told. */
        OURS,
        /** Too early to be anybody's doing: it was under way when the transition began. */
        EARLIER,
        /** A person, or a rule in the host. */
        OTHERS
    }

    ChangeAttribution(long now) {
        since = now;
    }

    /** The lamp is about to be told that. */
    void command(long mired, long now) {
        commanded = Optional.of(mired);
        told = Optional.empty();
        since = now;
    }

    /** What the lamp makes of the command, as far as it has said so. */
    Optional<Value> told() {
        return told;
    }

    /** Judges what the lamp says. */
    Origin judge(CharacteristicType type, Value change, long now) {
        boolean soon = Math.abs(now - since) < PATIENCE_MILLIS;
        if (commanded.isEmpty()) {
            return soon ? Origin.EARLIER : Origin.OTHERS;
        }
        if (!soon && !resembles(type, number(change), commanded.get())) {
            return Origin.OTHERS;
        }
        if (type.equals(CharacteristicTypes.COLOR_TEMPERATURE)) {
            told = Optional.of(change);
        }
        return Origin.OURS;
    }

    /** A number of any format. */
    static double number(Value value) {
        if (value instanceof Value.Whole whole) {
            return whole.number();
        }
        return value instanceof Value.Decimal decimal ? decimal.number() : Double.NaN;
    }

    private static boolean resembles(CharacteristicType type, double change, long mired) {
        if (type.equals(CharacteristicTypes.HUE)) {
            return ExpectedColour.of(mired).allowsHue(change);
        }
        if (type.equals(CharacteristicTypes.SATURATION)) {
            return ExpectedColour.of(mired).allowsSaturation(change);
        }
        return Math.abs(change - mired) <= MIRED_SLACK;
    }
}
