// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * The form of a bridge's configuration, as consoles show it. The values are read and judged by {@link Settings}, which has
 * the same keys and defaults; a test holds the two together.
 */
@ObjectClassDefinition(
        id = BridgeComponent.PID,
        name = "HomeKit bridge",
        description = "A bridge that Apple Home pairs with and that shows items of this platform as accessories.")
@interface BridgeConfiguration {
    @AttributeDefinition(
            name = "Id",
            description = "Tells the bridge from others for ever: its pairings are stored under it. 1 to 64 letters,"
                    + " digits, hyphens or underscores.")
    String id() default "home";

    @AttributeDefinition(
            name = "Name",
            description = "What the phone shows when it finds the bridge. At most 63 bytes, letters and digits.")
    String name() default "Latchkey";

    @AttributeDefinition(
            name = "Bind address",
            description = "The IP address to listen on and to announce. Empty means all networks.",
            required = false)
    String bindAddress() default "";

    @AttributeDefinition(
            name = "Port",
            description = "The TCP port, 0 to 65535. 0 means a free one that is picked once and kept.",
            min = "0",
            max = "65535")
    int port() default 0;

    @AttributeDefinition(
            name = "Setup code",
            description = "What is typed into Home, XXX-XX-XXX. Empty means a generated one.",
            type = AttributeType.PASSWORD,
            required = false)
    String setupCode() default "";

    @AttributeDefinition(
            name = "Setup ID",
            description = "Four letters or digits by which a QR code finds the bridge. Empty means generated ones.",
            required = false)
    String setupId() default "";

    @AttributeDefinition(
            name = "Category",
            description = "The icon that the phone shows at first.",
            options = {
                @Option(label = "Bridge", value = "bridge"),
                @Option(label = "Lighting", value = "lighting"),
                @Option(label = "Switch", value = "switch"),
                @Option(label = "Sensor", value = "sensor"),
                @Option(label = "Thermostat", value = "thermostat"),
                @Option(label = "Security system", value = "security_system"),
                @Option(label = "Television", value = "television"),
                @Option(label = "Other", value = "other")
            })
    String category() default "bridge";

    @AttributeDefinition(
            name = "Hosts",
            description = "A filter such as (latchkey.host=local) on the item registries. Empty means all.",
            required = false)
    String hosts() default "";

    @AttributeDefinition(
            name = "Selection",
            description = "Which items the bridge shows: terms such as tag:LightSource, location:Kitchen, group:NAME,"
                    + " item:Hall* or *, with an exclamation mark before what it doesn't show, separated by commas. Empty"
                    + " means all that ask for it.",
            required = false)
    String selection() default "";

    @AttributeDefinition(
            name = "Expose",
            description = "How items ask to be shown: by their metadata homekit alone, or by their semantic tags too.",
            options = {
                @Option(label = "By metadata", value = "metadata"),
                @Option(label = "By semantic tags", value = "semantic")
            })
    String expose() default "metadata";

    @AttributeDefinition(
            name = "Rules",
            description =
                    "Which scenes and rules of openHAB the bridge shows as switches that run them: tags with commas"
                            + " between, such as Scene. Empty means none.",
            required = false)
    String rules() default "";

    @AttributeDefinition(
            name = "Coalescing",
            description = "The least time between two event messages to one controller in milliseconds, 0 to 60000.",
            min = "0",
            max = "60000")
    int coalescingMillis() default 1000;

    @AttributeDefinition(
            name = "Prompt events",
            description = "Whether motion, contact, locks and alarms may leave before that time is over.")
    boolean promptEvents() default true;

    @AttributeDefinition(
            name = "Sessions",
            description = "How many connections of controllers that have verified may be open at once, 8 to 4096.",
            min = "8",
            max = "4096")
    int maximumSessions() default 64;

    @AttributeDefinition(
            name = "Unverified sessions",
            description =
                    "How many other connections may be open at once, 8 to 4096; one more ends an older one of them.",
            min = "8",
            max = "4096")
    int maximumUnverifiedSessions() default 32;

    @AttributeDefinition(
            name = "Unverified sessions of an address",
            description = "How many of these may come from one address, 1 to 4096.",
            min = "1",
            max = "4096")
    int maximumUnverifiedSessionsOfAddress() default 16;

    @AttributeDefinition(name = "Announce", description = "Whether the bridge is announced on the network (mDNS).")
    boolean mdns() default true;

    @AttributeDefinition(
            name = "Adaptive Lighting",
            description = "Whether Home may let lamps with a colour temperature follow the time of day.")
    boolean adaptiveLighting() default true;

    @AttributeDefinition(
            name = "Eve history",
            description =
                    "Whether the bridge keeps what sensors, meters and valves have measured for four weeks, so that the"
                            + " app Eve shows it as graphs. It adds a service to each of them.")
    boolean eveHistory() default false;

    @AttributeDefinition(
            name = "Stand alone",
            description =
                    "Which of these items are paired by themselves, apart from the bridge, as servers of their own:"
                            + " terms such as tag:Camera or item:FrontDoorLock, separated by commas. Empty means those that"
                            + " have the option standalone.",
            required = false)
    String standalone() default "";

    @AttributeDefinition(
            name = "Televisions stand alone",
            description =
                    "Whether each television is paired by itself, apart from the bridge: the remote control of phones"
                            + " lists one television of a bridge only.")
    boolean standaloneTelevisions() default false;

    @AttributeDefinition(
            name = "Keep absent",
            description =
                    "After how many hours an accessory that isn't there leaves Home, with its room and automations."
                            + " Only hours count in which it could have been there. 0 means never; 87600 at most.",
            min = "0",
            max = "87600")
    int keepAbsent() default 0;

    @AttributeDefinition(
            name = "Enabled by",
            description =
                    "The name of an item, such as a switch, that lets controllers use the bridge. While it is off they"
                            + " stay paired and are refused. Empty means that they may always use it.",
            required = false)
    String enabledBy() default "";

    @AttributeDefinition(
            name = "Keep who switched what",
            description =
                    "For how many days the history keeps which controller switched what, a thousand entries at most."
                            + " 0 means that it isn't noted at all; 365 at most.",
            min = "0",
            max = "365")
    int keepWrites() default 7;

    @AttributeDefinition(name = "List name", description = "How consoles name the bridge in lists.", required = false)
    String webconsole_configurationFactory_nameHint() default "{name} : {port}";
}
