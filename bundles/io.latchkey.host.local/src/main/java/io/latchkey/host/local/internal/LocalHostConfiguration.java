// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.local.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where the items of the local host come from; PID {@value #PID}. */
@ObjectClassDefinition(
        name = "Latchkey items",
        description = "Items for Apple Home where there is no other home automation platform.")
@interface LocalHostConfiguration {
    String PID = "io.latchkey.host.local";

    /** The items file. */
    @AttributeDefinition(
            name = "Items file",
            description = "A JSON file with items as openHAB's REST interface gives them (GET /rest/items?metadata=.*)."
                    + " Read again whenever it changes.",
            required = false)
    String file() default "";

    /** Whether to show the demo home. */
    @AttributeDefinition(
            name = "Demo home",
            description = "Shows a dozen items of different kinds that move a little by themselves."
                    + " Not used when there is an items file.",
            required = false)
    boolean demo() default false;
}
