// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.accessory;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How numbers in one unit become numbers in HomeKit's unit, and the reverse. Immutable. */
sealed interface UnitScale {
    /** HomeKit's own unit. */
    UnitScale SAME = new Linear(BigDecimal.ZERO, BigDecimal.ONE, BigDecimal.ONE);

    /** A number of this unit in HomeKit's; empty when there is none. */
    Optional<BigDecimal> toHomekit(BigDecimal number);

    /** A number of HomeKit's unit in this one; empty when there is none. */
    Optional<BigDecimal> fromHomekit(BigDecimal number);

    /** How far two numbers of HomeKit's unit are apart that are that far apart in this one; empty when it depends on where. */
    Optional<BigDecimal> differenceToHomekit(BigDecimal width);

    /** The reverse. */
    Optional<BigDecimal> differenceFromHomekit(BigDecimal width);

    /** The same for a multiple of this unit by a power of ten. */
    UnitScale multiple(int power);

    /** Whether the larger of two numbers is the smaller one in HomeKit's unit. */
    boolean isReversed();

    /** A unit that is so many of HomeKit's. */
    static UnitScale times(String factor) {
        return ratio(factor, "1");
    }

    /** A unit of which so many are so many of HomeKit's. */
    static UnitScale ratio(String homekit, String these) {
        return new Linear(BigDecimal.ZERO, new BigDecimal(homekit), new BigDecimal(these));
    }

    /**
     * Adds, then multiplies by a fraction.
     *
     * @param shift what is added to a number of this unit
     */
    record Linear(BigDecimal shift, BigDecimal numerator, BigDecimal denominator) implements UnitScale {
        /** Enough for every sensor, and short enough for people who read what an item was told. */
        private static final MathContext READABLE = new MathContext(10, RoundingMode.HALF_UP);

        @Override
        public Optional<BigDecimal> toHomekit(BigDecimal number) {
            BigDecimal shifted = shift.signum() == 0 ? number : number.add(shift);
            return Optional.of(scaled(shifted, numerator, denominator, MathContext.DECIMAL64));
        }

        @Override
        public Optional<BigDecimal> fromHomekit(BigDecimal number) {
            BigDecimal scaled = scaled(number, denominator, numerator, READABLE);
            return Optional.of(shift.signum() == 0 ? scaled : scaled.subtract(shift));
        }

        @Override
        public Optional<BigDecimal> differenceToHomekit(BigDecimal width) {
            return Optional.of(scaled(width, numerator, denominator, MathContext.DECIMAL64));
        }

        @Override
        public Optional<BigDecimal> differenceFromHomekit(BigDecimal width) {
            return Optional.of(scaled(width, denominator, numerator, MathContext.DECIMAL64));
        }

        @Override
        public UnitScale multiple(int power) {
            BigDecimal shifted = shift.scaleByPowerOfTen(-power);
            return new Linear(shifted, numerator.scaleByPowerOfTen(power), denominator);
        }

        @Override
        public boolean isReversed() {
            return false;
        }

        private static BigDecimal scaled(BigDecimal number, BigDecimal times, BigDecimal by, MathContext precision) {
            return times.compareTo(by) == 0 ? number : number.multiply(times).divide(by, precision);
        }
    }

    /**
     * A temperature that stands for a colour in mired: a million divided by the Kelvin. Nothing for what isn't warmer than
     * absolute zero.
     *
     * @param kelvin makes Kelvin of a number of this unit
     */
    record Reciprocal(Linear kelvin) implements UnitScale {
        private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

        @Override
        public Optional<BigDecimal> toHomekit(BigDecimal number) {
            return kelvin.toHomekit(number).flatMap(Reciprocal::inverse);
        }

        /** Lamps count in whole Kelvin. */
        @Override
        public Optional<BigDecimal> fromHomekit(BigDecimal number) {
            return inverse(number)
                    .map(warmth -> warmth.setScale(0, RoundingMode.HALF_UP))
                    .flatMap(kelvin::fromHomekit);
        }

        @Override
        public Optional<BigDecimal> differenceToHomekit(BigDecimal width) {
            return Optional.empty();
        }

        @Override
        public Optional<BigDecimal> differenceFromHomekit(BigDecimal width) {
            return Optional.empty();
        }

        @Override
        public UnitScale multiple(int power) {
            return new Reciprocal((Linear) kelvin.multiple(power));
        }

        @Override
        public boolean isReversed() {
            return true;
        }

        private static Optional<BigDecimal> inverse(BigDecimal number) {
            return number.signum() > 0 ? Optional.of(MILLION.divide(number, MathContext.DECIMAL64)) : Optional.empty();
        }
    }
}
