// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import io.latchkey.api.item.Item;
import io.latchkey.api.item.StateDescription;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/**
 * The limits that a host describes. It writes them in the unit of the pattern beside them, as whoever made the channel
 * thought of it: 1000 to 10000 with {@code %.0f K} are Kelvin, in whatever unit the item counts. Stateless.
 */
public final class DescribedLimits {
    private DescribedLimits() {}

    /** The state description of an item with its limits in the unit of the item, and without pattern. */
    public static StateDescription inUnitOf(Item item) {
        StateDescription described = item.stateDescription();
        StateDescription plain = described.withoutPattern();
        Optional<String> written =
                described.patternUnit().filter(symbol -> item.dimension().isPresent());
        return written.flatMap(from -> item.unit().map(to -> converted(plain, from, to)))
                .orElse(plain);
    }

    private static StateDescription converted(StateDescription described, String from, String to) {
        return Arrays.stream(Measure.values())
                .filter(measure -> measure != Measure.NUMBER)
                .filter(measure ->
                        measure.scale(from).isPresent() && measure.scale(to).isPresent())
                .findFirst()
                .filter(measure -> !measure.isSame(from, to))
                .map(measure -> converted(
                        described,
                        measure.scale(from).orElseThrow(),
                        measure.scale(to).orElseThrow()))
                .orElse(described);
    }

    private static StateDescription converted(StateDescription described, UnitScale from, UnitScale to) {
        Optional<BigDecimal> minimum =
                described.minimum().flatMap(from::toHomekit).flatMap(to::fromHomekit);
        Optional<BigDecimal> maximum =
                described.maximum().flatMap(from::toHomekit).flatMap(to::fromHomekit);
        boolean isTurned = from.isReversed() != to.isReversed();
        return new StateDescription(
                isTurned ? maximum : minimum,
                isTurned ? minimum : maximum,
                described.step().flatMap(from::differenceToHomekit).flatMap(to::differenceFromHomekit),
                Optional.empty(),
                described.readOnly(),
                described.options());
    }
}
