// SPDX-License-Identifier: EPL-2.0
package io.latchkey.accessories.entry.internal;

import io.latchkey.api.model.Value;
import java.util.Optional;

/**
 * What is wanted of something with named states, as Home is to see it. Immutable.
 *
 * @param target what is wanted; empty as long as nothing is known
 * @param told what the item of the target said last
 * @param isUnderWay whether it was wished for and isn't reached yet
 */
record Pursuit(Optional<Value> target, Optional<Value> told, boolean isUnderWay) {
    /** Nothing is known. */
    static final Pursuit UNKNOWN = new Pursuit(Optional.empty(), Optional.empty(), false);

    /** Somebody wants it so. */
    Pursuit wished(Value wish) {
        return new Pursuit(Optional.of(wish), told, true);
    }

    /** It is so. */
    Pursuit settled(Value end) {
        return new Pursuit(Optional.of(end), told, false);
    }

    /** The item of the target says so. */
    Pursuit knowing(Value said) {
        return new Pursuit(target, Optional.of(said), isUnderWay);
    }

    /** Whether something else is on its way than before. */
    boolean isNewAfter(Pursuit before) {
        return isUnderWay && !(before.isUnderWay && before.target.equals(target));
    }

    /** Whether that is the target. */
    boolean isTarget(Value value) {
        return target.filter(value::equals).isPresent();
    }
}
