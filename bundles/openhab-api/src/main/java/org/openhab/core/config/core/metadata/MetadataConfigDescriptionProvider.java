// SPDX-License-Identifier: EPL-2.0
package org.openhab.core.config.core.metadata;

import java.util.List;
import java.util.Locale;
import org.openhab.core.config.core.ConfigDescriptionParameter;
import org.openhab.core.config.core.ParameterOption;

/** A service that tells what a namespace of metadata knows. */
public interface MetadataConfigDescriptionProvider {
    String getNamespace();
    /** Null when there is none. */
    String getDescription(Locale locale);
    /** Null when any value goes. */
    List<ParameterOption> getParameterOptions(Locale locale);
    /** Null when that value takes no parameters. */
    List<ConfigDescriptionParameter> getParameters(String value, Locale locale);
}
