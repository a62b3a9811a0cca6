// SPDX-License-Identifier: EPL-2.0
package io.latchkey.server.internal.bridge;

import io.latchkey.api.identity.AccessoryCategory;
import io.latchkey.api.identity.SetupCode;
import io.latchkey.api.identity.SetupId;
import io.latchkey.api.model.LegalName;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.api.transport.SessionLimits;
import io.latchkey.server.internal.pairing.SetupOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;

/**
 * The configuration of a bridge, judged. Everything in it can be used as it is; only the network may still refuse the
 * address.
 *
 * @param id stable key
 * @param name legal in Home and on the network
 * @param address to bind, port 0 for one that is picked
 * @param setup code and setup ID
 * @param category the icon
 * @param hosts filter on item registries, or empty
 * @param selection which items, or empty
 * @param expose how items ask to be shown
 * @param rules the tags of the scenes and rules that it shows
 * @param standalone which of the items stand alone, or empty
 * @param coalescing least time between two event messages
 * @param promptEvents whether some may leave before
 * @param sessions how many connections may be open at once
 * @param mdns whether it is announced
 * @param adaptiveLighting whether it runs light curves
 * @param eveHistory whether it keeps what sensors have measured, for the app Eve
 * @param standaloneTelevisions whether each television stands alone
 * @param keepAbsent how long an absent accessory is kept; zero is for ever
 * @param enabledBy the item that switches it on and off; empty when nothing does
 * @param keepWrites how long it is kept who switched what; zero is not at all
 */
