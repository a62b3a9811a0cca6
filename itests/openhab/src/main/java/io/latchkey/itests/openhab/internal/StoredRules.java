// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhab.core.automation.ManagedRuleProvider;
import org.openhab.core.automation.Rule;
import org.openhab.core.common.registry.ProviderChangeListener;

/**
 * The rules that people made one by one, in the user interface. Held against {@code ManagedRuleProvider} and {@code
 * AbstractManagedProvider} of openhab-core 4.3.0 and of main at f0185b4: {@code removed} comes from a deletion only.
 */
final class StoredRules extends ManagedRuleProvider {
    private final ProviderListeners<Rule> listeners = new ProviderListeners<>(this);
    private final Map<String, Rule> rules = new LinkedHashMap<>();

    private record StoredRule(String uid, String name, Set<String> tags) implements Rule {
        @Override
        public String getUID() {
            return uid;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Set<String> getTags() {
            return tags;
        }
    }

    @Override
    public void addProviderChangeListener(ProviderChangeListener<Rule> listener) {
        listeners.add(listener);
    }

    @Override
    public void removeProviderChangeListener(ProviderChangeListener<Rule> listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized Collection<Rule> getAll() {
        return List.copyOf(rules.values());
    }

    /** Makes a rule, or puts another in the place of the one of that UID. */
    synchronized void put(String uid, String name, Set<String> tags) {
        Rule now = new StoredRule(uid, name, tags);
        Rule old = rules.put(uid, now);
        if (old == null) {
            listeners.added(now);
        } else {
            listeners.updated(old, now);
        }
    }

    /**
     * Deletes a rule.
     *
     * @throws IllegalArgumentException when nobody made a rule of that UID here
     */
    synchronized Rule delete(String uid) {
        Rule old = rules.remove(uid);
        if (old == null) {
            throw new IllegalArgumentException("no stored rule " + uid);
        }
        listeners.removed(old);
        return old;
    }
}
