// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core;

import java.math.BigDecimal;
import java.util.List;
import org.openhab.core.config.core.ConfigDescriptionParameter.Type;

/** Collects a parameter. */
public class ConfigDescriptionParameterBuilder {
    private final ConfigDescriptionParameter parameter;

    private ConfigDescriptionParameterBuilder(String name, Type type) {
        this.parameter = new ConfigDescriptionParameter(name, type);
    }

    public static ConfigDescriptionParameterBuilder create(String name, Type type) {
        return new ConfigDescriptionParameterBuilder(name, type);
    }

    public ConfigDescriptionParameterBuilder withMinimum(BigDecimal value) {
        parameter.minimum = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withMaximum(BigDecimal value) {
        parameter.maximum = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withStepSize(BigDecimal value) {
        parameter.stepSize = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withPattern(String value) {
        parameter.pattern = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withReadOnly(Boolean value) {
        parameter.readOnly = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withMultiple(Boolean value) {
        parameter.multiple = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withMultipleLimit(Integer value) {
        parameter.multipleLimit = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withContext(String value) {
        parameter.context = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withRequired(Boolean value) {
        parameter.required = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withDefault(String value) {
        parameter.defaultValue = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withLabel(String value) {
        parameter.label = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withDescription(String value) {
        parameter.description = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withOptions(List<ParameterOption> value) {
        parameter.options = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withAdvanced(Boolean value) {
        parameter.advanced = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withLimitToOptions(Boolean value) {
        parameter.limitToOptions = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withGroupName(String value) {
        parameter.groupName = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withUnit(String value) {
        parameter.unit = value;
        return this;
    }

    public ConfigDescriptionParameterBuilder withUnitLabel(String value) {
        parameter.unitLabel = value;
        return this;
    }

    public ConfigDescriptionParameter build() throws IllegalArgumentException {
        return parameter;
    }
}
