// SPDX-License-Identifier: EPL-2.0
package io.latchkey.itests.openhab.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.openhab.core.automation.Rule;
import org.openhab.core.automation.RuleManager;
import org.openhab.core.automation.RuleRegistry;
import org.openhab.core.automation.RuleStatus;

/**
 * All rules and the engine that runs them: it only notes that it did. Held against {@code RuleEngineImpl} of openhab-core 4.3.0
 * and 5.2.1: one that is disabled isn't run, is uninitialized, and nobody is told but the log.
 */
final class Rules extends ProvidedRegistry<Rule, String> implements RuleRegistry, RuleManager {
    private final StoredRules stored;
    private final Set<String> disabled = ConcurrentHashMap.newKeySet();
    private final List<String> runs = new CopyOnWriteArrayList<>();

    Rules(StoredRules stored) {
        this.stored = stored;
    }

    StoredRules stored() {
        return stored;
    }

    /** The UIDs of the rules that were run, oldest first. */
    List<String> runs() {
        return List.copyOf(runs);
    }

    @Override
    public Rule add(Rule rule) {
        stored.put(rule.getUID(), rule.getName(), rule.getTags());
        return rule;
    }

    @Override
    public Rule update(Rule rule) {
        Rule before = get(rule.getUID());
        stored.put(rule.getUID(), rule.getName(), rule.getTags());
        return before;
    }

    @Override
    public Rule remove(String uid) {
        return stored.delete(uid);
    }

    @Override
    public Boolean isEnabled(String uid) {
        return get(uid) == null ? null : Boolean.valueOf(!disabled.contains(uid));
    }

    @Override
    public void setEnabled(String uid, boolean isEnabled) {
        if (isEnabled) {
            disabled.remove(uid);
        } else {
            disabled.add(uid);
        }
    }

    @Override
    public RuleStatus getStatus(String uid) {
        if (get(uid) == null) {
            return null;
        }
        return disabled.contains(uid) ? RuleStatus.UNINITIALIZED : RuleStatus.IDLE;
    }

    @Override
    public Map<String, Object> runNow(String uid, boolean considerConditions, Map<String, Object> context) {
        if (getStatus(uid) == RuleStatus.IDLE) {
            runs.add(uid);
        }
        return Map.of();
    }
}
