// SPDX-License-Identifier: EPL-2.0
package io.latchkey.api.provider;

import java.util.Set;

/**
 * What a provider may know of a bridge.
 *
 * @param id stable key of the bridge
 * @param name what people call it
 * @param hosts an OSGi filter on the {@code latchkey.host} property of item registries; empty means all
 * @param selection which items the bridge takes; empty means all that ask for it
 * @param expose how items ask for it
 * @param rules the tags of those scenes and rules of hosts that the bridge shows as switches; empty for none
 * @param standalone which of the items that it takes stand alone, in the words of a selection; empty means those that say so
 */
public record BridgeView(
        String id, String name, String hosts, String selection, Expose expose, Set<String> rules, String standalone) {

    /** Keeps a copy. */
    public BridgeView {
        rules = Set.copyOf(rules);
    }

    /** A bridge that shows no rules, beside which those items stand alone that say so. */
    public BridgeView(String id, String name, String hosts, String selection, Expose expose) {
        this(id, name, hosts, selection, expose, Set.of(), "");
    }

    /** A bridge whose items ask by their metadata. */
    public BridgeView(String id, String name, String hosts, String selection) {
        this(id, name, hosts, selection, Expose.METADATA);
    }

    /** How items ask to be in Home. */
    public enum Expose {
        /** By their metadata {@code homekit} alone. */
        METADATA,
        /** By their semantic tags too; the metadata of an item comes first. */
        SEMANTIC
    }
}
