// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.types;

import java.math.BigDecimal;
import java.util.List;

/** What is known about the states of an item; numbers and pattern may be null. */
public class StateDescription {
    protected final BigDecimal minimum;
    protected final BigDecimal maximum;
    protected final BigDecimal step;
    protected final String pattern;
    protected final boolean readOnly;
    protected final List<StateOption> options;

    protected StateDescription(
            BigDecimal minimum,
            BigDecimal maximum,
            BigDecimal step,
            String pattern,
            boolean readOnly,
            List<StateOption> options) {
        this.minimum = minimum;
        this.maximum = maximum;
        this.step = step;
        this.pattern = pattern;
        this.readOnly = readOnly;
        this.options = List.copyOf(options);
    }

    public BigDecimal getMinimum() {
        return minimum;
    }

    public BigDecimal getMaximum() {
        return maximum;
    }

    public BigDecimal getStep() {
        return step;
    }

    public String getPattern() {
        return pattern;
    }

    public boolean isReadOnly() {
        return readOnly;
    }

    public List<StateOption> getOptions() {
        return options;
    }
}