record Settings(
        String id,
        String name,
        InetSocketAddress address,
        SetupOptions setup,
        AccessoryCategory category,
        String hosts,
        String selection,
        BridgeView.Expose expose,
        Set<String> rules,
        String standalone,
        Duration coalescing,
        boolean promptEvents,
        SessionLimits sessions,
        boolean mdns,
        boolean adaptiveLighting,
        boolean eveHistory,
        boolean standaloneTelevisions,
        Duration keepAbsent,
        Optional<String> enabledBy,
        Duration keepWrites) {
    private static final String ADAPTIVE_LIGHTING = "adaptive-lighting";
    private static final String EVE_HISTORY = "eve-history";
    private static final int MOST_HOURS = 87_600;
    private static final int USUAL_DAYS = 7;
    private static final int MOST_DAYS = 365;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Judges a configuration.
     *
     * @throws RefusedSettingException when a value can't be used, with the key and what would be right, for people
     */
    static Settings of(Map<String, ?> properties) {
        return of(properties, Optional.empty());
    }

    /**
     * Judges a configuration.
     *
     * @param usualAddress where a bridge listens whose configuration names no address; empty for all networks
     * @throws RefusedSettingException when a value can't be used
     */
    static Settings of(Map<String, ?> properties, Optional<InetAddress> usualAddress) {
        SettingValues values = new SettingValues(properties);
        return new Settings(
                id(values),
                name(values),
                ListenAddress.of(values, usualAddress),
                new SetupOptions(values.optional("setupCode", SetupCode::of), values.optional("setupId", SetupId::new)),
                category(values),
                hosts(values),
                values.text("selection", ""),
                expose(values),
                rules(values),
                values.text("standalone", ""),
                Duration.ofMillis(values.number("coalescingMillis", 1000, 0, 60_000)),
                values.flag("promptEvents", true),
                sessions(values),
                values.flag("mdns", true),
                values.flag("adaptiveLighting", true),
                values.flag("eveHistory", false),
                values.flag("standaloneTelevisions", false),
                Duration.ofHours(values.number("keepAbsent", 0, 0, MOST_HOURS)),
                Optional.of(values.text("enabledBy", "")).filter(item -> !item.isEmpty()),
                Duration.ofDays(values.number("keepWrites", USUAL_DAYS, 0, MOST_DAYS)));
    }

    /** Whether sessions that are open need not be closed for what is different in another configuration. */
    boolean isSameForSessions(Settings other) {
        return sessions.equals(other.sessions)
                && promptEvents == other.promptEvents
                && coalescing.equals(other.coalescing);
    }

    /** What providers may know of it. */
    BridgeView view() {
        return new BridgeView(id, name, hosts, selection, expose, rules, standalone);
    }

    /** Whether people want an extension at this bridge. */
    boolean wants(String extension) {
        return switch (extension) {
            case ADAPTIVE_LIGHTING -> adaptiveLighting;
            case EVE_HISTORY -> eveHistory;
            default -> true;
        };
    }

    /**
     * Those of a further bridge of the same configuration: a port and a setup ID of its own, all else the same. A
     * configured setup code is what its person knows, so it opens all of them.
     *
     * @param id its id
     * @param number tells its name from the others'
     */
    Settings further(String id, String number) {
        return new Settings(
                id,
                LegalName.numbered(name, number),
                new InetSocketAddress(address.getAddress(), 0),
                new SetupOptions(setup.code(), Optional.empty()),
                category,
                hosts,
                selection,
                expose,
                rules,
                standalone,
                coalescing,
                promptEvents,
                sessions,
                mdns,
                adaptiveLighting,
                eveHistory,
                standaloneTelevisions,
                keepAbsent,
                enabledBy,
                keepWrites);
    }

    /** Those of the server of one accessory that stands alone: as those of a further bridge, with a face of its own. */
    Settings standalone(String id, String ownName, AccessoryCategory ownCategory) {
        return new Settings(
                id,
                ownName,
                new InetSocketAddress(address.getAddress(), 0),
                new SetupOptions(setup.code(), Optional.empty()),
                ownCategory,
                hosts,
                selection,
                expose,
                rules,
                standalone,
                coalescing,
                promptEvents,
                sessions,
                mdns,
                adaptiveLighting,
                eveHistory,
                standaloneTelevisions,
                keepAbsent,
                enabledBy,
                keepWrites);
    }

    private static SessionLimits sessions(SettingValues values) {
        return new SessionLimits(
                values.number("maximumSessions", 64, SessionLimits.LEAST, SessionLimits.MOST),
                values.number(
                        "maximumUnverifiedSessions",
                        SessionLimits.USUAL_UNVERIFIED,
                        SessionLimits.LEAST,
                        SessionLimits.MOST),
                values.number(
                        "maximumUnverifiedSessionsOfAddress",
                        SessionLimits.USUAL_UNVERIFIED_OF_ADDRESS,
                        1,
                        SessionLimits.MOST));
    }

    private static String id(SettingValues values) {
        String id = values.text("id", "home");
        if (!ID.matcher(id).matches()) {
            throw values.wrong("id", "takes 1 to 64 letters, digits, hyphens or underscores");
        }
        return id;
    }

    private static String name(SettingValues values) {
        return LegalName.of(values.text("name", "Latchkey"))
                .orElseThrow(() -> values.wrong("name", "needs a letter or a digit"));
    }

    private static AccessoryCategory category(SettingValues values) {
        String text = values.text("category", "bridge");
        Optional<AccessoryCategory> numbered =
                text.matches("\\d{1,2}") ? AccessoryCategory.of(Integer.parseInt(text)) : Optional.empty();
        return numbered.or(() -> AccessoryCategory.ofName(text))
                .orElseThrow(() ->
                        values.wrong("category", "takes a name such as bridge or lighting, or a number up to 36"));
    }

    private static String hosts(SettingValues values) {
        String filter = values.text("hosts", "");
        if (!filter.isEmpty()) {
            try {
                FrameworkUtil.createFilter(filter);
            } catch (InvalidSyntaxException e) {
                throw values.wrong("hosts", "takes a filter such as (latchkey.host=local), or nothing");
            }
        }
        return filter;
    }

    private static Set<String> rules(SettingValues values) {
        return Stream.of(values.text("rules", "").split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static BridgeView.Expose expose(SettingValues values) {
        String text = values.text("expose", "metadata");
        return Stream.of(BridgeView.Expose.values())
                .filter(way -> way.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> values.wrong("expose", "takes metadata or semantic"));
    }
}
