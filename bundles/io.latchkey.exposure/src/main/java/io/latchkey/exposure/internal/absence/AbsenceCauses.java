// SPDX-License-Identifier: EPL-2.0
package io.latchkey.exposure.internal.absence;

import io.latchkey.api.model.AccessoryOrigin;
import io.latchkey.api.model.MissingParts;
import io.latchkey.api.provider.Absence;
import io.latchkey.api.provider.Absence.Cause;
import io.latchkey.exposure.internal.plan.AccessoryPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says why an accessory isn't there, and what may be concluded from what is missing in one. Home forgets rooms, scenes and
 * automations of what leaves, so all counts as missing that nobody took away. Pure.
 */
public final class AbsenceCauses {
    private AbsenceCauses() {}

    /** A host fails when it is asked for its items, or doesn't answer. */
    public static Absence hostFails(String host) {
        return new Absence(
                Cause.HOST_AWAY, "host " + host + " fails or doesn't answer: see latchkey:check and the log");
    }

    /** A host isn't there, or doesn't know its items yet. */
    public static Absence hostAway(String host, boolean isThere) {
        return new Absence(
                Cause.HOST_AWAY,
                isThere ? "host " + host + " is still loading its items" : "host " + host + " isn't there");
    }

    /**
     * Why nothing makes an accessory any more.
     *
     * @param owner the item that asked for it
     * @param origin all items that it was made of
     */
    public static Absence of(String owner, Set<String> origin, ItemFacts facts) {
        if (facts.isDeleted(owner)) {
            return new Absence(Cause.DELETED, "item " + owner + " was deleted");
        }
        Optional<String> trouble = facts.trouble(owner)
                .or(() -> origin.stream()
                        .sorted()
                        .flatMap(item -> facts.trouble(item).stream())
                        .findFirst())
                .or(() -> facts.missingGroup(origin));
        return trouble.map(reason -> new Absence(Cause.MISSING, reason))
                .or(() -> origin.stream()
                        .filter(facts::isDeleted)
                        .min(String::compareTo)
                        .map(item ->
                                new Absence(Cause.DELETED, "item " + item + ", which it was made of, was deleted")))
                .orElseGet(() -> new Absence(
                        facts.isAtOnce() ? Cause.WITHDRAWN : Cause.UNASKED,
                        "item " + owner + " doesn't ask for it any more, or the bridge doesn't select it"));
    }

    /**
     * Of which items an accessory is made, those included that belonged to it and may come back.
     *
     * @param before what it was made of
     */
    public static AccessoryOrigin origin(String host, AccessoryPlan plan, Set<String> before, ItemFacts facts) {
        Set<String> items = new HashSet<>(plan.items());
        before.stream().filter(facts::isUnsettled).forEach(items::add);
        return new AccessoryOrigin(host, items);
    }

    /** What becomes of parts that an accessory had before. */
    public static MissingParts missingParts(AccessoryPlan plan, AccessoryOrigin origin, ItemFacts facts) {
        if (!plan.isWhole() || origin.items().stream().anyMatch(facts::isUnsettled)) {
            return MissingParts.KEEP;
        }
        return facts.isAtOnce() ? MissingParts.REMOVE : MissingParts.REMOVE_LATER;
    }

    /**
     * Why accessories that nobody remembers aren't made yet, with the mending, by the item that asks for one.
     *
     * @param reserved the keys of absent accessories by the items that these were made of
     */
    public static Map<String, String> obstacles(
            List<AccessoryPlan> unknown, Map<String, String> reserved, ItemFacts facts) {
        Map<String, String> obstacles = new HashMap<>();
        unknown.forEach(plan -> obstacle(plan, reserved, facts).ifPresent(why -> obstacles.put(plan.owner(), why)));
        return obstacles;
    }

    private static Optional<String> obstacle(AccessoryPlan plan, Map<String, String> reserved, ItemFacts facts) {
        Optional<String> taken = plan.items().stream()
                .filter(reserved::containsKey)
                .sorted()
                .findFirst()
                .map(item -> "It isn't shown yet, because item " + item + " belongs to the accessory "
                        + reserved.get(item)
                        + ", which is absent: see the verb absent. The verb prune takes that one out of"
                        + " Home.");
        return taken.or(() -> facts.missingGroup(Set.of(plan.owner()))
                .map(group -> "It isn't shown yet, because " + group + ": it may belong to another accessory. Mend what"
                        + " declares the group, or take the item out of it."));
    }
}
