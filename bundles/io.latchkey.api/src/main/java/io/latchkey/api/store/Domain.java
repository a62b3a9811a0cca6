// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.store;

import io.latchkey.api.identity.AccessoryIdentity;
import java.util.List;

/**
 * One thing that is remembered of each bridge, with its name and type. There are no others than the constants here; each
 * says what a factory reset does to it. {@link BridgeStore#purge} takes all of them.
 *
 * @param <T> the type of its value
 */
public final class Domain<T> {
    /** Device ID and key pair. A factory reset replaces it: controllers must not know the bridge again. */
    public static final Domain<AccessoryIdentity> IDENTITY = new Domain<>("identity", AccessoryIdentity.class);
    /** Setup ID, generated code, verifier, failed attempts. A factory reset replaces it. */
    public static final Domain<Setup> SETUP = new Domain<>("setup", Setup.class);
    /** Configuration number, shape, port, firmware. A factory reset starts the number anew and keeps the port. */
    public static final Domain<Configuration> CONFIGURATION = new Domain<>("configuration", Configuration.class);
    /** The paired controllers. A factory reset empties it. */
    public static final Domain<Pairings> PAIRINGS = new Domain<>("pairings", Pairings.class);
    /** aid and iid of every accessory there ever was. A factory reset keeps it: ids are never reused. */
    public static final Domain<Allocation> ALLOCATION = new Domain<>("allocation", Allocation.class);
    /** The shape of every accessory that is shown. A factory reset keeps it: the home is the same. */
    public static final Domain<AccessoryShapes> ACCESSORIES = new Domain<>("accessories", AccessoryShapes.class);
    /** How the accessories were last: values and absences. A factory reset keeps it. */
    public static final Domain<AccessoryStates> STATES = new Domain<>("states", AccessoryStates.class);
    /** What extensions have added to the accessories that are shown. A factory reset keeps it: the home is the same. */
    public static final Domain<ExtensionShapes> EXTENSIONS = new Domain<>("extensions", ExtensionShapes.class);
    /** The light curves that are under way, for the extension that runs them. A factory reset empties it. */
    public static final Domain<Transitions> TRANSITIONS = new Domain<>("transitions", Transitions.class);
    /** What was chosen where no item keeps it. A factory reset keeps it: it is about the home, not about who sees it. */
    public static final Domain<Choices> CHOICES = new Domain<>("choices", Choices.class);
    /**
     * What the bridge was before it took the place of another one, so that this can be undone. It holds no pairings: going
     * back gives nobody trust. A factory reset removes it: the keys in it are not to come back.
     */
    public static final Domain<BridgeMemory> BEFORE_TAKEOVER = new Domain<>("beforetakeover", BridgeMemory.class);
    /**
     * What the bridge was before it was restored from a backup, so that this can be undone. It holds no pairings: going back
     * gives nobody trust. A factory reset removes it: the keys in it are not to come back.
     */
    public static final Domain<BeforeRestore> BEFORE_RESTORE = new Domain<>("beforerestore", BeforeRestore.class);
    /** The keys of our own controller. No bridge's factory reset touches it. */
    public static final Domain<ControllerKeys> CONTROLLER = new Domain<>("controller", ControllerKeys.class);

    /**
     * How items are described, by item. A factory reset keeps it: it is about the home, not about who sees it.
     */
    public static final Domain<ItemDescriptions> DESCRIPTIONS = new Domain<>("descriptions", ItemDescriptions.class);

    /**
     * What has happened to the bridge of late, and who switched what. A factory reset removes it: it names the controllers.
     * It is {@link #isExpendable expendable}.
     */
    public static final Domain<History> HISTORY = new Domain<>("history", History.class);

    private final String name;
    private final Class<T> type;

    private Domain(String name, Class<T> type) {
        this.name = name;
        this.type = type;
    }

    /** All domains. */
    public static List<Domain<?>> all() {
        return List.of(
                IDENTITY,
                SETUP,
                CONFIGURATION,
                PAIRINGS,
                ALLOCATION,
                TRANSITIONS,
                CHOICES,
                BEFORE_TAKEOVER,
                BEFORE_RESTORE,
                CONTROLLER,
                ACCESSORIES,
                STATES,
                EXTENSIONS,
                DESCRIPTIONS,
                HISTORY);
    }

    /** The name, lower-case letters only: fit for a file. */
    public String name() {
        return name;
    }

    /** The type of its value. */
    public Class<T> type() {
        return type;
    }

    /**
     * Whether the bridge is the same without it, so that a store which can't read its value goes on as if there were none,
     * and never takes an older memory because of it.
     */
    public boolean isExpendable() {
        return this == HISTORY;
    }

    @Override
    public String toString() {
        return name;
    }
}
