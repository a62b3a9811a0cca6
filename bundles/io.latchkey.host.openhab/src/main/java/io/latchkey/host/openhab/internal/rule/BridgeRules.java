// SPDX-License-Identifier: EPL-2.0
package io.latchkey.host.openhab.internal.rule;

import io.latchkey.api.concurrent.Workers;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.api.provider.AccessorySink;
import io.latchkey.api.provider.RememberedAccessory;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.RejectedExecutionException;
import org.openhab.core.automation.Rule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that one bridge shows: those that bear one of its tags. A rule that isn't there any more is absent, with a cause
 * from which the bridge concludes whether it leaves Home; here nothing is concluded. Safe for all threads.
 */
final class BridgeRules {
    private static final Logger LOG = LoggerFactory.getLogger(BridgeRules.class);

    private final Set<String> tags;
    private final AccessorySink sink;
    private final RuleRuns runs;
    private final Workers workers;
    private final Map<String, RuleSwitch> switches = new TreeMap<>();
    private boolean isClosed;

    BridgeRules(Set<String> tags, AccessorySink sink, RuleRuns runs, Workers workers) {
        this.tags = tags;
        this.sink = sink;
        this.runs = runs;
        this.workers = workers;
    }

    /**
     * Shows them as they are now.
     *
     * @param rules all that openHAB has
     * @param isUp whether these are all there will be for now
     * @param deleted the UIDs of those that somebody deleted
     */
    synchronized void show(Collection<Rule> rules, boolean isUp, Set<String> deleted) {
        if (isClosed) {
            return;
        }
        Map<String, Rule> all = new TreeMap<>();
        rules.forEach(rule -> all.put(rule.getUID(), rule));
        Set<String> gone = new LinkedHashSet<>(switches.keySet());
        sink.remembered().stream().map(RememberedAccessory::key).forEach(gone::add);
        all.values().stream().filter(this::isWanted).forEach(rule -> {
            gone.remove(rule.getUID());
            put(rule);
        });
        gone.forEach(uid -> {
            switches.remove(uid);
            sink.absent(uid, absence(uid, all.containsKey(uid), isUp, deleted.contains(uid)));
        });
        if (isUp || tags.isEmpty()) {
            sink.complete();
        }
        if (isUp) {
            tell();
        }
    }

    /** Shows nothing more. */
    synchronized void close() {
        isClosed = true;
    }

    private boolean isWanted(Rule rule) {
        return !Collections.disjoint(rule.getTags(), tags);
    }

    private void put(Rule rule) {
        RuleSwitch shown = switches.get(rule.getUID());
        if (shown == null || !shown.name().equals(RuleSwitch.name(rule))) {
            RuleSwitch made = new RuleSwitch(rule, runs, workers, sink, this::tellLater);
            switches.put(rule.getUID(), made);
            sink.put(made.accessory());
            made.isOff();
        }
    }

    private Absence absence(String uid, boolean isThere, boolean isUp, boolean isDeleted) {
        if (tags.isEmpty()) {
            return new Absence(Cause.UNASKED, "the bridge shows no rules: its setting rules is empty");
        }
        if (isThere) {
            return new Absence(
                    Cause.UNASKED,
                    "rule " + uid + " has none of the tags " + String.join(", ", tags) + ", which the bridge shows");
        }
        if (isDeleted) {
            return new Absence(Cause.DELETED, "rule " + uid + " was deleted");
        }
        return isUp
                ? new Absence(Cause.MISSING, "rule " + uid + " isn't there")
                : new Absence(Cause.HOST_AWAY, "openHAB doesn't have its rules yet");
    }

    private void tellLater() {
        try {
            runs.look(this::tell);
        } catch (RejectedExecutionException full) {
            LOG.debug("It is told later which rules can't be run");
        }
    }

    /** Names the rules that can't be run. */
    private synchronized void tell() {
        if (!isClosed) {
            List<String> troubles = switches.entrySet().stream()
                    .flatMap(each -> runs
                            .trouble(each.getKey())
                            .map(why -> "rule " + each.getKey() + " ("
                                    + each.getValue().name() + ") can't be run: " + why)
                            .stream())
                    .toList();
            sink.notices(troubles);
        }
    }
}
