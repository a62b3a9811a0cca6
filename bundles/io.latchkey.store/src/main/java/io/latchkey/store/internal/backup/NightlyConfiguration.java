// SPDX-License-Identifier: EPL-2.0
package io.latchkey.store.internal.backup;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How the store keeps copies of its bridges; PID {@value #PID}. */
@ObjectClassDefinition(
        id = NightlyConfiguration.PID,
        name = "Latchkey store",
        description = "How the store keeps copies of its bridges.")
@interface NightlyConfiguration {
    String PID = "io.latchkey.store";

    /** How many copies stay. */
    @AttributeDefinition(
            name = "Nightly copies",
            description = "How many copies of each bridge stay, one a night, from which latchkey:restore puts it back;"
                    + " 0 makes none. They lie in the folder .copies of the store.",
            min = "0",
            max = "100",
            required = false)
    int nightlyCopies() default 7;
}
