// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.rule;

import io.latchkey.api.concurrent.Contributors;
import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.provider.AccessoryProvider;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.BridgeView;
import io.latchkey.host.openhab.internal.item.SettleTimer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.openhab.core.automation.Rule;
import org.openhab.core.automation.RuleManager;
import org.openhab.core.automation.RuleProvider;
import org.openhab.core.automation.RuleRegistry;
import org.openhab.core.common.registry.RegistryChangeListener;
import org.openhab.core.service.ReadyMarker;
import org.openhab.core.service.ReadyMarkerFilter;
import org.openhab.core.service.ReadyService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * Contributes openHAB's scenes and rules as switches to the bridges whose setting {@code rules} names a tag of theirs. An
 * openHAB without rules has no such contributor. Called on openHAB's threads, which wait for nothing, and on threads for
 * foreign code.
 */
@Component(service = AccessoryProvider.class)
public final class RuleSwitches implements AccessoryProvider, RegistryChangeListener<Rule>, ReadyService.ReadyTracker {
    private static final String START_LEVEL = "startlevel";
    private static final String RULES_ARE_THERE = "50";

    private final RuleRegistry rules;
    private final ReadyService readiness;
    private final Workers workers;
    private final RuleRuns runs;
    private final SettleTimer settling;
    private final RuleDeletions deletions;
    private final Set<BridgeRules> bridges = new CopyOnWriteArraySet<>();
    private volatile boolean isUp;

    /** Listens to these rules. */
    @Activate
    public RuleSwitches(
            @Reference RuleRegistry rules,
            @Reference RuleManager manager,
            @Reference ReadyService readiness,
            @Reference Workers workers,
            @Reference Contributors contributors) {
        this.rules = rules;
        this.readiness = readiness;
        this.workers = workers;
        this.runs = new RuleRuns(manager, contributors, workers);
        this.settling = new SettleTimer(workers, runs::look, this::read);
        this.deletions = new RuleDeletions(settling::changed);
        rules.addRegistryChangeListener(this);
        readiness.registerTracker(this, new ReadyMarkerFilter().withType(START_LEVEL));
    }

    @Deactivate
    void deactivate() {
        readiness.unregisterTracker(this);
        rules.removeRegistryChangeListener(this);
        settling.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(objectClass=org.openhab.core.automation.ManagedRuleProvider)")
    void bindManagedRules(RuleProvider provider) {
        provider.addProviderChangeListener(deletions);
    }

    void unbindManagedRules(RuleProvider provider) {
        provider.removeProviderChangeListener(deletions);
    }

    @Override
    public String id() {
        return "openhab-rules";
    }

    @Override
    public AutoCloseable open(BridgeView bridge, AccessorySink sink) {
        BridgeRules opened = new BridgeRules(bridge.rules(), sink, runs, workers);
        bridges.add(opened);
        opened.show(all(), isUp, deletions.uids());
        return () -> {
            bridges.remove(opened);
            opened.close();
        };
    }

    @Override
    public void added(Rule rule) {
        settling.changed();
    }

    @Override
    public void removed(Rule rule) {
        settling.changed();
    }

    @Override
    public void updated(Rule before, Rule rule) {
        settling.changed();
    }

    @Override
    public void onReadyMarkerAdded(ReadyMarker marker) {
        if (marker.getIdentifier().equals(RULES_ARE_THERE)) {
            isUp = true;
            settling.now();
        }
    }

    @Override
    public void onReadyMarkerRemoved(ReadyMarker marker) {
        if (marker.getIdentifier().equals(RULES_ARE_THERE)) {
            isUp = false;
        }
    }

    private void read() {
        Collection<Rule> now = all();
        bridges.forEach(bridge -> bridge.show(now, isUp, deletions.uids()));
    }

    private List<Rule> all() {
        return List.copyOf(rules.getAll());
    }
}
