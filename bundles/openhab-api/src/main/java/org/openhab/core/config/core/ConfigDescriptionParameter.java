// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core;

import java.math.BigDecimal;
import java.util.List;

/** A parameter as settings pages show it; what was not said is null. */
public class ConfigDescriptionParameter {
    BigDecimal minimum;
    BigDecimal maximum;
    BigDecimal stepSize;
    String pattern;
    Boolean readOnly;
    Boolean multiple;
    Integer multipleLimit;
    String context;
    Boolean required;
    String defaultValue;
    String label;
    String description;
    List<ParameterOption> options;
    Boolean advanced;
    Boolean limitToOptions;
    String groupName;
    String unit;
    String unitLabel;

    private final String name;
    private final Type type;

    ConfigDescriptionParameter(String name, Type type) {
        this.name = name;
        this.type = type;
    }

    public String getName() {
        return name;
    }

    public Type getType() {
        return type;
    }

    public BigDecimal getMinimum() {
        return minimum;
    }

    public BigDecimal getMaximum() {
        return maximum;
    }

    public BigDecimal getStepSize() {
        return stepSize;
    }

    public String getPattern() {
        return pattern;
    }

    public boolean isReadOnly() {
        return Boolean.TRUE.equals(readOnly);
    }

    public boolean isMultiple() {
        return Boolean.TRUE.equals(multiple);
    }

    public Integer getMultipleLimit() {
        return multipleLimit;
    }

    public String getContext() {
        return context;
    }

    public boolean isRequired() {
        return Boolean.TRUE.equals(required);
    }

    public String getDefault() {
        return defaultValue;
    }

    public String getLabel() {
        return label;
    }

    public String getDescription() {
        return description;
    }

    public List<ParameterOption> getOptions() {
        return options == null ? List.of() : options;
    }

    public boolean isAdvanced() {
        return Boolean.TRUE.equals(advanced);
    }

    public boolean getLimitToOptions() {
        return Boolean.TRUE.equals(limitToOptions);
    }

    public String getGroupName() {
        return groupName;
    }

    public String getUnit() {
        return unit;
    }

    public String getUnitLabel() {
        return unitLabel;
    }

    /** What its values are. */
    public enum Type {
        TEXT,
        INTEGER,
        DECIMAL,
        BOOLEAN
    }
}
