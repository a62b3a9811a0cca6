// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A range of which an end may not be known. Immutable.
 *
 * @param low the smallest number
 * @param high the largest number
 */
record LimitRange(Optional<BigDecimal> low, Optional<BigDecimal> high) {
    /** A range that nobody knows anything of. */
    static final LimitRange UNKNOWN = new LimitRange(Optional.empty(), Optional.empty());

    /** The range between two ends, in whichever order they are; of one alone its unit says which one it is. */
    static LimitRange between(Optional<LimitNumbers.End> smallest, Optional<LimitNumbers.End> largest) {
        Optional<BigDecimal> low = smallest.map(LimitNumbers.End::number);
        Optional<BigDecimal> high = largest.map(LimitNumbers.End::number);
        if (low.isPresent() && high.isPresent()) {
            return new LimitRange(low, high).sorted();
        }
        boolean isReversed =
                smallest.or(() -> largest).filter(LimitNumbers.End::isReversed).isPresent();
        return isReversed ? new LimitRange(high, low) : new LimitRange(low, high);
    }

    /** This range, with what is unknown from another. */
    LimitRange or(LimitRange other) {
        return new LimitRange(low.or(other::low), high.or(other::high));
    }

    /** This range, but nothing of another is outside it. */
    LimitRange containing(LimitRange other) {
        return new LimitRange(
                low.flatMap(number -> other.low.map(number::min)), high.flatMap(number -> other.high.map(number::max)));
    }

    /** Whether both ends are known. */
    boolean isWhole() {
        return low.isPresent() && high.isPresent();
    }

    /** Whether the ends are in the wrong order. */
    boolean isTurned() {
        return isWhole() && low.get().compareTo(high.get()) > 0;
    }

    /** The same with the ends in order. */
    LimitRange sorted() {
        return isTurned() ? new LimitRange(high, low) : this;
    }

    /** The same with other numbers. */
    LimitRange rounded(UnaryOperator<BigDecimal> rounding) {
        return new LimitRange(low.map(rounding), high.map(rounding));
    }
}
