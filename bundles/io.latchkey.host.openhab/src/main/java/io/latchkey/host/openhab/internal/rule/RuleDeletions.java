// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.rule;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.openhab.core.automation.Rule;
import org.openhab.core.common.registry.Provider;
import org.openhab.core.common.registry.ProviderChangeListener;

/**
 * Knows which rules people have deleted, until they are there again. Only the provider of the rules that are made in openHAB's
 * pages says so; the registry says the same of a file with a slip and of a bundle that is updated. Called on openHAB's threads;
 * returns at once.
 */
final class RuleDeletions implements ProviderChangeListener<Rule> {
    private final Runnable changed;
    private final Set<String> uids = ConcurrentHashMap.newKeySet();

    /**
     * Has heard of nothing yet.
     *
     * @param changed hears of each deletion
     */
    RuleDeletions(Runnable changed) {
        this.changed = changed;
    }

    Set<String> uids() {
        return Set.copyOf(uids);
    }

    @Override
    public void added(Provider<Rule> provider, Rule rule) {
        uids.remove(rule.getUID());
    }

    @Override
    public void removed(Provider<Rule> provider, Rule rule) {
        uids.add(rule.getUID());
        changed.run();
    }

    @Override
    public void updated(Provider<Rule> provider, Rule before, Rule rule) {
        // it is there, as it was before
    }
}
