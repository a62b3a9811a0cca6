// SPDX-License-Identifier: EPL-2.0
package io.latchkey.discovery.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Where bridges are announced and accessories looked for, for the whole process; PID {@value #PID}. */
@ObjectClassDefinition(
        id = DiscoveryConfiguration.PID,
        name = "Latchkey network",
        description = "Where bridges are announced and accessories looked for (mDNS).")
@interface DiscoveryConfiguration {
    String PID = "io.latchkey.discovery";

    /** The network interfaces. */
    @AttributeDefinition(
            name = "Interfaces",
            description = "The names of the network interfaces that lead to phones, separated by commas, such as eth0."
                    + " Empty means all but those of containers, virtual machines and tunnels.",
            required = false)
    String interfaces() default "";

    /** The folder for avahi. */
    @AttributeDefinition(
            name = "Folder of avahi's services",
            description = "In a container with a network of its own: where the folder /etc/avahi/services of the"
                    + " container's host is mounted. The host's avahi announces the bridges then, with its address.",
            required = false)
    String avahiServices() default "";
}
