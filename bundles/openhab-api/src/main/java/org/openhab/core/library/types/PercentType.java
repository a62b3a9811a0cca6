// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.library.types;

import java.math.BigDecimal;

/** A number from 0 to 100. */
public class PercentType extends DecimalType {
    private static final long serialVersionUID = 1L;
    public static final PercentType ZERO = new PercentType(0);
    public static final PercentType HUNDRED = new PercentType(100);

    public PercentType(int value) {
        this(BigDecimal.valueOf(value));
    }

    public PercentType(String value) {
        this(new BigDecimal(value));
    }

    public PercentType(BigDecimal value) {
        super(value);
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException("Value must be between 0 and 100");
        }
    }

    public static PercentType valueOf(String value) {
        return new PercentType(value);
    }
}
