// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.rule;

import io.latchkey.host.openhab.internal.item.FakeOpenhabRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openhab.core.automation.ManagedRuleProvider;
import org.openhab.core.automation.Rule;
import org.openhab.core.automation.RuleManager;
import org.openhab.core.automation.RuleRegistry;
import org.openhab.core.automation.RuleStatus;
import org.openhab.core.common.registry.ProviderChangeListener;

/** openHAB's rules in memory, and the engine that runs them on the caller's thread. */
final class FakeRules extends FakeOpenhabRegistry<Rule, String> implements RuleRegistry, RuleManager {
    final Stored stored = new Stored();
    final List<String> ran = new ArrayList<>();
    final Map<String, RuleStatus> states = new HashMap<>();
    final Set<String> disabled = new HashSet<>();
    Runnable script = () -> {};

    /** A rule as it was made in openHAB's pages. */
    record TestRule(String getUID, String getName, Set<String> getTags) implements Rule {
        @Override
        public String getUID() {
            return getUID;
        }

        @Override
        public String getName() {
            return getName;
        }

        @Override
        public Set<String> getTags() {
            return getTags;
        }
    }

    /** What people have made. */
    static final class Stored extends ManagedRuleProvider {
        private final Set<ProviderChangeListener<Rule>> listeners = new HashSet<>();

        @Override
        public void addProviderChangeListener(ProviderChangeListener<Rule> listener) {
            listeners.add(listener);
        }

        @Override
        public void removeProviderChangeListener(ProviderChangeListener<Rule> listener) {
            listeners.remove(listener);
        }

        @Override
        public Collection<Rule> getAll() {
            return List.of();
        }
    }

    void put(String uid, String name, String... tags) {
        Rule rule = new TestRule(uid, name, Set.of(tags));
        if (get(uid) == null) {
            stored.listeners.forEach(each -> each.added(stored, rule));
            add(rule);
        } else {
            update(rule);
        }
    }

    void delete(String uid) {
        Rule rule = remove(uid);
        stored.listeners.forEach(each -> each.removed(stored, rule));
    }

    @Override
    public Boolean isEnabled(String uid) {
        return get(uid) == null ? null : Boolean.valueOf(!disabled.contains(uid));
    }

    @Override
    public void setEnabled(String uid, boolean isEnabled) {
        throw new UnsupportedOperationException();
    }

    @Override
    public RuleStatus getStatus(String uid) {
        return get(uid) == null ? null : states.getOrDefault(uid, RuleStatus.IDLE);
    }

    @Override
    public Map<String, Object> runNow(String uid, boolean considerConditions, Map<String, Object> context) {
        ran.add(uid + " " + considerConditions + " " + context);
        script.run();
        return Map.of();
    }
}
